import type { SimulatedConversation, Tenant } from './tenant.ts';

/** A conversation and, in a channel, the thread that its id names. */
export interface Found {
  readonly conversation: SimulatedConversation;
  readonly threadId: string | undefined;
}

export function findConversation(wireId: string, tenant: Tenant): Found | undefined {
  const [id = '', threadId] = wireId.split(';messageid=');
  const conversation = tenant.conversations.get(id);
  return conversation && { conversation, threadId };
}
