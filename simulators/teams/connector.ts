import { type Answer, NO_CONVERSATION, NOT_IN_ROSTER, refusal, tooMany } from './answer.ts';
import { createConversation } from './create-conversation.ts';
import { findConversation } from './find-conversation.ts';
import { memberAnswer, membersAnswer, pagedMembersAnswer } from './members.ts';
import { post, remove, update } from './messages.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Tenant } from './tenant.ts';

export interface ConnectorParts {
  readonly tenant: Tenant;
  /** Limits on messages and on looking at members; none unless set. */
  readonly sendLimit: RateLimit | undefined;
  readonly memberLimit: RateLimit | undefined;
}

export type Operation =
  | 'post'
  | 'update'
  | 'delete'
  | 'create'
  | 'member'
  | 'members'
  | 'pagedMembers'
  | 'team'
  | 'teamChannels';

export interface ConnectorCall {
  readonly operation: Operation;
  /** The ids in the path, decoded: a conversation or a team, then an activity or a member. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const ROUTES: readonly (readonly [string, RegExp, Operation])[] = [
  ['POST', /^\/v3\/conversations$/, 'create'],
  ['POST', /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/, 'post'],
  ['PUT', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'update'],
  ['DELETE', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'delete'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members$/, 'members'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, 'member'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/pagedmembers$/, 'pagedMembers'],
  ['GET', /^\/v3\/teams\/([^/]+)$/, 'team'],
  ['GET', /^\/v3\/teams\/([^/]+)\/conversations$/, 'teamChannels'],
];

/** Which operation a request asks for; undefined when there is none such. */
export function routeOf(
  method: string,
  path: string,
): Pick<ConnectorCall, 'operation' | 'ids'> | undefined {
  for (const [verb, pattern, operation] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return { operation, ids: match.slice(1).map((id) => decodeURIComponent(id ?? '')) };
  }
  return undefined;
}

/**
 * Answers one call of the Bot Connector. The words and codes of its refusals are the ones that the service is reported
 * to use: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
 */
export function answerCall(call: ConnectorCall, parts: ConnectorParts): Answer {
  const { tenant, sendLimit } = parts;
  switch (call.operation) {
    case 'create':
      return createConversation(call.body, tenant, sendLimit);
    case 'team':
    case 'teamChannels':
      return teamAnswer(call, tenant);
    default:
      return answerIn(call, parts);
  }
}

/** A call about one conversation, named first in the path. */
function answerIn(call: ConnectorCall, parts: ConnectorParts): Answer {
  const { tenant, sendLimit, memberLimit } = parts;
  const { operation, ids, query, body } = call;
  const [conversationId = '', id = ''] = ids;
  const found = findConversation(conversationId, tenant);
  if (found === undefined) return NO_CONVERSATION;
  const { conversation } = found;
  if (conversation.hasBot === false) return NOT_IN_ROSTER;
  const writing = { messageId: id, body };
  switch (operation) {
    case 'post':
      return limited(sendLimit, conversation.id) ?? post(writing, found, tenant);
    // Edits and removals are not among the calls that Teams names a limit for.
    case 'update':
      return update(writing, found, tenant);
    case 'delete':
      return remove(writing, found, tenant);
    case 'member':
      return limited(memberLimit, conversation.id) ?? memberAnswer(tenant, conversation, id);
    case 'members':
      return limited(memberLimit, conversation.id) ?? membersAnswer(tenant, conversation);
    default:
      return (
        limited(memberLimit, conversation.id) ?? pagedMembersAnswer(tenant, conversation, query)
      );
  }
}

function limited(limit: RateLimit | undefined, conversation: string): Answer | undefined {
  const seconds = limit?.take(conversation);
  return seconds === undefined ? undefined : tooMany(seconds);
}

function teamAnswer({ operation, ids }: ConnectorCall, tenant: Tenant): Answer {
  const channels = [...tenant.conversations.values()].filter(({ team }) => team === ids[0]);
  if (channels.length === 0) return refusal(404, 'NotFound', 'There is no such team.');
  if (channels.every(({ hasBot }) => hasBot === false)) return NOT_IN_ROSTER;
  if (operation === 'team')
    return { status: 200, body: { id: ids[0], name: ids[0], aadGroupId: ids[0] } };
  return { status: 200, body: { conversations: channels.map(({ id, name }) => ({ id, name })) } };
}
