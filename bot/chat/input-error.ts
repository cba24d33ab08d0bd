import { FailbackError } from '../failback/ports/errors.ts';
import { roughWords, type Words } from './message/phrase.ts';

/** Somebody typed what the bot cannot use. */
export class InputError extends FailbackError {
  readonly userMessage: Words;

  constructor(code: string, userMessage: Words, options?: ErrorOptions) {
    super(code, roughWords(userMessage), options);
    this.userMessage = userMessage;
  }
}
