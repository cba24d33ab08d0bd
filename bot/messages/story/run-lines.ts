import type { Directory } from '../../access/directory.ts';
import type { Line } from '../../chat/message/message.ts';
import type { LedgerEntry } from '../../failback/state/ledger.ts';
import { membersOf, type Run } from '../../failback/state/run.ts';
import { listedName } from '../words/run-words.ts';
import { describeEntry } from './describe-event.ts';

interface Told {
  readonly records: ReadonlyMap<string, readonly LedgerEntry[]>;
}

/** Every entry of every member, in the order of the chain. */
export const entriesInOrder = ({ records }: Told): readonly LedgerEntry[] =>
  [...records.values()].flat().sort((a, b) => a.sequence - b.sequence);

/** Draws an entry as a line with the VM's name behind its time; undefined for what only the machinery needs. */
export function lineIn({ run, directory }: { readonly run: Run; readonly directory: Directory }) {
  const names = new Map(membersOf(run).map((one) => [one.id, listedName(one)]));
  return (entry: LedgerEntry): Line | undefined => {
    const [time, ...words] = describeEntry(entry, directory) ?? [];
    if (time === undefined) return undefined;
    return [time, '  ', { bold: names.get(entry.stream) ?? entry.stream }, ...words];
  };
}
