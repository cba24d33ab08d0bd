import type {
  ConversationReference,
  ConversationReferences,
} from '../../../bot/chat/conversation-references.ts';

/** Where conversations are reached, for as long as the process lives. */
export class MemoryConversationReferences implements ConversationReferences {
  private readonly references = new Map<string, ConversationReference>();

  async find(conversation: string): Promise<ConversationReference | undefined> {
    return this.references.get(conversation);
  }

  async findPersonal(user: string): Promise<ConversationReference | undefined> {
    return [...this.references.values()]
      .filter((reference) => reference.kind === 'personal' && reference.user === user)
      .sort((a, b) => (a.conversation < b.conversation ? -1 : 1))[0];
  }

  async save(reference: ConversationReference): Promise<void> {
    this.references.set(reference.conversation, { ...reference });
  }

  async forget(conversation: string): Promise<void> {
    this.references.delete(conversation);
  }
}
