import type { Directory } from '../../../bot/access/directory.ts';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import {
  type SpokenMessage as Message,
  type SpokenPart as Part,
  plainText,
} from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import type { AdaptiveCard, CardElement } from './card-elements.ts';
import { fitElements } from './fit-card.ts';
import { refreshFor, renderButtons } from './teams-actions.ts';
import { TEAMS_LIMITS } from './teams-limits.ts';
import { drawCode, drawLine } from './teams-lines.ts';
import { type MentionEntity, mentionsIn } from './teams-mentions.ts';
import { cleanText, plainWords, shortenText } from './teams-text.ts';

/** Who reads it. */
export interface CardReader {
  readonly directory: Directory;
  /** Says what Teams has no room for. */
  readonly speaker: Speaker;
}

/** Draws a message within the limits of Teams. */
export function renderCard(
  message: Message,
  { directory, speaker }: CardReader,
  viewers: readonly string[] = [],
): AdaptiveCard {
  return assembleCard(renderTeamsParts(message.parts, directory), {
    fallbackText: summaryOf(message, directory),
    entities: mentionsIn(message.parts, directory),
    viewers,
    speaker,
  });
}

/** The text for notifications and screen readers. */
export function summaryOf(message: Message, directory: Directory): string {
  const text = plainText(message, (person) => directory.nameOf(person)).trim();
  return plainWords(text === '' ? 'Failback' : text, TEAMS_LIMITS.summary);
}

/** The card around its elements. `viewers` are those whose clients shall look for a newer card by themselves. */
export function assembleCard(
  elements: readonly CardElement[],
  {
    fallbackText,
    entities,
    speaker,
    viewers = [],
  }: {
    readonly fallbackText: string;
    readonly entities: readonly MentionEntity[];
    readonly speaker: Speaker;
    readonly viewers?: readonly string[];
  },
): AdaptiveCard {
  const frame = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText,
    ...(viewers.length > 0 && { refresh: refreshFor(viewers, speaker) }),
  } as const;
  const whole = { ...frame, msteams: { width: 'Full', entities }, body: [] };
  const body = fitElements(elements, whole, speaker);
  // Teams refuses a card that names somebody who is not mentioned in it: the mention may have been cut.
  const mentioned = entities.filter(({ text }) => body.some((element) => shows(element, text)));
  return { ...frame, body, msteams: { width: 'Full', entities: mentioned } };
}

function shows(element: CardElement, text: string): boolean {
  return element.type === 'TextBlock' && element.text.includes(text);
}

/** The elements of some parts, not yet fitted into a card. */
export function renderTeamsParts(parts: readonly Part[], directory: Directory): CardElement[] {
  const elements: CardElement[] = [];
  let isDivided = false;
  for (const part of parts) {
    const [first, ...rest] = renderPart(part, directory);
    if (first !== undefined) elements.push(isDivided ? { ...first, separator: true } : first);
    elements.push(...rest);
    isDivided = part.kind === 'divider' || (isDivided && first === undefined);
  }
  return elements;
}

function renderPart(part: Part, directory: Directory): CardElement[] {
  switch (part.kind) {
    case 'title':
      return titleOf(part.text);
    case 'paragraph':
      return present([drawLine(part.line, directory)]);
    case 'list':
      return closeTogether(part.lines.map((line) => drawLine(line, directory, { bullet: '• ' })));
    case 'facts':
      return closeTogether(
        part.facts.map(({ name, value }) => drawLine(value, directory, { name })),
      );
    case 'note':
      return present([drawLine(part.line, directory, { isSmall: true })]);
    case 'code':
      return part.text === '' ? [] : drawCode(part.text);
    case 'divider':
      return [];
    case 'buttons':
      return renderButtons(part.buttons);
  }
}

function titleOf(text: string): CardElement[] {
  const shown = cleanText(text).trim();
  if (shown === '') return [];
  const run = { type: 'TextRun', text: shown, weight: 'bolder', size: 'large' } as const;
  return [{ type: 'RichTextBlock', inlines: [run] }];
}

function present<T>(elements: readonly (T | undefined)[]): T[] {
  return elements.filter((element) => element !== undefined);
}

function closeTogether(elements: readonly (CardElement | undefined)[]): CardElement[] {
  return present(elements).map((element, index) =>
    index === 0 ? element : { ...element, spacing: 'small' },
  );
}

/** The words of a message for the narrow place beside a button that was pressed. */
export function bannerText(message: Message, { directory, speaker }: CardReader): string {
  const buttonless = { parts: message.parts.filter(({ kind }) => kind !== 'buttons') };
  const text = plainText(buttonless, (person) => directory.nameOf(person));
  return shortenText(cleanText(text).trim() || speaker.text(phrase('Done.')), TEAMS_LIMITS.banner);
}
