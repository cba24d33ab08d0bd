import { FailbackError, UpstreamError } from '../failback/errors.ts';
import { phrase } from '../failback/words.ts';
import type { Message } from './message.ts';
import { compose, note, paragraph } from './say.ts';

/** The only place where errors become chat: what is known is explained, the rest gets a reference into the log. */
export function errorReply(error: unknown, reference: string): Message {
  if (error instanceof UpstreamError) {
    const { service, status, requestId, retryable } = error.facts;
    const facts = [
      service,
      status && `status ${status}`,
      requestId && `request ${requestId}`,
    ].filter(Boolean);
    return compose(
      paragraph(error.userMessage, retryable ? ' Try again in a moment.' : ''),
      note(facts.join(', ')),
    );
  }
  if (error instanceof FailbackError) return compose(paragraph(error.userMessage));
  return compose(
    paragraph(
      phrase(
        'Something went wrong inside the bot, and it is not certain what was done. Look at /failback status before you try again.',
      ),
    ),
    note(phrase('Reference for the administrator: {reference}', { reference })),
  );
}
