/** What the simulator answers to a request. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; nothing when undefined. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as the Bot Connector writes them. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

export const NOT_IN_ROSTER = refusal(
  403,
  'BotNotInConversationRoster',
  'The bot is not part of the conversation roster.',
);

export const NO_CONVERSATION = refusal(404, 'ConversationNotFound', 'Conversation not found.');

export const NO_ACTIVITY = refusal(
  404,
  'ActivityNotFoundInConversation',
  'Message does not exist in the thread.',
);

export function tooMany(seconds: number): Answer {
  const answer = refusal(429, 'TooManyRequests', 'Too many requests.');
  return { ...answer, headers: { 'retry-after': String(seconds) } };
}
