import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ChainVerification, describeProblem } from '../../storage/chain/chain-problem.ts';
import { headText } from '../../storage/chain/check-chain.ts';
import { csv } from '../../storage/export/csv.ts';
import { jsonl } from '../../storage/export/jsonl.ts';
import { verifyExport } from '../../storage/export/verify-export.ts';
import { exportLedger } from '../../storage/sqlite/export-ledger.ts';
import { readHead } from '../../storage/sqlite/read-head.ts';
import { verifyLedger } from '../../storage/sqlite/verify/verify-ledger.ts';
import { InputError } from '../chat/input-error.ts';
import type { LedgerHead } from '../failback/state/ledger.ts';
import { inEnglish } from '../messages/dictionary/in-english.ts';
import type { Terminal } from './terminal.ts';

export interface VerifyOptions {
  /** A head that was kept elsewhere. */
  readonly head?: LedgerHead;
  /** The exported file to check in place of the ledger. */
  readonly export?: string;
  readonly stream?: string;
}

export interface ExportOptions {
  readonly format: keyof typeof FORMATS;
  readonly stream?: string;
}

const FORMATS = { jsonl, csv };

export function head(terminal: Terminal): number {
  terminal.out.write(`${headText(readHead(terminal.ledgerPath()))}\n`);
  return 0;
}

/** Checks the ledger. The exit code 0 means intact and nothing else. */
export async function verifyAudit(
  { head: known }: VerifyOptions,
  terminal: Terminal,
): Promise<number> {
  const verification = await verifyLedger(terminal.ledgerPath(), known);
  return report({ verification, what: 'ledger', known }, terminal);
}

/** Checks an exported file, and needs no ledger. */
export async function verifyExported(
  { export: file = '', stream, head: known }: VerifyOptions,
  terminal: Terminal,
): Promise<number> {
  const chunks = createReadStream(file, 'utf8');
  try {
    const verification = await verifyExport(chunks, { stream, known });
    if (verification.intact && verification.entries === 0) {
      throw new InputError('file', `${file} has no entries, so there is nothing to verify.`);
    }
    return report({ verification, what: 'export', known }, terminal);
  } catch (error) {
    throw isSystemError(error) ? unreadable(file, error) : error;
  }
}

export async function writeExport(
  { format, stream }: ExportOptions,
  { ledgerPath, out }: Terminal,
): Promise<number> {
  const lines = Readable.from(exportLedger(ledgerPath(), FORMATS[format], stream));
  try {
    await pipeline(lines, out, { end: false });
  } catch (error) {
    // Whoever reads the output has seen enough, as at the end of a pipe.
    if (!isSystemError(error) || error.code !== 'EPIPE') throw error;
  }
  return 0;
}

interface Report {
  readonly verification: ChainVerification;
  readonly what: 'ledger' | 'export';
  readonly known: LedgerHead | undefined;
}

function report({ verification, what, known }: Report, { out, err }: Terminal): number {
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
