import { randomUUID } from 'node:crypto';
import type { ShownMessage } from './tenant.ts';
import { accountOf, type KnownPerson, type SimulatedConversation, type Tenant } from './tenant.ts';
import type { Account, Activity, CardNode, Json } from './wire.ts';

/** What makes an activity, besides what it says. */
export interface Scene {
  readonly tenant: Tenant;
  readonly bot: Account & { readonly name: string };
  readonly serviceUrl: string;
  readonly person: KnownPerson;
  /** Who the activity says it is from; the person unless somebody poses as another. */
  readonly from?: Account;
}

/** Where a message stands or will stand. */
export interface Place {
  readonly conversation: SimulatedConversation;
  readonly threadId?: string | undefined;
}

/** Somebody types. Names with an @ before them become mentions, of the bot and of people. */
export function typedActivity(scene: Scene, place: Place, line: string, id: string): Activity {
  const { tenant, bot } = scene;
  const people = [...tenant.people.values()].map((person) => ({
    id: person.mri,
    name: person.name,
  }));
  const mentioned = [bot, ...people].filter(({ name }) => line.includes(`@${name}`));
  const text = mentioned.reduce(
    (words, { name }) => words.replaceAll(`@${name}`, `<at>${name}</at>`),
    line,
  );
  const mentions = mentioned.map(({ id: mentionedId, name }) => ({
    type: 'mention',
    mentioned: { id: mentionedId, name },
    text: `<at>${name}</at>`,
  }));
  return {
    ...base(scene, place),
    type: 'message',
    id,
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
    entities: [...mentions, CLIENT_INFO],
  };
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#actionexecute */
export function executeActivity(
  scene: Scene,
  message: ShownMessage,
  action: CardNode,
  data: unknown,
  trigger: 'manual' | 'automatic' = 'manual',
): Activity {
  const { id, verb } = action;
  const sent = { type: 'Action.Execute', id, verb, data };
  return invoke(scene, message, 'adaptiveCard/action', { action: sent, trigger });
}

/** What an older client makes of a button: a message without words, from the person who pressed. */
export function submitActivity(scene: Scene, message: ShownMessage, data: Json): Activity {
  const place = placeOf(scene.tenant, message);
  const { msteams, ...value } = data;
  const { text } = (msteams ?? {}) as { text?: string };
  return {
    ...base(scene, place),
    type: 'message',
    id: scene.tenant.nextId(),
    ...(text !== undefined && { text }),
    value: text === undefined ? data : value,
    replyToId: message.id,
    entities: [CLIENT_INFO],
  };
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
export function dialogActivity(
  scene: Scene,
  message: ShownMessage,
  name: 'task/fetch' | 'task/submit',
  data: unknown,
): Activity {
  return invoke(scene, message, name, { data, context: { theme: 'default' } });
}

/** The app is installed in a conversation, or removed from it: Teams tells it in two activities. */
export function installActivities(
  scene: Scene,
  conversation: SimulatedConversation,
  action: 'add' | 'remove',
): Activity[] {
  const common = base(scene, { conversation });
  const { team } = conversation;
  const eventType = action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved';
  const channelData = {
    ...common.channelData,
    ...(team !== undefined && { eventType, team: { id: team, aadGroupId: team } }),
  };
  const changed = action === 'add' ? 'membersAdded' : 'membersRemoved';
  const { id: botId } = scene.bot;
  return [
    {
      ...common,
      type: 'conversationUpdate',
      id: `f:${randomUUID()}`,
      channelData,
      [changed]: [{ id: botId }],
    },
    { ...common, type: 'installationUpdate', id: `f:${randomUUID()}`, channelData, action },
  ];
}

function placeOf(tenant: Tenant, { conversation, threadId, id }: ShownMessage): Place {
  return { conversation: tenant.conversation(conversation), threadId: threadId ?? id };
}

/** A conversation's id on the wire: a channel's names the thread, too. */
export function wireConversationId({ conversation, threadId }: Place): string {
  const isThread = conversation.kind === 'channel' && threadId !== undefined;
  return isThread ? `${conversation.id};messageid=${threadId}` : conversation.id;
}

function invoke(scene: Scene, message: ShownMessage, name: string, value: unknown): Activity {
  const place = placeOf(scene.tenant, message);
  const common = base(scene, place);
  const channelData = { ...common.channelData, source: { name: 'message' } };
  const id = `f:${randomUUID()}`;
  return { ...common, channelData, type: 'invoke', id, name, value, replyToId: message.id };
}

const CLIENT_INFO = {
  type: 'clientInfo',
  locale: 'en-US',
  country: 'US',
  platform: 'Windows',
  timezone: 'Etc/UTC',
};

function base(scene: Scene, place: Place) {
  const { tenant, person, serviceUrl, bot, from = accountOf(person) } = scene;
  const { kind, id, team, tenantId = tenant.id } = place.conversation;
  const inTeam = { teamsChannelId: id, teamsTeamId: team, channel: { id }, team: { id: team } };
  return {
    channelId: 'msteams',
    timestamp: new Date().toISOString(),
    serviceUrl,
    from,
    recipient: bot,
    conversation: {
      ...(kind !== 'personal' && { isGroup: true }),
      conversationType: kind,
      tenantId,
      id: wireConversationId(place),
    },
    channelData: { ...(kind === 'channel' && inTeam), tenant: { id: tenantId } },
    locale: 'en-US',
  };
}
