import type { LedgerHead } from '../../bot/failback/state/ledger.ts';
import type { ChainProblem, ChainVerification } from '../chain/chain-problem.ts';
import { csv } from './csv.ts';
import { type EntryCheck, FullCheck, StreamCheck } from './entry-checks.ts';
import type { ExportFormat } from './export-format.ts';
import { jsonl } from './jsonl.ts';
import { splitLines } from './split-lines.ts';

export interface ExportChecking {
  /** Set when only this stream was exported: then nothing is known of the entries between. */
  readonly stream?: string | undefined;
  readonly known?: LedgerHead | undefined;
}

/** Checks an exported file, in either format: every byte of it, without the ledger it came from. */
export async function verifyExport(
  chunks: AsyncIterable<string>,
  { stream, known }: ExportChecking = {},
): Promise<ChainVerification> {
  const check = stream === undefined ? new FullCheck(known) : new StreamCheck(stream);
  let format: ExportFormat | undefined;
  let entries = 0;
  let lineNumber = 0;
  for await (const line of splitLines(chunks)) {
    lineNumber += 1;
    if (format === undefined) {
      format = formatOf(line);
      if (format.header !== undefined) continue;
    }
    const problem = checkLine({ line, lineNumber, format, check });
    if (problem !== undefined) return { intact: false, entries, problem };
    entries += 1;
  }
  const problem = check.end();
  if (problem !== undefined) return { intact: false, entries, problem };
  return { intact: true, entries, head: check.head };
}

interface LineToCheck {
  readonly line: string;
  readonly lineNumber: number;
  readonly format: ExportFormat;
  readonly check: EntryCheck;
}

function formatOf(firstLine: string): ExportFormat {
  return firstLine === `${csv.header}\r` ? csv : jsonl;
}

function checkLine({ line, lineNumber, format, check }: LineToCheck): ChainProblem | undefined {
  const entry = format.read(format.lineEnd === '\r\n' ? line.replace(/\r$/, '') : line);
  if (entry === undefined) return { kind: 'unreadableLine', line: lineNumber };
  const problem = check.next(entry);
  if (problem !== undefined) return problem;
  // The columns for people are not part of the hash: they are written again and compared.
  const isAsWritten = `${line}\n` === format.write(entry) + format.lineEnd;
  return isAsWritten ? undefined : { kind: 'changed', sequence: entry.sequence };
}
