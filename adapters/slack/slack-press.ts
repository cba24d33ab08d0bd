import type { Press } from '../../bot/chat/message.ts';
import { parseJson } from '../../bot/chat/parse-json.ts';
import { pressSchema } from '../../bot/chat/press-schema.ts';

/** The press in a button's value; undefined when it is none of ours or was cut. */
export function readPress(value: unknown): Press | undefined {
  if (typeof value !== 'string') return undefined;
  return pressSchema.safeParse(parseJson(value)).data;
}
