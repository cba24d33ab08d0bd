import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Input } from '../../../bot/chat/chat-platform.ts';
import { unescapeMarkup } from '../blocks/slack-escape.ts';
import { readForm } from '../blocks/slack-form.ts';
import { readPress } from './slack-press.ts';

/** Something that a person did in Slack. */
export interface SlackAct {
  /** The same for every redelivery of the act. */
  readonly deliveryId: string;
  readonly userId: string;
  /** Every workspace that the payload names; all of them must be allowed. */
  readonly teamIds: readonly string[];
  /** Empty when the payload names none: answers then go to the person's direct messages. */
  readonly channel: string;
  /** Undefined when the payload is genuine but not usable: a button or form that is not one of ours, or an old one. */
  readonly input?: Input;
  readonly responseUrl?: string;
  readonly triggerId?: string;
}

const id = z.string().min(1);
const team = z.object({ id: id.optional() }).nullish();
const answerable = { response_url: z.string().optional(), trigger_id: id.optional() };
const person = z.object({ id, team_id: id.optional() });

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
const slashSchema = z.object({
  ...answerable,
  command: id,
  text: z.string().default(''),
  trigger_id: id,
  team_id: id.optional(),
  user_id: id,
  channel_id: id,
});

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const pressSchema = z.object({
  ...answerable,
  type: z.literal('block_actions'),
  team,
  user: person,
  channel: z.object({ id }).optional(),
  message: z.object({ ts: id }).optional(),
  container: z.object({ message_ts: id.optional() }).optional(),
  actions: z
    .tuple([z.object({ action_id: z.string(), action_ts: z.string(), value: z.unknown() })])
    .rest(z.unknown()),
});

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const submissionSchema = z.object({
  ...answerable,
  type: z.literal('view_submission'),
  team,
  user: person,
  view: z.looseObject({ id, hash: z.string() }),
});

/** What is left to answer when the rest makes no sense. */
const anybodySchema = z.object({
  ...answerable,
  type: z.enum(['block_actions', 'view_submission', 'shortcut', 'message_action']),
  team,
  user: person,
  channel: z.object({ id }).optional(),
});

/**
 * Reads a payload that Slack is known to have sent. Undefined when there is nobody to answer, or nothing to answer, as
 * when a form is closed.
 */
export function readSlackAct(body: unknown, command: string): SlackAct | undefined {
  const slash = slashSchema.safeParse(body).data;
  if (slash !== undefined) return slashAct(slash, command);
  const press = pressSchema.safeParse(body).data;
  if (press !== undefined) return pressAct(press);
  const submission = submissionSchema.safeParse(body).data;
  if (submission !== undefined) return submissionAct(submission);
  const anybody = anybodySchema.safeParse(body).data;
  return anybody === undefined ? undefined : anybodyAct(anybody, fingerprint(body));
}

function slashAct(body: z.infer<typeof slashSchema>, command: string): SlackAct {
  const text = unescapeMarkup(body.text).trim();
  return {
    deliveryId: `slack:slash:${body.trigger_id}`,
    userId: body.user_id,
    teamIds: present([body.team_id]),
    channel: body.channel_id,
    ...(body.command === command && { input: { kind: 'typed', text } }),
    ...waysToAnswer(body),
  };
}

function pressAct(body: z.infer<typeof pressSchema>): SlackAct {
  const [action] = body.actions;
  const message = body.message?.ts ?? body.container?.message_ts ?? '';
  const press = readPress(action.value);
  return {
    deliveryId: `slack:press:${action.action_ts}:${body.user.id}:${message}:${action.action_id}`,
    ...whoAndWhere(body),
    ...(press && { input: { kind: 'pressed', press } }),
    ...waysToAnswer(body),
  };
}

function submissionAct(body: z.infer<typeof submissionSchema>): SlackAct {
  const { channel, ...form } = readForm(body.view) ?? { channel: '' };
  return {
    deliveryId: `slack:view:${body.view.id}:${body.view.hash}`,
    ...whoAndWhere({ ...body, channel: { id: channel } }),
    ...('command' in form && { input: { kind: 'submitted', ...form } }),
    ...waysToAnswer(body),
  };
}

function anybodyAct(body: z.infer<typeof anybodySchema>, print: string): SlackAct {
  return {
    deliveryId: `slack:other:${body.trigger_id ?? print}`,
    ...whoAndWhere(body),
    ...waysToAnswer(body),
  };
}

type Interaction = Pick<z.infer<typeof anybodySchema>, 'user' | 'team' | 'channel'>;

function whoAndWhere({ user, team, channel }: Interaction) {
  return {
    userId: user.id,
    teamIds: present([team?.id, user.team_id]),
    channel: channel?.id ?? '',
  };
}

function waysToAnswer(body: {
  response_url?: string | undefined;
  trigger_id?: string | undefined;
}) {
  return {
    ...(body.response_url !== undefined && { responseUrl: body.response_url }),
    ...(body.trigger_id !== undefined && { triggerId: body.trigger_id }),
  };
}

function present(ids: readonly (string | undefined)[]): string[] {
  return ids.filter((one) => one !== undefined);
}

function fingerprint(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
