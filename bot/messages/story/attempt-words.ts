import { phrase, type Words } from '../../chat/message/phrase.ts';

/** What a person tried, and which question it was about, where one was open. */
export const attemptWords = (act: string, number: number | undefined): Words =>
  number === undefined ? act : phrase('{act}, question {number}', { act, number: String(number) });
