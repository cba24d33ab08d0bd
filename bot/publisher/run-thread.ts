import type { Directory } from '../access/directory.ts';
import type { Speaker } from '../chat/language/speaker.ts';
import type { LedgerEntry } from '../failback/state/ledger.ts';
import type { Run } from '../failback/state/run.ts';
import { entriesInOrder, lineIn } from '../messages/story/run-lines.ts';
import { tellNext } from '../messages/story/story-lines.ts';
import type { Slots, Write } from './slots.ts';

export interface RunView {
  readonly run: Run;
  readonly records: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly directory: Directory;
  readonly speaker: Speaker;
}

/** What happened to all VMs of a run, in one order, below its board. Remembered is the last revision told of each. */
export function runThreadWrite(view: RunView, slots: Slots): Write | undefined {
  const board = slots.find('board');
  if (board === undefined) return undefined;
  const before = readMemory(slots.memoryOf('thread'));
  const untold = entriesInOrder(view).filter(
    ({ stream, revision }) => revision > (before.get(stream) ?? 0),
  );
  const lineOf = lineIn(view);
  const { lines, told } = tellNext(untold, (entry) => {
    const line = lineOf(entry);
    return line && view.speaker.line(line);
  });
  if (lines.length === 0) return undefined;
  const memory = told.reduce((all, { stream, revision }) => all.set(stream, revision), before);
  return {
    slot: 'thread',
    message: { parts: [{ kind: 'list', lines }] },
    drawn: writeMemory(memory),
    thread: board.messageId,
  };
}

function readMemory(text: string | undefined): Map<string, number> {
  const pairs = (text ?? '').split(' ').filter((pair) => pair.includes(':'));
  return new Map(
    pairs.map((pair): [string, number] => {
      const [id = '', revision] = pair.split(':');
      return [id, Number(revision)];
    }),
  );
}

const writeMemory = (memory: ReadonlyMap<string, number>): string =>
  [...memory].map(([id, revision]) => `${id}:${revision}`).join(' ');
