/** What a command of the terminal is given: where it writes, and where the ledger is. */
export interface Terminal {
  /** The ledger's file. A bot may be running on it. Throws `ConfigError` where no settings name one. */
  readonly ledgerPath: () => string;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}
