import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import type { CardElement, RichTextBlock } from './card-elements.ts';
import { TEAMS_LIMITS } from './teams-limits.ts';
import { shortenText } from './teams-text.ts';

const NOTE = phrase('Shortened: the rest does not fit into one Teams message.');

/** Bytes that count towards the size of a card. */
export function cardBytes(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card) ?? '');
}

/** The elements as they are, or, when they are too long for Teams, shortened, with a note that says so. */
export function fitElements(
  elements: readonly CardElement[],
  frame: object,
  speaker: Speaker,
): CardElement[] {
  const room = TEAMS_LIMITS.cardBytes - cardBytes(frame);
  return bytes(elements) <= room ? [...elements] : shortenElements(elements, room, noteIn(speaker));
}

const noteIn = (speaker: Speaker): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text: speaker.text(NOTE), size: 'small', isSubtle: true }],
});

/** What can be pressed or filled in goes first, wherever it stands: a decision must stay possible. */
function shortenElements(
  elements: readonly CardElement[],
  size: number,
  note: RichTextBlock,
): CardElement[] {
  const room = { size: size - bytes([note]) };
  const usable = new Set(elements.filter((one) => isUsable(one) && take(one, room)));
  const cut = elements.findIndex((one) => !usable.has(one) && !take(one, room));
  const part = shortenBlock(elements[cut], room.size);
  return [
    ...elements.slice(0, cut),
    ...(part === undefined ? [] : [part]),
    note,
    ...elements.slice(cut).filter((one) => usable.has(one)),
  ];
}

function isUsable({ type }: CardElement): boolean {
  return type === 'ActionSet' || type === 'Input.Text' || type === 'Input.ChoiceSet';
}

function take(element: CardElement, room: { size: number }): boolean {
  const size = bytes([element]);
  if (size > room.size) return false;
  room.size -= size;
  return true;
}

/** As much of a text as fits. Text with markup is of one piece: cut anywhere, it could mean something else. */
function shortenBlock(element: CardElement | undefined, room: number): CardElement | undefined {
  if (element?.type !== 'RichTextBlock') return undefined;
  const text = element.inlines.map((run) => run.text).join('');
  const cut = (length: number): RichTextBlock => ({
    ...element,
    inlines: [{ type: 'TextRun', text: shortenText(text, length) }],
  });
  let fits = 1;
  let tooLong = text.length + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (bytes([cut(middle)]) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits === 1 ? undefined : cut(fits);
}

/** With the commas between them. */
function bytes(elements: readonly CardElement[]): number {
  return elements.reduce((sum, element) => sum + cardBytes(element) + 2, 0);
}
