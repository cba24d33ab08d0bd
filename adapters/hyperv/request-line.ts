/** Where the operation is carried out; empty names for the machine itself. */
export interface Target {
  readonly computer: string;
  readonly endpoint: string;
}

export interface Request {
  readonly id: string;
  readonly operation: string;
  readonly target: Target;
  readonly arguments: object;
}

/** One line of ASCII. Nothing of the request is visible to PowerShell's parser: it is one argument in base64. */
export function requestLine(request: Request): string {
  const json = Buffer.from(JSON.stringify(request), 'utf8');
  return `Invoke-FailbackOperation -Request ${json.toString('base64')}`;
}

/** PowerShell takes typographic quotes for quotes; they are not ASCII and are refused. */
const IMPORTABLE = /^[\x20-\x7e]+$/;
const WILDCARDS = /[*?[\]]/;

/**
 * The first line of a shell. The path comes from the installation, never from people. Throws for a path that a shell
 * could read as another one: the console's code page is not known yet, and `Import-Module` expands wildcards.
 */
export function importLine(modulePath: string): string {
  if (!IMPORTABLE.test(modulePath) || WILDCARDS.test(modulePath)) {
    throw new Error(`The bot must be installed under a path of plain characters: ${modulePath}`);
  }
  return `Import-Module -Name '${modulePath.replaceAll("'", "''")}' -Force`;
}
