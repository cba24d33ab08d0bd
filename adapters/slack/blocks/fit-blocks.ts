import type { KnownBlock } from '@slack/types';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { blockSize } from './block-kit-limits.ts';
import { shortenText } from './slack-escape.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

/** Below what Slack was seen to refuse, so that another way of counting does no harm. */
const SIZE = 12_000;
const NOTE_SIZE = 250;
const NOTE = phrase('Shortened: the rest does not fit into one Slack message.');

/** The blocks as they are, or, when they are too many or too long for Slack, shortened, with a note that says so. */
export function fitBlocks(blocks: readonly KnownBlock[], speaker: Speaker): KnownBlock[] {
  if (blocks.length <= SLACK_LIMITS.messageBlocks && blockSize(blocks) <= SIZE) return [...blocks];
  return shortenBlocks(blocks, speaker.text(NOTE));
}

/** Buttons go first, wherever they stand: a decision must stay possible. The text is cut where the room ends. */
function shortenBlocks(blocks: readonly KnownBlock[], note: string): KnownBlock[] {
  const room = { size: SIZE - NOTE_SIZE, blocks: SLACK_LIMITS.messageBlocks - 1 };
  const buttons = new Set(blocks.filter((block) => block.type === 'actions' && take(block, room)));
  const cut = blocks.findIndex((block) => !buttons.has(block) && !take(block, room));
  const part = room.blocks > 0 ? shorten(blocks[cut], room.size) : undefined;
  return [
    ...blocks.slice(0, cut),
    ...(part === undefined ? [] : [part]),
    { type: 'context', elements: [{ type: 'plain_text', text: note, emoji: false }] },
    ...blocks.slice(cut).filter((block) => buttons.has(block)),
  ];
}

function take(block: KnownBlock, room: { size: number; blocks: number }): boolean {
  const size = blockSize(block) + 1;
  if (room.blocks === 0 || size > room.size) return false;
  room.size -= size;
  room.blocks -= 1;
  return true;
}

/** A block, or something in it, of which only the text and the children matter. */
interface Node {
  readonly type: string;
  readonly text?: unknown;
  readonly elements?: readonly Node[];
}

/** As much of a rich text block as fits; nothing of other blocks, which are short or of one piece. */
function shorten(block: KnownBlock | undefined, room: number): KnownBlock | undefined {
  if (block?.type !== 'rich_text') return undefined;
  const { elements } = shortenNode(block as Node, room) ?? {};
  return elements === undefined
    ? undefined
    : { ...block, elements: elements as typeof block.elements };
}

function shortenNode(node: Node, room: number): Node | undefined {
  if (blockSize(node) <= room) return node;
  if (node.elements === undefined) return shortenLeaf(node, room);
  let left = room - blockSize({ ...node, elements: [] });
  const elements: Node[] = [];
  for (const child of node.elements) {
    const part = shortenNode(child, left - 1);
    if (part !== undefined) elements.push(part);
    if (part !== child) break;
    left -= blockSize(child) + 1;
  }
  return elements.length === 0 ? undefined : { ...node, elements };
}

function shortenLeaf(node: Node, room: number): Node | undefined {
  const { text } = node;
  if (typeof text !== 'string') return undefined;
  const cut = (length: number) => ({ ...node, text: shortenText(text, length) });
  let fits = 1;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (blockSize(cut(middle)) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits === 1 ? undefined : cut(fits);
}
