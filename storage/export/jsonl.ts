import { readEvent } from '../chain/chain-check.ts';
import type { ExportedEntry, ExportFormat } from './export-format.ts';

const LINE =
  /^\{"sequence":(\d+),"stream":("(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"),"revision":(\d+),"at":(-?\d+),"previous":"([0-9a-f]*)","hash":"([^"]*)","event":(.*)\}$/su;

/** JSON Lines: https://jsonlines.org. The event is the last member, as the exact text that its hash covers. */
export const jsonl: ExportFormat = {
  header: undefined,
  lineEnd: '\n',

  write({ sequence, stream, revision, at, previous, hash, event }) {
    const place = JSON.stringify({ sequence, stream, revision, at, previous, hash }).slice(0, -1);
    // What is no event can only come from a damaged ledger. As a string it leaves the line readable.
    const text = readEvent(event) === undefined ? JSON.stringify(event) : event;
    return `${place},"event":${text}}`;
  },

  read(line): ExportedEntry | undefined {
    const match = LINE.exec(line);
    if (match === null) return undefined;
    const [, sequence, stream = '""', revision, at, previous = '', hash = '', event = ''] = match;
    return {
      sequence: Number(sequence),
      stream: String(JSON.parse(stream)),
      revision: Number(revision),
      at: Number(at),
      previous,
      hash,
      event,
    };
  },
};
