import type {
  ActionsBlock,
  KnownBlock,
  RichTextElement,
  Button as SlackButton,
} from '@slack/types';
import type { Directory } from '../../../bot/access/directory.ts';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import {
  type SpokenButton as Button,
  type SpokenLine as Line,
  type SpokenMessage as Message,
  type SpokenPart as Part,
  plainText,
} from '../../../bot/chat/message/message.ts';
import { fitBlocks } from './fit-blocks.ts';
import { cleanText, escapeMarkup, shortenText } from './slack-escape.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import { richText, richTextPiece, smallPrint } from './slack-rich-text.ts';

/** What a message is in Slack: blocks, and the text for notifications and screen readers. */
export interface DrawnMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Slack asks to keep the text of a message below this: https://docs.slack.dev/reference/methods/chat.postMessage */
const FALLBACK_LENGTH = 4000;

/** Draws a message within Slack's limits. `speaker` says what Slack has no room for. */
export function renderMessage(
  message: Message,
  directory: Directory,
  speaker: Speaker,
): DrawnMessage {
  return {
    text: fallbackText(message, directory),
    blocks: fitBlocks(renderSlackParts(message.parts, directory), speaker),
  };
}

/** The blocks of some parts, not yet fitted into a message. */
export function renderSlackParts(parts: readonly Part[], directory: Directory): KnownBlock[] {
  let buttonCount = 0;
  return parts.flatMap((part) => {
    if (part.kind !== 'buttons') return renderPart(part, directory);
    const first = buttonCount;
    buttonCount += part.buttons.length;
    return renderButtons(part.buttons, first);
  });
}

/** One line of plain text for the places where Slack shows nothing else. */
export function plainTextObject(text: string, max: number) {
  const shown = shortenText(cleanText(text), max);
  return { type: 'plain_text', text: shown === '' ? '…' : shown, emoji: false } as const;
}

function fallbackText(message: Message, directory: Directory): string {
  const text = plainText(message, (person) => directory.nameOf(person)).trim();
  return escapeMarkup(shortenText(text === '' ? 'Failback' : text, FALLBACK_LENGTH));
}

function renderPart(part: Exclude<Part, { kind: 'buttons' }>, directory: Directory): KnownBlock[] {
  switch (part.kind) {
    case 'title':
      return [{ type: 'header', text: plainTextObject(part.text, SLACK_LIMITS.headerText) }];
    case 'paragraph':
      return section(richText(part.line, directory));
    case 'list':
      return bullets(part.lines, directory);
    case 'facts':
      return section(facts(part.facts, directory));
    case 'note':
      return small(part.line, directory);
    case 'code':
      return preformatted(part.text);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function section(elements: RichTextElement[]): KnownBlock[] {
  if (elements.length === 0) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

function bullets(lines: readonly Line[], directory: Directory): KnownBlock[] {
  const elements = lines
    .map((line) => richText(line, directory))
    .filter((inlines) => inlines.length > 0)
    .map((inlines) => ({ type: 'rich_text_section' as const, elements: inlines }));
  if (elements.length === 0) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}

function facts(
  entries: readonly { readonly name: string; readonly value: Line }[],
  directory: Directory,
): RichTextElement[] {
  return entries.flatMap(({ name, value }, index) => [
    richTextPiece(`${index === 0 ? '' : '\n'}${name}: `, 'bold'),
    ...richText(value, directory),
  ]);
}

function small(line: Line, directory: Directory): KnownBlock[] {
  const elements = smallPrint(line, directory);
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

function preformatted(text: string): KnownBlock[] {
  if (text === '') return [];
  const element = { type: 'text', text: cleanText(text) } as const;
  return [
    { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [element] }] },
  ];
}

function renderButtons(buttons: readonly Button[], first: number): KnownBlock[] {
  const drawn = buttons.map((button, index) => renderButton(button, first + index));
  const blocks: ActionsBlock[] = [];
  for (let at = 0; at < drawn.length; at += SLACK_LIMITS.actionElements) {
    blocks.push({ type: 'actions', elements: drawn.slice(at, at + SLACK_LIMITS.actionElements) });
  }
  return blocks;
}

/**
 * The action id stays the same for the same command at the same place. A press that is too long for Slack arrives cut,
 * and is then answered as a button that cannot be used.
 */
function renderButton(button: Button, index: number): SlackButton {
  const { label, press, style } = button;
  const spoken = cleanText(`${label}, ${press.failback}`);
  return {
    type: 'button',
    action_id: `${press.command.slice(0, 200)}:${index}`,
    text: plainTextObject(label, SLACK_LIMITS.buttonText),
    value: JSON.stringify(press).slice(0, SLACK_LIMITS.buttonValue),
    accessibility_label: shortenText(spoken, SLACK_LIMITS.buttonText),
    ...(style === 'plain' ? {} : { style }),
  };
}
