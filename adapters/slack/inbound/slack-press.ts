import { parseJson } from '../../../bot/chat/endpoint/parse-json.ts';
import { pressSchema } from '../../../bot/chat/endpoint/press-schema.ts';
import type { Press } from '../../../bot/chat/message/message.ts';

/** The press in a button's value; undefined when it is none of ours or was cut. */
export function readPress(value: unknown): Press | undefined {
  if (typeof value !== 'string') return undefined;
  return pressSchema.safeParse(parseJson(value)).data;
}
