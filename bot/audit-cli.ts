import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeProblem, type Verification } from '../storage/chain/chain-problem.ts';
import { headText } from '../storage/chain/check-chain.ts';
import { csv } from '../storage/export/csv.ts';
import { jsonl } from '../storage/export/jsonl.ts';
import { verifyExport } from '../storage/export/verify-export.ts';
import { exportLedger } from '../storage/sqlite/export-ledger.ts';
import { readHead } from '../storage/sqlite/read-head.ts';
import { verifyLedger } from '../storage/sqlite/verify-ledger.ts';
import { AUDIT_USAGE, type AuditCommand, readAuditArguments } from './audit-arguments.ts';
import { inEnglish } from './chat/language/in-english.ts';
import { FailbackError, InputError } from './failback/errors.ts';
import type { LedgerHead } from './failback/ports/ledger.ts';

export interface AuditOptions {
  /** The ledger's file. A bot may be running on it. */
  readonly path: string;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

type CommandOf<Name extends AuditCommand['name']> = Extract<AuditCommand, { name: Name }>;

const FORMATS = { jsonl, csv };

/** Runs `failback audit …` and returns its exit code. For `verify`, 0 means intact and nothing else. */
export async function runAudit(args: readonly string[], options: AuditOptions): Promise<number> {
  try {
    return await runCommand(readAuditArguments(args), options);
  } catch (error) {
    if (!(error instanceof FailbackError)) throw error;
    options.err.write(`${inEnglish(error.userMessage)}\n`);
    return 2;
  }
}

async function runCommand(command: AuditCommand, options: AuditOptions): Promise<number> {
  switch (command.name) {
    case 'help':
      options.out.write(AUDIT_USAGE);
      return 0;
    case 'head':
      options.out.write(`${headText(readHead(options.path))}\n`);
      return 0;
    case 'verify':
      return verify(command, options);
    case 'verifyExport':
      return verifyFile(command, options);
    case 'export':
      return writeExport(command, options);
  }
}

async function verify({ known }: CommandOf<'verify'>, options: AuditOptions): Promise<number> {
  const verification = await verifyLedger(options.path, known);
  return report({ verification, what: 'ledger', known }, options);
}

async function verifyFile(
  { file, stream, known }: CommandOf<'verifyExport'>,
  options: AuditOptions,
): Promise<number> {
  const chunks = createReadStream(file, 'utf8');
  try {
    const verification = await verifyExport(chunks, { stream, known });
    if (verification.intact && verification.entries === 0) {
      throw new InputError('file', `${file} has no entries, so there is nothing to verify.`);
    }
    return report({ verification, what: 'export', known }, options);
  } catch (error) {
    throw isSystemError(error) ? unreadable(file, error) : error;
  }
}

async function writeExport(
  { format, stream }: CommandOf<'export'>,
  { path, out }: AuditOptions,
): Promise<number> {
  const lines = Readable.from(exportLedger(path, FORMATS[format], stream));
  try {
    await pipeline(lines, out, { end: false });
  } catch (error) {
    // Whoever reads the output has seen enough, as at the end of a pipe.
    if (!isSystemError(error) || error.code !== 'EPIPE') throw error;
  }
  return 0;
}

interface Report {
  readonly verification: Verification;
  readonly what: 'ledger' | 'export';
  readonly known: LedgerHead | undefined;
}

function report({ verification, what, known }: Report, { out, err }: AuditOptions): number {
  const { entries } = verification;
  if (!verification.intact) {
    err.write(`NOT INTACT: ${inEnglish(describeProblem(verification.problem))}\n`);
    err.write(`${countText(entries)} before that place were checked and are sound.\n`);
    return 1;
  }
  out.write(`Intact: ${countText(entries)} in the ${what} were checked.\n`);
  out.write(`Head: ${headText(verification.head)}\n`);
  out.write(
    known === undefined
      ? KEEP_THE_HEAD
      : `The head ${known.sequence} that you gave is part of it.\n`,
  );
  return 0;
}

const KEEP_THE_HEAD =
  'Entries cut off from the end can only be noticed with a head that was kept elsewhere: verify with --head.\n';

function countText(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

function unreadable(file: string, error: Error): InputError {
  return new InputError('file', `${file} can not be read: ${error.message}`, { cause: error });
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
