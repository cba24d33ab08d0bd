import type { ContextBlockElement, RichTextElement } from '@slack/types';
import type { Directory } from '../../../bot/access/directory.ts';
import {
  type SpokenInline as Inline,
  type SpokenLine as Line,
  plainLine,
} from '../../../bot/chat/message/message.ts';
import { cleanText, shortenText } from './slack-escape.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

const DATE_FORMAT = '{date_short_pretty} {time}';
const USER_ID = /^[UW][A-Z0-9]+$/;

/**
 * A line as rich text. Slack reads no markup in the text elements of rich text, so nothing in them can become a mention,
 * a link or formatting.
 */
export function richText(line: Line, directory: Directory): RichTextElement[] {
  return line.map((inline) => richInline(inline, directory)).filter((element) => !isEmpty(element));
}

/** A piece of rich text. */
export function richTextPiece(text: string, style?: 'bold' | 'code'): RichTextElement {
  const element = { type: 'text', text: cleanText(text) } as const;
  return style === undefined ? element : { ...element, style: { [style]: true } };
}

/**
 * A line as small print: plain text, and markup of our own making for mentions and times only. Falls back to one plain
 * text when there are more pieces than Slack takes.
 */
export function smallPrint(line: Line, directory: Directory): ContextBlockElement[] {
  const pieces = mergeText(line, directory).filter((piece) => piece.text.trim() !== '');
  if (pieces.length <= SLACK_LIMITS.contextElements) return pieces;
  return [plainElement(plainLine(line, (person) => directory.nameOf(person)))];
}

/** The Slack user of a person, when the settings name one that can be one. */
function slackUser(person: string, directory: Directory): string | undefined {
  const userId = directory.identityOn('slack', person);
  return userId !== undefined && USER_ID.test(userId) ? userId : undefined;
}

function richInline(inline: Inline, directory: Directory): RichTextElement {
  if (typeof inline === 'string') return richTextPiece(inline);
  if ('bold' in inline) return richTextPiece(inline.bold, 'bold');
  if ('verbatim' in inline) return richTextPiece(inline.verbatim, 'code');
  if ('time' in inline) {
    const timestamp = Math.floor(inline.time / 1000);
    return { type: 'date', timestamp, format: DATE_FORMAT, fallback: utc(inline) };
  }
  const userId = slackUser(inline.mention, directory);
  if (userId !== undefined) return { type: 'user', user_id: userId };
  return richTextPiece(directory.nameOf(inline.mention));
}

function mergeText(
  line: Line,
  directory: Directory,
): { type: 'plain_text' | 'mrkdwn'; text: string }[] {
  const pieces: { type: 'plain_text' | 'mrkdwn'; text: string }[] = [];
  for (const inline of line) {
    const markup = ownMarkup(inline, directory);
    const last = pieces.at(-1);
    if (markup !== undefined) pieces.push({ type: 'mrkdwn', text: markup });
    else if (last?.type === 'plain_text') last.text += plainInline(inline, directory);
    else pieces.push({ type: 'plain_text', text: plainInline(inline, directory) });
  }
  return pieces.map((piece) => (piece.type === 'plain_text' ? plainElement(piece.text) : piece));
}

/** Markup that holds nothing but ids and numbers. */
function ownMarkup(inline: Inline, directory: Directory): string | undefined {
  if (typeof inline === 'string') return undefined;
  if ('time' in inline) {
    return `<!date^${Math.floor(inline.time / 1000)}^${DATE_FORMAT}|${utc(inline)}>`;
  }
  const userId = 'mention' in inline ? slackUser(inline.mention, directory) : undefined;
  return userId === undefined ? undefined : `<@${userId}>`;
}

function plainElement(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return {
    type: 'plain_text',
    text: shortenText(cleanText(text), SLACK_LIMITS.textObject),
    emoji: false,
  };
}

function plainInline(inline: Inline, directory: Directory): string {
  if (typeof inline !== 'string' && 'mention' in inline) return directory.nameOf(inline.mention);
  return plainLine([inline], (person) => directory.nameOf(person));
}

function utc(time: Inline): string {
  return plainLine([time], (person) => person);
}

function isEmpty(element: RichTextElement): boolean {
  return element.type === 'text' && element.text === '';
}
