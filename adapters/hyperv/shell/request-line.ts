import { ConfigError } from '../../../bot/failback/ports/errors.ts';

/** Where the operation is carried out; empty names for the machine itself. */
interface Target {
  readonly computer: string;
  readonly endpoint: string;
}

export interface ShellRequest {
  readonly id: string;
  readonly operation: string;
  readonly target: Target;
  readonly arguments: object;
}

/** One line of ASCII. Nothing of the request is visible to PowerShell's parser: it is one argument in base64. */
export function requestLine(request: ShellRequest): string {
  const json = Buffer.from(JSON.stringify(request), 'utf8');
  return `Invoke-FailbackOperation -Request ${json.toString('base64')}`;
}

const PRINTABLE = /^[\x20-\x7e]+$/;
const WILDCARDS = /[*?[\]]/;

/**
 * The first line of a shell. The path comes from the installation, never from people. Throws `ConfigError` for a path
 * that a shell could take for another one: `Import-Module` expands wildcards, the console's code page is not known yet,
 * and typographic quotes end a string like plain ones.
 */
export function importLine(modulePath: string): string {
  if (!PRINTABLE.test(modulePath) || WILDCARDS.test(modulePath)) {
    throw new ConfigError([
      `The bot has to be installed under a path of plain characters, without wildcards: ${modulePath}`,
    ]);
  }
  return `Import-Module -Name '${modulePath.replaceAll("'", "''")}' -Force`;
}
