import { UpstreamError, type UpstreamFacts } from '../failback/ports/errors.ts';
import type { Message } from './message/message.ts';
import { phrase, type Words } from './message/phrase.ts';
import { compose, note, paragraph } from './message/say.ts';
import { userMessageOf } from './user-message.ts';

/** The only place where errors become chat: what is known is explained, the rest gets a reference into the log. */
export function errorReply(error: unknown, reference: string): Message {
  if (error instanceof UpstreamError) {
    const { userMessage, facts } = error;
    return compose(
      paragraph(
        facts.retryable
          ? phrase('{problem} Try again in a moment.', { problem: userMessage })
          : userMessage,
      ),
      note(phrase('{all}', { all: { list: factsOf(facts), between: ', ' } })),
    );
  }
  const known = userMessageOf(error);
  if (known !== undefined) return compose(paragraph(known));
  return compose(
    paragraph(
      phrase(
        'Something went wrong inside the bot, and it is not certain what was done. Look at /failback status before you try again.',
      ),
    ),
    note(phrase('Reference for the administrator: {reference}', { reference })),
  );
}

function factsOf({ service, status, requestId }: UpstreamFacts): readonly Words[] {
  return [
    service,
    ...(status ? [phrase('status {status}', { status })] : []),
    ...(requestId ? [phrase('request {requestId}', { requestId })] : []),
  ];
}
