import type { Directory } from '../../../bot/access/directory.ts';
import {
  type SpokenInline as Inline,
  type SpokenLine as Line,
  plainLine,
} from '../../../bot/chat/message/message.ts';
import type { RichTextBlock, TextBlock, TextRun } from './card-elements.ts';
import { mentionOf } from './teams-mentions.ts';
import { cleanText, escapeMarkdown } from './teams-text.ts';

/** How a line looks, besides what its pieces say. */
export interface LineStyle {
  readonly isSmall?: true;
  /** What stands before the line. */
  readonly bullet?: '• ';
  /** In bold before the line. */
  readonly name?: string;
}

/**
 * A line as one element; undefined when there is nothing to see. Text runs read no markup at all, so lines are made of
 * them, but for lines with a mention or a moment: only text blocks can show those, and there the rest is escaped.
 */
export function drawLine(
  line: Line,
  directory: Directory,
  style: LineStyle = {},
): RichTextBlock | TextBlock | undefined {
  const named: Line = style.name === undefined ? line : [{ bold: `${style.name}: ` }, ...line];
  const isEmpty = plainLine(named, (person) => directory.nameOf(person)).trim() === '';
  if (isEmpty) return undefined;
  const bulleted: Line = style.bullet === undefined ? named : [style.bullet, ...named];
  return bulleted.some((inline) => needsMarkup(inline, directory))
    ? textBlock(bulleted, directory, style)
    : richText(bulleted, directory, style);
}

/** Lines of text as they are, in a font in which columns stay columns. */
export function drawCode(text: string): RichTextBlock[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => ({
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: line === '' ? '\u00a0' : keepSpaces(line), fontType: 'monospace' },
      ],
      ...(index > 0 && { spacing: 'none' }),
    }));
}

function needsMarkup(inline: Inline, directory: Directory): boolean {
  if (typeof inline === 'string') return false;
  if ('mention' in inline) return mentionOf(inline.mention, directory) !== undefined;
  return 'time' in inline;
}

function richText(line: Line, directory: Directory, { isSmall }: LineStyle): RichTextBlock {
  const small = isSmall ? ({ size: 'small', isSubtle: true } as const) : {};
  const runs = line.map((inline) => ({ ...textRun(inline, directory), ...small }));
  return { type: 'RichTextBlock', inlines: runs.filter(({ text }) => text !== '') };
}

function textRun(inline: Inline, directory: Directory): TextRun {
  if (typeof inline === 'string') return { type: 'TextRun', text: cleanText(inline) };
  if ('bold' in inline) return { type: 'TextRun', text: cleanText(inline.bold), weight: 'bolder' };
  if ('verbatim' in inline)
    return { type: 'TextRun', text: cleanText(inline.verbatim), fontType: 'monospace' };
  return { type: 'TextRun', text: cleanText(plain(inline, directory)) };
}

function textBlock(line: Line, directory: Directory, { isSmall }: LineStyle): TextBlock {
  const text = line.map((inline) => markup(inline, directory)).join('');
  return {
    type: 'TextBlock',
    text,
    wrap: true,
    ...(isSmall && { size: 'small', isSubtle: true }),
  };
}

function markup(inline: Inline, directory: Directory): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  if ('bold' in inline) return strong(inline.bold);
  if ('verbatim' in inline) return escapeMarkdown(inline.verbatim);
  if ('time' in inline) return moment(inline.time);
  return mentionOf(inline.mention, directory)?.text ?? escapeMarkdown(plain(inline, directory));
}

/** Stars that touch a space are shown as stars. */
function strong(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner === '' ? text : `${before}**${escapeMarkdown(inner)}**${after}`;
}

/** In the reader's own time zone: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features */
function moment(time: number): string {
  const iso = new Date(time).toISOString().replace(/\.\d{3}/, '');
  return `{{DATE(${iso},COMPACT)}} {{TIME(${iso})}}`;
}

function plain(inline: Inline, directory: Directory): string {
  if (typeof inline !== 'string' && 'mention' in inline) return directory.nameOf(inline.mention);
  return plainLine([inline], (person) => directory.nameOf(person));
}

function keepSpaces(line: string): string {
  return line.replaceAll('\t', '    ').replaceAll(' ', '\u00a0');
}
