import { StatedError } from '../failback/ports/errors.ts';
import { InputError } from './input-error.ts';
import type { Words } from './message/phrase.ts';

/** What people may read of an error; undefined for one that the bot does not know. */
export const userMessageOf = (error: unknown): Words | undefined =>
  error instanceof StatedError || error instanceof InputError ? error.userMessage : undefined;
