import type { ChainRow } from '../chain/entry-hash.ts';

/** An entry outside its ledger. It carries the hash before it, so that it can be checked without its neighbours. */
export interface ExportedEntry extends ChainRow {
  readonly event: string;
  readonly previous: string;
}

/** A way to write entries as text, one line for each. What was written can be read back byte by byte. */
export interface ExportFormat {
  /** The first line, without its end; undefined when there is none. */
  readonly header: string | undefined;
  readonly lineEnd: '\n' | '\r\n';
  /** The entry as a line, without its end. */
  write(entry: ExportedEntry): string;
  /** The entry that a line stands for; undefined when it can not be one. */
  read(line: string): ExportedEntry | undefined;
}
