import { z } from 'zod';
import type { Press } from '../message/message.ts';

/** A press as it travels through a chat service and back: what comes back is data of whoever sent it. */
export const pressSchema: z.ZodType<Press> = z
  .object({
    command: z.string().min(1),
    failback: z.string(),
    number: z.number(),
    choice: z.string().optional(),
  })
  .transform(({ choice, ...press }) => (choice === undefined ? press : { ...press, choice }));
