import { blockProblems, viewProblems } from '../../adapters/slack/blocks/block-kit-limits.ts';
import { SLACK_LIMITS } from '../../adapters/slack/blocks/slack-limits.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Block, Content, ShownView, SimulatedUser, Workspace } from './workspace.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiParts {
  readonly workspace: Workspace;
  readonly botToken: string;
  readonly appToken: string;
  readonly rateLimit: RateLimit | undefined;
  /** Where a Socket Mode client shall connect. */
  readonly socketUrl: () => string;
}

type Arguments = Readonly<Record<string, string>>;
type Method = (args: Arguments, parts: ApiParts) => ApiAnswer;

const BOT_USER = 'U0BOT';

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': (_args, { workspace }) =>
    ok({ team_id: workspace.teamId, user_id: BOT_USER, bot_id: 'B0BOT', team: 'Simulated' }),
  'apps.connections.open': (_args, { socketUrl }) => ok({ url: socketUrl() }),
  'chat.postMessage': postMessage,
  'chat.update': updateMessage,
  'chat.postEphemeral': postEphemeral,
  'views.open': openView,
  'users.info': userInfo,
  'conversations.open': openConversation,
};

/** Answers one call of the Web API. Slack answers almost every failure with status 200 and a name. */
export function callMethod(
  method: string,
  args: Arguments,
  token: string,
  parts: ApiParts,
): ApiAnswer {
  const handle = METHODS[method];
  if (handle === undefined) return refused('unknown_method');
  const expected = method === 'apps.connections.open' ? parts.appToken : parts.botToken;
  if (token === '') return refused('not_authed');
  if (token !== expected) return refused('invalid_auth');
  return handle(args, parts);
}

/** What a response URL does with a message: the person alone sees it. */
export function respond(key: string, body: unknown, workspace: Workspace): ApiAnswer {
  const place = workspace.useResponseKey(key);
  if (typeof place === 'string') return { ...refused(place), status: 404 };
  const { text, blocks } = body as { text?: string; blocks?: unknown };
  const content = readContent({ text: text ?? '', blocks: JSON.stringify(blocks ?? []) });
  if (typeof content === 'string') return { ...refused(content), status: 400 };
  const { user, channel } = place;
  workspace.tellPrivately({ user, channel, ...content, via: 'response_url' });
  return ok({});
}

function postMessage(args: Arguments, { workspace, rateLimit }: ApiParts): ApiAnswer {
  const channel = args['channel'] ?? '';
  const seconds = rateLimit?.take(channel);
  if (seconds !== undefined) return rateLimited(seconds);
  const content = readContent(args);
  if (typeof content === 'string') return refused(content);
  const reader = workspace.users.get(channel.replace(/^D/, ''));
  if (reader !== undefined) {
    const told = workspace.tellPrivately({ user: reader.id, channel, ...content, via: 'direct' });
    return ok({ channel, ts: told.ts });
  }
  const problem = channelProblem(channel, workspace) ?? threadProblem(args, workspace);
  if (problem !== undefined) return refused(problem);
  const message = workspace.addMessage(channel, content, args['thread_ts']);
  return ok({ channel, ts: message.ts });
}

function updateMessage(args: Arguments, { workspace }: ApiParts): ApiAnswer {
  const { channel = '', ts = '' } = args;
  const content = readContent(args);
  if (typeof content === 'string') return refused(content);
  const problem = channelProblem(channel, workspace);
  if (problem !== undefined) return refused(problem);
  if (!workspace.editMessage(channel, ts, content)) return refused('message_not_found');
  return ok({ channel, ts });
}

function postEphemeral(args: Arguments, { workspace }: ApiParts): ApiAnswer {
  const { channel = '', user = '' } = args;
  const content = readContent(args);
  if (typeof content === 'string') return refused(content);
  const problem = channelProblem(channel, workspace);
  if (problem !== undefined) return refused(problem);
  if (!workspace.users.has(user)) return refused('user_not_in_channel');
  const told = workspace.tellPrivately({ user, channel, ...content, via: 'ephemeral' });
  return ok({ message_ts: told.ts });
}

function openView(args: Arguments, { workspace }: ApiParts): ApiAnswer {
  const view = JSON.parse(args['view'] ?? 'null') as ShownView['view'];
  const problems = viewProblems(view);
  if (problems.length > 0) return refused('invalid_arguments', problems);
  const opened = workspace.openView(args['trigger_id'] ?? '', view);
  return typeof opened === 'string' ? refused(opened) : ok({ view: { ...view, id: opened.id } });
}

function userInfo(args: Arguments, { workspace }: ApiParts): ApiAnswer {
  const user = workspace.users.get(args['user'] ?? '');
  return user === undefined ? refused('user_not_found') : ok({ user: userObject(user, workspace) });
}

function openConversation(args: Arguments, { workspace }: ApiParts): ApiAnswer {
  const user = workspace.users.get(args['users'] ?? '');
  return user === undefined ? refused('user_not_found') : ok({ channel: { id: `D${user.id}` } });
}

/** As Slack describes a user; what it leaves out of deleted users is left out here. */
function userObject(user: SimulatedUser, workspace: Workspace): unknown {
  const { id, name, kind } = user;
  const base = { id, name, team_id: workspace.teamOf(user), deleted: kind === 'deleted' };
  if (kind === 'deleted') return { ...base, is_bot: false };
  return {
    ...base,
    is_bot: kind === 'bot',
    is_restricted: kind === 'guest' || kind === 'singleChannelGuest',
    is_ultra_restricted: kind === 'singleChannelGuest',
    ...(kind === 'stranger' && { is_stranger: true }),
  };
}

/** What a message would say, or the name of Slack's error. */
function readContent(args: Arguments): Content | string {
  const text = args['text'] ?? '';
  const blocks = JSON.parse(args['blocks'] ?? '[]') as readonly Block[];
  if (text === '' && blocks.length === 0) return 'no_text';
  if (text.length > SLACK_LIMITS.messageText) return 'msg_too_long';
  const problems = blockProblems(blocks);
  if (problems.some((problem) => problem.endsWith('in all'))) return 'msg_blocks_too_long';
  return problems.length > 0 ? `invalid_blocks ${problems.join('; ')}` : { text, blocks };
}

function channelProblem(id: string, workspace: Workspace): string | undefined {
  const channel = workspace.channels.get(id);
  if (channel === undefined) return 'channel_not_found';
  if (channel.isArchived === true) return 'is_archived';
  return channel.hasBot === false ? 'not_in_channel' : undefined;
}

function threadProblem(args: Arguments, workspace: Workspace): string | undefined {
  const thread = args['thread_ts'];
  if (thread === undefined) return undefined;
  return workspace.messages.some((one) => one.ts === thread) ? undefined : 'thread_not_found';
}

function ok(body: object): ApiAnswer {
  return { status: 200, body: { ok: true, ...body } };
}

/** `name` may carry the reasons behind it. */
function refused(name: string, reasons: readonly string[] = []): ApiAnswer {
  const [error, ...rest] = name.split(' ');
  const errors = rest.length > 0 ? [rest.join(' ')] : reasons;
  return { status: 200, body: { ok: false, error, ...(errors.length > 0 && { errors }) } };
}

function rateLimited(seconds: number): ApiAnswer {
  return { ...refused('ratelimited'), status: 429, headers: { 'retry-after': String(seconds) } };
}
