import type { Directory } from '../access/directory.ts';
import { speak } from '../chat/language/speak.ts';
import type { Speaker } from '../chat/language/speaker.ts';
import { type Message, plainLine, type SpokenLine, type SpokenMessage } from '../chat/message.ts';
import { endsFailback } from '../failback/ends.ts';
import type { Failback } from '../failback/failback.ts';
import type { LedgerEntry } from '../failback/ports/ledger.ts';
import { isEnd } from '../failback/stages.ts';
import { renderGate } from './ask-message.ts';
import { type Moment, renderBoard } from './board.ts';
import { renderDecision, renderRelease } from './closed-message.ts';
import { describeEntry } from './describe-event.ts';
import { renderEnd } from './end-message.ts';
import { fingerprint } from './fingerprint.ts';
import { renderHold } from './hold-message.ts';
import type { PublishedMessage } from './published-messages.ts';

/** One message to be written next in one channel. */
export interface Write {
  readonly slot: string;
  readonly message: SpokenMessage;
  /** What is remembered of it: a fingerprint, or for the thread the last revision told. */
  readonly drawn: string;
  /** The message to change; absent for a new one. */
  readonly update?: string;
  /** The message below whose thread it goes. */
  readonly thread?: string;
}

/** What a channel should show of a failback, and what it shows. */
export interface View {
  readonly failback: Failback;
  readonly entries: readonly LedgerEntry[];
  readonly published: readonly PublishedMessage[];
  readonly directory: Directory;
  readonly speaker: Speaker;
  readonly moment: Moment;
}

/** What is told in one message below the board, when there is something to catch up on: more would be cut by the chat. */
const LINES_PER_MESSAGE = 20;
const CHARACTERS_PER_MESSAGE = 2_500;

/**
 * Every difference between what a channel should show and what it shows, the most urgent first: what must no longer be
 * pressed, then what waits for a decision, then the rest. A board has to be there before anything refers to it.
 */
export function openWrites(view: View): readonly Write[] {
  if (!isWorthShowing(view)) return [];
  const board = boardWrite(view);
  const isNew = !isPublished(view, 'board');
  return [
    ...closedAsks(view),
    isNew ? board : undefined,
    openAsk(view),
    endWrite(view),
    isNew ? undefined : board,
    threadWrite(view),
  ].filter((write) => write !== undefined);
}

/** A failback that ended before it asked anything concerns nobody but the person who tried: they were told privately. */
const isWorthShowing = ({ failback, published }: View) =>
  failback.asked > 0 || published.length > 0;

const messageOf = ({ published }: View, slot: string) =>
  published.find((message) => message.slot === slot && message.messageId !== '');

const isPublished = (view: View, slot: string) => messageOf(view, slot) !== undefined;

function draw(view: View, slot: string, message: Message): Write | undefined {
  const spoken = speak(message, view.speaker);
  const drawn = fingerprint(spoken);
  const shown = messageOf(view, slot);
  if (shown?.drawn === drawn) return undefined;
  return { slot, message: spoken, drawn, ...(shown && { update: shown.messageId }) };
}

/** Questions that are over. One that was never shown open is not shown at all: the thread tells it. */
function closedAsks(view: View): readonly (Write | undefined)[] {
  const { failback, directory } = view;
  const asks = [
    ...failback.decisions.map((decision) => ({
      slot: askSlot(decision.number),
      message: () => renderDecision(decision, failback, directory),
    })),
    ...failback.releases.map((release) => ({
      slot: askSlot(release.number),
      message: () => renderRelease(release, failback, directory),
    })),
  ];
  return asks
    .filter(({ slot }) => isPublished(view, slot))
    .map(({ slot, message }) => draw(view, slot, message()));
}

const askSlot = (number: number) => `ask-${number}`;

function openAsk(view: View): Write | undefined {
  const { failback, directory } = view;
  if (failback.gate)
    return draw(
      view,
      askSlot(failback.gate.number),
      renderGate(failback.gate, failback, directory),
    );
  if (failback.hold)
    return draw(
      view,
      askSlot(failback.hold.number),
      renderHold(failback.hold, failback, directory),
    );
  return undefined;
}

function endWrite(view: View): Write | undefined {
  const { failback, entries } = view;
  if (!isEnd(failback.stage) || isPublished(view, 'end')) return undefined;
  return draw(
    view,
    'end',
    renderEnd(
      failback,
      entries.find(({ event }) => endsFailback(event)),
    ),
  );
}

const boardWrite = (view: View) =>
  draw(view, 'board', renderBoard(view.failback, view.directory, view.moment));

function threadWrite(view: View): Write | undefined {
  const board = messageOf(view, 'board');
  if (board === undefined) return undefined;
  const told = Number(view.published.find(({ slot }) => slot === 'thread')?.drawn ?? 0);
  const lines: SpokenLine[] = [];
  let last = told;
  let length = 0;
  for (const { revision, line } of untold(view, told)) {
    length += line === undefined ? 0 : plainLine(line, String).length;
    if (lines.length === LINES_PER_MESSAGE || (lines.length > 0 && length > CHARACTERS_PER_MESSAGE))
      break;
    if (line !== undefined) lines.push(line);
    last = revision;
  }
  if (lines.length === 0) return undefined;
  return {
    slot: 'thread',
    message: { parts: [{ kind: 'list', lines }] },
    drawn: String(last),
    thread: board.messageId,
  };
}

/** What happened since then, each with its line where it is worth one. */
function untold({ entries, directory, speaker }: View, told: number) {
  return entries
    .filter(({ revision }) => revision > told)
    .map((entry) => {
      const line = describeEntry(entry, directory);
      return { revision: entry.revision, line: line && speaker.line(line) };
    });
}
