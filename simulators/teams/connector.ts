import { wireConversationId } from './activities.ts';
import { type Answer, refusal } from './answer.ts';
import { contentProblem } from './content-rules.ts';
import { memberAnswer, membersAnswer, pagedMembersAnswer } from './members.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SimulatedConversation, Tenant } from './tenant.ts';
import { type Activity, isObject, type Json } from './wire.ts';

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

/** A conversation and, in a channel, the thread that its id names. */
interface Found {
  readonly conversation: SimulatedConversation;
  readonly threadId: string | undefined;
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
  const { tenant, sendLimit, memberLimit } = parts;
  const { operation, ids, query } = call;
  if (operation === 'create') return create(call.body, parts);
  if (operation === 'team' || operation === 'teamChannels') return teamAnswer(call, tenant);
  const found = findConversation(ids[0] ?? '', tenant);
  if (found === undefined) return refusal(404, 'ConversationNotFound', 'Conversation not found.');
  const { conversation } = found;
  if (conversation.hasBot === false) return NOT_IN_ROSTER;
  const isMessage = operation === 'post' || operation === 'update' || operation === 'delete';
  const seconds = (isMessage ? sendLimit : memberLimit)?.take(conversation.id);
  if (seconds !== undefined) return tooMany(seconds);
  if (operation === 'member') return memberAnswer(tenant, conversation, ids[1] ?? '');
  if (operation === 'members') return membersAnswer(tenant, conversation);
  if (operation === 'pagedMembers') return pagedMembersAnswer(tenant, conversation, query);
  if (operation === 'post') return post(call, found, tenant);
  return change(call, found, tenant);
}

const NOT_IN_ROSTER = refusal(
  403,
  'BotNotInConversationRoster',
  'The bot is not part of the conversation roster.',
);

function post({ ids, body }: ConnectorCall, found: Found, tenant: Tenant): Answer {
  const problem = contentProblem(body, tenant);
  if (problem !== undefined) return problem;
  const { conversation, threadId = threadOf(ids[1], found, tenant) } = found;
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
function threadOf(repliedTo: string | undefined, { conversation }: Found, tenant: Tenant) {
  if (repliedTo === undefined || repliedTo === '' || conversation.kind !== 'channel')
    return undefined;
  return tenant.message(repliedTo)?.threadId ?? repliedTo;
}

function change({ operation, ids, body }: ConnectorCall, found: Found, tenant: Tenant): Answer {
  const message = tenant.message(ids[1] ?? '');
  if (message === undefined || message.conversation !== found.conversation.id) return NO_ACTIVITY;
  if (message.from !== 'bot') {
    return refusal(403, 'ForbiddenOperationException', 'Only the author may change a message.');
  }
  if (operation === 'delete') {
    tenant.removeMessage(message.id);
    return { status: 200 };
  }
  const problem = contentProblem(body, tenant);
  if (problem !== undefined) return problem;
  tenant.editMessage(message.id, body as Activity);
  return { status: 200, body: { id: message.id } };
}

const NO_ACTIVITY = refusal(
  404,
  'ActivityNotFoundInConversation',
  'Message does not exist in the thread.',
);

/** A chat with one person, or a new thread in a channel. */
function create(body: unknown, { tenant, sendLimit }: ConnectorParts): Answer {
  if (!isObject(body)) return refusal(400, 'BadSyntax', 'The request has no conversation in it.');
  const { channelData, members, activity } = body as {
    channelData?: Json;
    members?: unknown;
    activity?: unknown;
  };
  const channel = isObject(channelData?.['channel']) ? channelData['channel']['id'] : undefined;
  const member =
    Array.isArray(members) && isObject(members[0]) ? String(members[0]['id']) : undefined;
  const person = member === undefined ? undefined : tenant.personByAccount(member);
  const id = typeof channel === 'string' ? channel : person?.personalChat;
  const found = id === undefined ? undefined : findConversation(id, tenant);
  if (found === undefined) return refusal(404, 'ConversationNotFound', 'Conversation not found.');
  const { conversation } = found;
  if (conversation.hasBot === false) return NOT_IN_ROSTER;
  const seconds = sendLimit?.take(conversation.id);
  if (seconds !== undefined) return tooMany(seconds);
  if (conversation.kind === 'channel' && activity === undefined) {
    return refusal(400, 'BadSyntax', 'A new thread in a channel begins with a message.');
  }
  return activity === undefined
    ? { status: 201, body: { id: conversation.id } }
    : createWith(activity, conversation, tenant);
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

function teamAnswer({ operation, ids }: ConnectorCall, tenant: Tenant): Answer {
  const channels = [...tenant.conversations.values()].filter(({ team }) => team === ids[0]);
  if (channels.length === 0) return refusal(404, 'NotFound', 'There is no such team.');
  if (channels.every(({ hasBot }) => hasBot === false)) return NOT_IN_ROSTER;
  if (operation === 'team')
    return { status: 200, body: { id: ids[0], name: ids[0], aadGroupId: ids[0] } };
  return { status: 200, body: { conversations: channels.map(({ id, name }) => ({ id, name })) } };
}

function findConversation(wireId: string, tenant: Tenant): Found | undefined {
  const [id = '', threadId] = wireId.split(';messageid=');
  const conversation = tenant.conversations.get(id);
  return conversation && { conversation, threadId };
}

function tooMany(seconds: number): Answer {
  const { status, body } = refusal(429, 'TooManyRequests', 'Too many requests.');
  return { status, body, headers: { 'retry-after': String(seconds) } };
}
