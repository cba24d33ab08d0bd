/** Something that Slack tells the bot. */
export interface Payload {
  readonly kind: 'slash_commands' | 'interactive';
  readonly body: Readonly<Record<string, unknown>>;
}

/** What became of one delivery of a payload. */
export interface Delivery {
  readonly payload: Payload;
  /** Whether the bot acknowledged it within Slack's 3 seconds. */
  readonly isAcknowledged: boolean;
  /** `late`: no answer in 3 seconds. `unreachable`: there was nobody to tell. `refused`: an answer that is no yes. */
  readonly outcome: 'acknowledged' | 'late' | 'unreachable' | 'refused';
  readonly latencyMs: number;
  /** HTTP status; in HTTP mode. */
  readonly status?: number;
  /** What the bot answered with. */
  readonly answer?: unknown;
}

/** One way to bring payloads to the bot. */
export interface Link {
  deliver(payload: Payload): Promise<Delivery>;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
export const ACK_MS = 3_000;
