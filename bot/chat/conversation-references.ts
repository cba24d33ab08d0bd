/**
 * Where a conversation of a chat service is reached. Services that tell the address only when somebody acts need it
 * kept: without it the bot could not write first after a restart.
 */
export interface ConversationReferences {
  find(conversation: string): Promise<ConversationReference | undefined>;
  /** The chat of one person with the bot; undefined when they have none. */
  findPersonal(user: string): Promise<ConversationReference | undefined>;
  /** Writes or replaces what is known of its conversation. */
  save(reference: ConversationReference): Promise<void>;
  /** The bot was removed from a conversation. Forgetting one that is not known is no error. */
  forget(conversation: string): Promise<void>;
}

export interface ConversationReference {
  readonly conversation: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  readonly tenant: string;
  readonly serviceUrl: string;
  /** In a chat of one person: whose it is, as the directory knows them on the platform. */
  readonly user?: string;
}
