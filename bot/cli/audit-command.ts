import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseHead } from '../../storage/chain/check-chain.ts';
import { isRunId } from '../failback/state/wave-place.ts';
import { head, type VerifyOptions, verifyAudit, verifyExported, writeExport } from './audit.ts';
import type { Terminal } from './terminal.ts';

const USAGE = `head
       failback audit verify [--head SEQUENCE:HASH]
       failback audit verify --export FILE [--head SEQUENCE:HASH | --stream ID]
       failback audit export [--format jsonl|csv] [--stream ID]`;

const EXIT_CODE = `
Exit code: 0 when all is well, 1 when the ledger or the export is not intact, 2 when it could not be checked.`;

/** Adds `audit …`. Whatever is typed that cannot be done as typed is refused: in an audit it would mislead. */
export function addAudit(program: Command, terminal: Terminal, end: (code: number) => void): void {
  const audit = program
    .command('audit')
    .description('verify, show or export the audit trail, also while the bot runs')
    .usage(USAGE)
    .addHelpText('after', EXIT_CODE);
  audit
    .command('head')
    .description(
      'print the end of the chain; keep it where nobody who can reach the ledger can reach it',
    )
    .action(() => end(head(terminal)));
  const verifying = audit
    .command('verify')
    .description('check every entry of the ledger, or of an export')
    .addOption(
      new Option(
        '--head <SEQUENCE:HASH>',
        'a head that was kept: also check that nothing was cut off or rewritten since',
      ).argParser(readHead),
    )
    .option('--export <FILE>', 'check this exported file instead of the ledger')
    .option('--stream <ID>', 'the failback that was exported alone', readStream)
    .action(async (options: VerifyOptions) => {
      const problem = problemOf(options);
      if (problem !== undefined) verifying.error(problem);
      const check = options.export === undefined ? verifyAudit : verifyExported;
      end(await check(options, terminal));
    });
  audit
    .command('export')
    .description('write the entries as text that can be verified again')
    .addOption(
      new Option('--format <FORMAT>', 'how to write them')
        .choices(['jsonl', 'csv'])
        .default('jsonl'),
    )
    .option('--stream <ID>', 'those of one failback', readStream)
    .action(async (options) => end(await writeExport(options, terminal)));
}

function problemOf({ head: known, export: file, stream }: VerifyOptions): string | undefined {
  if (stream === undefined) return undefined;
  if (file === undefined) return 'A ledger is verified as a whole: leave out --stream.';
  if (known === undefined) return undefined;
  return 'A head belongs to the whole chain: it can not be looked for in one stream.';
}

function readHead(text: string) {
  const known = parseHead(text);
  if (known !== undefined) return known;
  throw new InvalidArgumentError(
    `"${text}" is not a head: it is a number, a colon and 64 hexadecimal digits.`,
  );
}

/** A run would be exported as nothing, and nothing verifies well. */
function readStream(stream: string): string {
  if (!isRunId(stream.toUpperCase())) return stream;
  throw new InvalidArgumentError(
    `${stream} is a run: its VMs have a record each. /failback status ${stream} shows their ids; export one by one, or everything.`,
  );
}
