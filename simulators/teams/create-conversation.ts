import { wireConversationId } from './activities.ts';
import { type Answer, NO_CONVERSATION, NOT_IN_ROSTER, refusal, tooMany } from './answer.ts';
import { contentProblem } from './cards/content-rules.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SimulatedConversation, Tenant } from './tenant.ts';
import { type Activity, isObject, type Json } from './wire.ts';

/** A chat with one person, or a new thread in a channel. */
export function createConversation(
  body: unknown,
  tenant: Tenant,
  limit: RateLimit | undefined,
): Answer {
  if (!isObject(body)) return refusal(400, 'BadSyntax', 'The request has no conversation in it.');
  const conversation = tenant.conversations.get(wantedConversation(body, tenant) ?? '');
  if (conversation === undefined) return NO_CONVERSATION;
  if (conversation.hasBot === false) return NOT_IN_ROSTER;
  const seconds = limit?.take(conversation.id);
  if (seconds !== undefined) return tooMany(seconds);
  const { activity } = body;
  if (activity !== undefined) return createWith(activity, conversation, tenant);
  return conversation.kind === 'channel'
    ? refusal(400, 'BadSyntax', 'A new thread in a channel begins with a message.')
    : { status: 201, body: { id: conversation.id } };
}

/** A channel by its id, or the chat with the one member that is named. */
function wantedConversation({ channelData, members }: Json, tenant: Tenant): string | undefined {
  const channel = isObject(channelData) ? channelData['channel'] : undefined;
  if (isObject(channel)) return String(channel['id']);
  const [member]: unknown[] = Array.isArray(members) ? members : [];
  return isObject(member) ? tenant.personByAccount(String(member['id']))?.personalChat : undefined;
}

function createWith(
  activity: unknown,
  conversation: SimulatedConversation,
  tenant: Tenant,
): Answer {
  const problem = contentProblem(activity, tenant);
  if (problem !== undefined) return problem;
  const content = activity as Activity;
  const message = tenant.addMessage({ conversation: conversation.id, from: 'bot', content });
  const id = wireConversationId({ conversation, threadId: message.id });
  return { status: 201, body: { id, activityId: message.id } };
}
