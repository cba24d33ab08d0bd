/**
 * Which chat message shows what. Only a projection: it is not in the ledger, and when it is lost the publisher posts
 * anew. A slot is the place a message has in a failback: `board`, `ask-3`, `end`, `thread`. The messages of a run are kept
 * under the id of the run.
 */
export interface PublishedMessages {
  all(failback: string): Promise<readonly PublishedMessage[]>;
  /** Writes or replaces the message of its failback, platform, channel and slot. */
  save(message: PublishedMessage): Promise<void>;
}

export interface PublishedMessage {
  /** Id of the failback, or of the run. */
  readonly failback: string;
  readonly platform: string;
  readonly channel: string;
  readonly slot: string;
  /** The platform's id of the message. */
  readonly messageId: string;
  /** Fingerprint of what was last drawn. */
  readonly drawn: string;
}
