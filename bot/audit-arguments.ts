import { parseArgs } from 'node:util';
import { parseHead } from '../storage/chain/check-chain.ts';
import { InputError } from './failback/errors.ts';
import type { LedgerHead } from './failback/ports/ledger.ts';
import { isRunId } from './failback/wave-place.ts';

export type AuditCommand =
  | { readonly name: 'help' }
  | { readonly name: 'head' }
  | { readonly name: 'verify'; readonly known: LedgerHead | undefined }
  | {
      readonly name: 'verifyExport';
      readonly file: string;
      readonly known: LedgerHead | undefined;
      readonly stream: string | undefined;
    }
  | {
      readonly name: 'export';
      readonly format: 'jsonl' | 'csv';
      readonly stream: string | undefined;
    };

export const AUDIT_USAGE = `failback audit: look at the ledger, also while the bot runs

  failback audit head
      Print the end of the chain as SEQUENCE:HASH. Keep it where nobody who can reach the ledger can reach it.
  failback audit verify [--head SEQUENCE:HASH]
      Check every entry. With a head that was kept, also check that nothing was cut off or rewritten since.
  failback audit export [--format jsonl|csv] [--stream ID]
      Write all entries, or those of one failback, as text that can be verified again.
  failback audit verify --export FILE [--head SEQUENCE:HASH | --stream ID]
      Check an exported file. Give --stream when it was exported with --stream.

Exit code: 0 when all is well, 1 when the ledger or the export is not intact, 2 when it could not be checked.
`;

/** What each command takes. An option that would be ignored is refused: in an audit it would mislead. */
const TAKES: ReadonlyMap<string, readonly string[]> = new Map([
  ['head', []],
  ['verify', ['head', 'export', 'stream']],
  ['export', ['format', 'stream']],
]);

/** Reads what was typed behind `failback audit`. Throws `InputError`, whose message ends with how to do it right. */
export function readAuditArguments(args: readonly string[]): AuditCommand {
  const { values, positionals } = parse(args);
  if (values.help === true) return { name: 'help' };
  const command = positionals.join(' ');
  const taken = TAKES.get(command);
  if (taken === undefined)
    throw refuse(command === '' ? 'Say what to do.' : `What is "${command}"?`);
  const strange = Object.keys(values).find((name) => !taken.includes(name));
  if (strange !== undefined) throw refuse(`"${command}" does not take --${strange}.`);
  if (command === 'head') return { name: 'head' };
  return command === 'verify' ? readVerify(values) : readExport(values);
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        head: { type: 'string' },
        format: { type: 'string' },
        stream: { type: 'string' },
        export: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function readVerify({ head, export: file, stream }: Values): AuditCommand {
  refuseRun(stream);
  const known = head === undefined ? undefined : parseHead(head);
  if (head !== undefined && known === undefined) {
    throw refuse(`"${head}" is not a head: it is a number, a colon and 64 hexadecimal digits.`);
  }
  if (file !== undefined && stream !== undefined && known !== undefined) {
    throw refuse('A head belongs to the whole chain: it can not be looked for in one stream.');
  }
  if (file !== undefined) return { name: 'verifyExport', file, known, stream };
  if (stream === undefined) return { name: 'verify', known };
  throw refuse('A ledger is verified as a whole: leave out --stream.');
}

function readExport({ format = 'jsonl', stream }: Values): AuditCommand {
  refuseRun(stream);
  if (format === 'jsonl' || format === 'csv') return { name: 'export', format, stream };
  throw refuse(`There is no format "${format}": use jsonl or csv.`);
}

/** A run would be exported as nothing, and nothing verifies well. */
function refuseRun(stream: string | undefined): void {
  if (stream !== undefined && isRunId(stream.toUpperCase()))
    throw refuse(
      `${stream} is a run: its VMs have a record each. /failback status ${stream} shows their ids; export one by one, or everything.`,
    );
}

function refuse(problem: string, options?: ErrorOptions): InputError {
  return new InputError('arguments', `${problem}\n\n${AUDIT_USAGE}`, options);
}
