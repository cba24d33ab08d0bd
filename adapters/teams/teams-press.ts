import { z } from 'zod';
import type { Press } from '../../bot/chat/message.ts';

/** A press as it travels through Teams, in the data of a card's action. */
export const pressSchema: z.ZodType<Press> = z
  .object({
    command: z.string().min(1),
    failback: z.string(),
    number: z.number(),
    choice: z.string().optional(),
  })
  .transform(({ choice, ...press }) => (choice === undefined ? press : { ...press, choice }));

/** The verbs of the bot's own actions. A verb only sorts: what it leads to is decided by the data and the sender. */
export const VERBS = {
  press: 'failback/press',
  submit: 'failback/submit',
  /** Shows a message again as everybody sees it. Decides nothing. */
  show: 'failback/show',
} as const;
