import { z } from 'zod';
import type { Press } from '../../bot/chat/message.ts';

/** A press as it travels through Slack, in the value of a button or with a form. */
export const pressSchema: z.ZodType<Press> = z
  .object({
    command: z.string().min(1),
    failback: z.string(),
    number: z.number(),
    choice: z.string().optional(),
  })
  .transform(({ choice, ...press }) => (choice === undefined ? press : { ...press, choice }));

/** The press in a button's value; undefined when it is none of ours or was cut. */
export function readPress(value: unknown): Press | undefined {
  if (typeof value !== 'string') return undefined;
  return pressSchema.safeParse(parseJson(value)).data;
}

/** The value of some JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
