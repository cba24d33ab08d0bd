import { createHash } from 'node:crypto';
import type { Input } from '../../../bot/chat/chat-platform.ts';
import { actionDataSchema, type CarriedForm, readAnswers } from '../cards/teams-form.ts';
import { typedText } from '../cards/teams-text.ts';
import { VERBS } from '../cards/teams-verbs.ts';
import {
  executeSchema,
  placeOfActivity,
  type TeamsActivity,
  type TeamsPlace,
} from './teams-activity.ts';

/** Something that a person, or their client, did in Teams. */
export interface TeamsAct {
  /** The same for every redelivery of the act. */
  readonly deliveryId: string;
  readonly place: TeamsPlace;
  readonly serviceUrl: string;
  /** Every tenant that the activity names; all of them must be allowed. */
  readonly tenants: readonly string[];
  readonly from: TeamsAccount;
  /** The message whose button was pressed. */
  readonly message?: string;
  /** Whether the sender waits for an answer in the response. */
  readonly isInvoke: boolean;
  /** The client acted by itself, as when it looks for a newer card: no person has decided anything. */
  readonly isAutomatic: boolean;
  /** Undefined when the activity is genuine but not usable: an action that is not one of ours. */
  readonly input?: Input | 'show';
  /** The form that the input answers. */
  readonly form?: CarriedForm;
}

export interface TeamsAccount {
  /** What Teams calls the sender towards this bot: `29:…`. */
  readonly id: string;
  /** In Microsoft Entra ID; absent for those who are in no directory. */
  readonly objectId?: string;
  readonly isBot: boolean;
}

/** Reads an activity that Teams is known to have sent. Undefined when it asks for nothing. */
export function readTeamsAct(activity: TeamsActivity): TeamsAct | undefined {
  if (activity.type === 'invoke') return invokeAct(activity);
  if (activity.type !== 'message') return undefined;
  if (typeof activity.value === 'object' && activity.value !== null) {
    return { ...common(activity), ...readAction(undefined, activity.value) };
  }
  const text = commandText(activity);
  return text === undefined ? undefined : { ...common(activity), input: { kind: 'typed', text } };
}

function invokeAct(activity: TeamsActivity): TeamsAct | undefined {
  if (activity.name !== 'adaptiveCard/action') return undefined;
  const { action, trigger } = executeSchema.safeParse(activity.value).data ?? {};
  return {
    ...common(activity),
    isAutomatic: trigger === 'automatic',
    ...readAction(action?.verb, action?.data),
  };
}

function readAction(verb: string | undefined, data: unknown): Pick<TeamsAct, 'input' | 'form'> {
  if (verb === VERBS.show) return { input: 'show' };
  const read = actionDataSchema.safeParse(data).data;
  if (read === undefined) return {};
  const { press, form } = read.failback;
  if (form === undefined) return press === undefined ? {} : { input: { kind: 'pressed', press } };
  const { command } = form;
  const values = readAnswers(read);
  const submitted = { kind: 'submitted', command, values } as const;
  return { form, input: { ...submitted, ...(form.press && { press: form.press }) } };
}

function common(activity: TeamsActivity): TeamsAct {
  const { from, conversation, channelData, replyToId, serviceUrl, type } = activity;
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter(isPresent);
  return {
    deliveryId: deliveryId(activity),
    place: placeOfActivity(activity),
    serviceUrl,
    tenants: [...new Set(tenants.map((tenant) => tenant.toLowerCase()))],
    from: {
      id: from.id,
      ...(isPresent(from.aadObjectId) && { objectId: from.aadObjectId.toLowerCase() }),
      isBot: from.role === 'bot' || from.id.startsWith('28:'),
    },
    ...(isPresent(replyToId) && { message: replyToId }),
    isInvoke: type === 'invoke',
    isAutomatic: false,
  };
}

function deliveryId(activity: TeamsActivity): string {
  const { type, conversation, id } = activity;
  const name = id ?? createHash('sha256').update(JSON.stringify(activity)).digest('hex');
  return `teams:${type}:${conversation.id}:${name}`;
}

/** What was typed to the bot; undefined when it was not addressed: some tenants let bots hear everything. */
function commandText(activity: TeamsActivity): string | undefined {
  const { recipient, entities, text } = activity;
  const ours = (entities ?? []).filter(
    ({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id,
  );
  if (ours.length === 0 && placeOfActivity(activity).kind !== 'personal') return undefined;
  const rest = ours.reduce((words, mention) => words.replace(mention.text ?? '', ' '), text ?? '');
  // The bot's own texts write commands with a slash, and people copy them.
  return typedText(rest.replace(/<\/?at[^>]*>/g, '')).replace(/^[@/]?failback(?=\s|$)\s*/i, '');
}

function isPresent<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
