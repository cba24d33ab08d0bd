import { UpstreamError, type UpstreamFacts } from '../../bot/failback/ports/errors.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import type { Statement } from '../../bot/failback/words/statement.ts';

/** What Teams answered to a call, as far as it says why. */
export interface TeamsRefusal {
  readonly status: number;
  /** `error.code`, and `error.innerHttpError.body.error.code` or the like where Teams nests it. */
  readonly codes: readonly string[];
  readonly message?: string;
  readonly retryAfterMs?: number;
  readonly requestId?: string;
}

/** What a refusal means to the bot. */
interface Meaning {
  readonly code: string;
  readonly userMessage: Statement;
}

const GONE = {
  code: 'messageGone',
  userMessage: coded('teamsMessageGone'),
};
const CLOSED = {
  code: 'channelGone',
  userMessage: coded('teamsConversationClosed'),
};
const UNAUTHORIZED = {
  code: 'notAuthorized',
  userMessage: coded('teamsRefusesBot'),
};

/**
 * The names that Teams has for its refusals:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ActivityNotFoundInConversation: GONE,
  MessageNotFound: GONE,
  ConversationNotFound: CLOSED,
  BotNotInConversationRoster: CLOSED,
  MessageWritesBlocked: CLOSED,
  BotDisabledByAdmin: CLOSED,
  ConversationBlockedByUser: CLOSED,
  ForbiddenOperationException: CLOSED,
};

/** By status, where the name says nothing. A message that cannot be found is one that somebody has deleted. */
const BY_STATUS: Readonly<Record<number, Meaning>> = {
  401: UNAUTHORIZED,
  403: CLOSED,
};

/** Where nothing is found there, it is the message, or the thread, that is missing. */
const ABOUT_A_MESSAGE = ['updateActivity', 'replyInThread'];

/**
 * What Teams may say of a change to a message that somebody has deleted:
 * https://github.com/microsoft/BotFramework-Services/issues/269. It says no more, so this is believed of a change alone.
 * Where it is the conversation that is closed, the new message that follows is refused by name.
 */
function isUnexplained({ status, codes, message }: TeamsRefusal, operation: string): boolean {
  const isNameless = codes.includes('ServiceError') && message === 'Unknown';
  return operation === 'updateActivity' && status === 403 && isNameless;
}

/** Those that Microsoft asks to try again: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const TRANSIENT: readonly number[] = [408, 412, 429];

/** A refusal in the bot's own words. `operation` is what was tried. */
export function refusalError(refusal: TeamsRefusal, operation: string): UpstreamError {
  const { status, retryAfterMs, requestId } = refusal;
  const isNotFound = status === 404 && ABOUT_A_MESSAGE.includes(operation);
  const isMissing = isNotFound || isUnexplained(refusal, operation);
  const retryable = status >= 500 || TRANSIENT.includes(status);
  const meaning = retryable ? generic(refusal) : meaningOf(refusal, isMissing);
  return upstream(meaning, {
    operation,
    status,
    retryable,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(requestId !== undefined && { requestId }),
  });
}

function meaningOf({ status, codes, ...rest }: TeamsRefusal, isMissing: boolean) {
  const named = codes.map((code) => MEANINGS[code]).find((meaning) => meaning !== undefined);
  // A thread is a conversation of its own on the wire.
  const unnamed = isMissing ? GONE : BY_STATUS[status];
  return named ?? unnamed ?? generic({ status, codes, ...rest });
}

/** Teams was not reached, or did not answer in time. */
export function unreachable(operation: string, cause: unknown): UpstreamError {
  const words = { code: 'teamsUnreachable', userMessage: coded('teamsNotReached') };
  return upstream(words, { operation, retryable: true }, cause);
}

/** The token endpoint said no, or was not reached. */
export function tokenError(status: number | undefined, cause?: unknown): UpstreamError {
  const operation = 'token';
  const isRefused = status !== undefined && status >= 400 && status < 500 && status !== 429;
  if (isRefused) return upstream(UNAUTHORIZED, { operation, status, retryable: false }, cause);
  return upstream(
    { code: 'teamsUnreachable', userMessage: coded('teamsSignInFailed') },
    { operation, retryable: true, ...(status !== undefined && { status }) },
    cause,
  );
}

/** The bot keeps its token to itself. */
export function foreignServer(operation: string): UpstreamError {
  return upstream(
    {
      code: 'teamsRefused',
      userMessage: coded('teamsServerNotAllowed'),
    },
    { operation, retryable: false },
  );
}

function generic({ status, codes }: TeamsRefusal): Meaning {
  if (status === 429) return { code: 'rateLimited', userMessage: coded('teamsRateLimited') };
  const name = codes.at(-1);
  const userMessage =
    name === undefined
      ? coded('teamsStatus', { status })
      : coded('teamsStatusAndError', { status, error: name });
  return { code: status >= 500 ? 'teamsFailed' : 'teamsRefused', userMessage };
}

function upstream(
  { code, userMessage }: Meaning,
  facts: Omit<UpstreamFacts, 'service'>,
  cause?: unknown,
): UpstreamError {
  return new UpstreamError(code, userMessage, { service: 'teams', ...facts }, { cause });
}
