import { z } from 'zod';

const id = z.string().min(1);

/**
 * What Teams sends, as far as the bot reads it.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export const activitySchema = z.object({
  type: id,
  id: id.optional(),
  name: z.string().optional(),
  channelId: id,
  serviceUrl: id,
  from: z.object({ id, aadObjectId: id.nullish(), role: z.string().nullish() }),
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: id.nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id }).nullish() }).nullish(),
  replyToId: id.nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z
    .array(
      z.looseObject({
        type: z.string().optional(),
        text: z.string().optional(),
        mentioned: z.object({ id: z.string() }).optional(),
      }),
    )
    .nullish(),
  action: z.string().nullish(),
  membersRemoved: z.array(z.object({ id: z.string() })).nullish(),
});

export type TeamsActivity = z.infer<typeof activitySchema>;

/** The outline that a request must have before anybody looks at who sent it. */
export const envelopeSchema = z.looseObject({
  type: id,
  channelId: z.string(),
  serviceUrl: z.string(),
});
export type TeamsEnvelope = z.infer<typeof envelopeSchema>;

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
export const executeSchema = z.object({
  action: z.object({
    verb: z.string().optional(),
    data: z.unknown().optional(),
  }),
  trigger: z.string().optional(),
});

/** A place in Teams, read from the id and the kind that an activity names. */
export interface TeamsPlace {
  /** The channel or the chat, without its thread. */
  readonly conversation: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  /** The first message of the thread; in channels. */
  readonly thread?: string;
}

const THREAD = ';messageid=';

export function placeOfActivity({ conversation }: Pick<TeamsActivity, 'conversation'>): TeamsPlace {
  const [base = conversation.id, thread] = conversation.id.split(THREAD);
  const kind = kindOf(conversation);
  return { conversation: base, kind, ...(thread !== undefined && { thread }) };
}

/** A thread of a channel, as Teams names it. */
export function threadId(channel: string, thread: string): string {
  return `${channel}${THREAD}${thread}`;
}

/** A kind of conversation that is not known is taken for one in which others read along. */
function kindOf({
  conversationType: type,
  isGroup,
}: TeamsActivity['conversation']): TeamsPlace['kind'] {
  if (type === 'channel') return type;
  const isPersonal = type === 'personal' || (isMissing(type) && isGroup !== true);
  return isPersonal ? 'personal' : 'groupChat';
}

const isMissing = (value: unknown) => value === undefined || value === null;
