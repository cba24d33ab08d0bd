import { type Answer, refusal } from '../answer.ts';
import type { Tenant } from '../tenant.ts';
import { type Activity, cardOf, isObject, type Json } from '../wire.ts';
import { nodesOf } from './card-parts.ts';
import { cardProblems } from './card-rules.ts';

/**
 * Bytes, UTF-16, for a whole message:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const MESSAGE_BYTES = 100 * 1_024;

/** Bytes of a card. The smallest limit that Microsoft has named for one: who keeps to it is safe everywhere. */
const CARD_BYTES = 28 * 1_024;

/** What the service would refuse in a message, as its answer; undefined when all is well. */
export function contentProblem(body: unknown, tenant: Tenant): Answer | undefined {
  if (!isObject(body)) return refusal(400, 'BadSyntax', 'The request has no activity in it.');
  const activity = body as Activity;
  if (activity.type === 'typing') return undefined;
  if (activity.type !== 'message') return refusal(400, 'BadArgument', 'Unknown activity type.');
  if ((activity.text ?? '') === '' && (activity.attachments ?? []).length === 0) {
    return refusal(400, 'BadSyntax', 'A message says something or carries something.');
  }
  if (isTooBig(activity)) return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  const problems = [
    ...textMentionProblems(activity, tenant),
    ...wholeCardProblems(activity, tenant),
  ];
  return problems.length === 0 ? undefined : refusal(400, 'BadArgument', problems.join('; '));
}

function isTooBig(activity: Activity): boolean {
  const card = cardOf(activity);
  return (
    Buffer.byteLength(JSON.stringify(activity), 'utf16le') > MESSAGE_BYTES ||
    Buffer.byteLength(JSON.stringify(card ?? {})) > CARD_BYTES
  );
}

function textMentionProblems({ text = '', entities = [] }: Activity, tenant: Tenant): string[] {
  return mentionProblems(entities, [text], tenant);
}

function wholeCardProblems(activity: Activity, tenant: Tenant): string[] {
  const card = cardOf(activity);
  if (card === undefined) return [];
  const { entities = [] } = (card['msteams'] ?? {}) as { entities?: readonly Json[] };
  // Runs of text read no markup, so nobody is mentioned there.
  const texts = nodesOf(card)
    .filter(({ type }) => type !== 'TextRun')
    .flatMap(textsOf);
  return [...cardProblems(card), ...mentionProblems(entities, texts, tenant)];
}

/** The texts of an element: its own, and those of the facts in it. */
function textsOf(node: Json): string[] {
  const facts = Array.isArray(node['facts']) ? (node['facts'] as Json[]) : [];
  return [node['text'], ...facts.flatMap(({ title, value }) => [title, value])].filter(
    (text) => typeof text === 'string',
  );
}

/** Whoever is mentioned is somebody, and stands in the text. */
function mentionProblems(
  entities: readonly Json[],
  texts: readonly string[],
  tenant: Tenant,
): string[] {
  return entities
    .filter(({ type }) => type === 'mention')
    .flatMap(({ text, mentioned }) => {
      const id = isObject(mentioned) ? String(mentioned['id']) : '';
      const isWritten = typeof text === 'string' && texts.some((one) => one.includes(text));
      return [
        ...(tenant.personByAccount(id) === undefined ? [`nobody is called ${id}`] : []),
        ...(isWritten ? [] : [`the text has no ${String(text)} in it`]),
      ];
    });
}
