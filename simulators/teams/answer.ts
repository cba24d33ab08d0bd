/** What the simulator answers to a request. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; nothing when undefined. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as the Bot Connector writes them. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
