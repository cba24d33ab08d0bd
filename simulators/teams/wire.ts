export type Json = Readonly<Record<string, unknown>>;

/** Somebody in a conversation, as an activity names them. */
export interface Account extends Json {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

/**
 * The parts of an activity that the simulator makes or reads; all else passes through untouched.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
export interface Activity extends Json {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly serviceUrl?: string;
  readonly from?: Account;
  readonly conversation?: Json & { readonly id: string };
  readonly replyToId?: string;
  readonly text?: string;
  readonly value?: unknown;
  readonly attachments?: readonly Attachment[];
  readonly entities?: readonly Json[];
}

export interface Attachment extends Json {
  readonly contentType: string;
  readonly content?: unknown;
}

/** An Adaptive Card, or anything in it. https://adaptivecards.io/explorer/ */
export interface CardNode extends Json {
  readonly type: string;
}

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** The first Adaptive Card of an activity. */
export function cardOf(activity: Pick<Activity, 'attachments'>): CardNode | undefined {
  const card = activity.attachments?.find((one) => one.contentType === CARD_TYPE)?.content;
  return isObject(card) ? (card as CardNode) : undefined;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
