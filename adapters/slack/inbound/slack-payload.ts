import { parse } from 'node:querystring';
import { z } from 'zod';
import { parseJson } from '../../../bot/chat/endpoint/parse-json.ts';

/** What Bolt can sort into a kind of event. Anything else it leaves unanswered, or throws at. */
const payloadSchema = z.union([
  z.object({ command: z.string() }),
  z.object({ type: z.literal('url_verification') }),
  z.object({ type: z.literal('event_callback'), event: z.object({ type: z.string() }) }),
  z.object({ type: z.literal('block_actions'), actions: z.array(z.object({})).min(1) }),
  z.object({ type: z.enum(['view_submission', 'view_closed']), view: z.object({}) }),
  z.object({ type: z.enum(['shortcut', 'message_action', 'block_suggestion']) }),
]);

/** Whether a body has the outline of something that Slack sends. Says nothing of who sent it. */
export function isSlackPayload(body: unknown): boolean {
  return payloadSchema.safeParse(body).success;
}

/** The payload in the body of a request from Slack: JSON, or a form, perhaps with JSON in it. */
export function parsePayload(rawBody: Buffer, contentType: string | undefined): unknown {
  const text = rawBody.toString();
  if (contentType !== 'application/x-www-form-urlencoded') return parseJson(text);
  const fields = parse(text);
  return typeof fields['payload'] === 'string' ? parseJson(fields['payload']) : fields;
}
