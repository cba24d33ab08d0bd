import type { Directory } from '../access/directory.ts';
import type { Speaker } from '../chat/language/speaker.ts';
import type { Line } from '../chat/message.ts';
import type { LedgerEntry } from '../failback/ports/ledger.ts';
import { membersOf, type Run } from '../failback/run.ts';
import { describeEntry } from './describe-event.ts';
import { listedName } from './run-words.ts';
import type { Slots, Write } from './slots.ts';
import { tellNext } from './story-lines.ts';

interface View {
  readonly run: Run;
  readonly records: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly directory: Directory;
  readonly speaker: Speaker;
}

/** What happened to all VMs of a run, in one order, below its board. Remembered is the last revision told of each. */
export function runThreadWrite(view: View, slots: Slots): Write | undefined {
  const board = slots.find('board');
  if (board === undefined) return undefined;
  const before = readMemory(slots.memoryOf('thread'));
  const untold = inOrder(view).filter(
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

/** Every entry of every member, in the order of the chain. */
export const inOrder = ({ records }: Pick<View, 'records'>): readonly LedgerEntry[] =>
  [...records.values()].flat().sort((a, b) => a.sequence - b.sequence);

/** Draws an entry as a line with the VM's name behind its time; undefined for what only the machinery needs. */
export function lineIn({ run, directory }: Pick<View, 'run' | 'directory'>) {
  const names = new Map(membersOf(run).map((one) => [one.id, listedName(one)]));
  return (entry: LedgerEntry): Line | undefined => {
    const [time, ...words] = describeEntry(entry, directory) ?? [];
    if (time === undefined) return undefined;
    return [time, '  ', { bold: names.get(entry.stream) ?? entry.stream }, ...words];
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
