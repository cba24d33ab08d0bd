import { phrase, type Words } from '../failback/words.ts';

/** What a person tried, as the ledger keeps it when it is refused. `number` is 0 where no question was open. */
export const attemptWords = (act: string, number: number): Words =>
  number === 0 ? act : phrase('{act}, question {number}', { act, number: String(number) });
