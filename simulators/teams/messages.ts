import { type Answer, NO_ACTIVITY, refusal } from './answer.ts';
import { contentProblem } from './cards/content-rules.ts';
import type { Found } from './find-conversation.ts';
import type { Tenant } from './tenant.ts';
import type { Activity } from './wire.ts';

/** What to post or to change: a message by its id, where there is one, and what it shall say. */
interface Writing {
  readonly messageId: string;
  readonly body: unknown;
}

/** Posts a message; `messageId` is the one that it replies to. */
export function post({ messageId, body }: Writing, found: Found, tenant: Tenant): Answer {
  const problem = contentProblem(body, tenant);
  if (problem !== undefined) return problem;
  const { conversation, threadId = threadOf(messageId, found, tenant) } = found;
  if (threadId !== undefined && tenant.message(threadId) === undefined) return NO_ACTIVITY;
  const activity = body as Activity;
  if (activity.type === 'typing') return { status: 201, body: { id: tenant.nextId() } };
  const thread = threadId === undefined ? {} : { threadId };
  const message = tenant.addMessage({
    conversation: conversation.id,
    ...thread,
    from: 'bot',
    content: activity,
  });
  return { status: 201, body: { id: message.id } };
}

/** A reply stands in the thread of what it replies to; only channels have threads. */
function threadOf(repliedTo: string, { conversation }: Found, tenant: Tenant) {
  if (repliedTo === '' || conversation.kind !== 'channel') return undefined;
  return tenant.message(repliedTo)?.threadId ?? repliedTo;
}

export function update({ messageId, body }: Writing, found: Found, tenant: Tenant): Answer {
  const problem = changeProblem(messageId, found, tenant) ?? contentProblem(body, tenant);
  if (problem !== undefined) return problem;
  tenant.editMessage(messageId, body as Activity);
  return { status: 200, body: { id: messageId } };
}

export function remove({ messageId }: Writing, found: Found, tenant: Tenant): Answer {
  const problem = changeProblem(messageId, found, tenant);
  if (problem !== undefined) return problem;
  tenant.removeMessage(messageId);
  return { status: 200 };
}

function changeProblem(id: string, { conversation }: Found, tenant: Tenant): Answer | undefined {
  // Seen of the real service: https://github.com/microsoft/BotFramework-Services/issues/269
  if (tenant.wasUnexplained(id)) return refusal(403, 'ServiceError', 'Unknown');
  const message = tenant.message(id);
  if (message?.conversation !== conversation.id) return NO_ACTIVITY;
  if (message.from === 'bot') return undefined;
  return refusal(403, 'ForbiddenOperationException', 'Only the author may change a message.');
}
