import type { Actor, FailbackEvent } from '../../bot/failback/state/events.ts';
import { readEvent } from '../chain/chain-check.ts';
import type { ExportedEntry, ExportFormat } from './export-format.ts';

const COLUMNS = [
  'sequence',
  'time',
  'stream',
  'revision',
  'type',
  'by',
  'at',
  'previous',
  'hash',
  'event',
] as const;

const CELL = /"((?:[^"]|"")*)"(,|$)/y;

/** The first characters that make a spreadsheet run a cell: https://owasp.org/www-community/attacks/CSV_Injection */
const RISKY = /^[=+\-@\t\r\n']/;

/**
 * CSV after https://www.rfc-editor.org/rfc/rfc4180, every cell quoted. A cell that a spreadsheet could take for a
 * formula begins with an apostrophe, and so does one that begins with an apostrophe: taking one away gives it back.
 */
export const csv: ExportFormat = {
  header: writeCells(COLUMNS),
  lineEnd: '\r\n',

  write(entry) {
    const { sequence, stream, revision, at, previous, hash, event } = entry;
    const { type, by } = summarize(event);
    return writeCells([
      String(sequence),
      timeText(at),
      stream,
      String(revision),
      type,
      by,
      String(at),
      previous,
      hash,
      event,
    ]);
  },

  read(line): ExportedEntry | undefined {
    const cells = readCells(line);
    if (cells?.length !== COLUMNS.length) return undefined;
    const cell = (column: (typeof COLUMNS)[number]) => cells[COLUMNS.indexOf(column)] ?? '';
    return {
      sequence: Number(cell('sequence')),
      stream: cell('stream'),
      revision: Number(cell('revision')),
      at: Number(cell('at')),
      previous: cell('previous'),
      hash: cell('hash'),
      event: cell('event'),
    };
  },
};

function writeCells(cells: readonly string[]): string {
  return cells.map((cell) => `"${disarm(cell).replaceAll('"', '""')}"`).join(',');
}

function disarm(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell;
}

function readCells(line: string): readonly string[] | undefined {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (let match = CELL.exec(line); match !== null; match = CELL.exec(line)) {
    const text = (match[1] ?? '').replaceAll('""', '"');
    cells.push(text.startsWith("'") ? text.slice(1) : text);
    if (match[2] === '') return cells;
  }
  return undefined;
}

/** What an auditor filters by. Derived from the event, on one line. */
function summarize(text: string): { type: string; by: string } {
  const event = readEvent(text);
  if (event === undefined) return { type: '', by: '' };
  return { type: event.type, by: actorOf(event) };
}

function actorOf(event: FailbackEvent): string {
  if (!('by' in event)) return '';
  // An export must also show a damaged ledger, where anything may stand in this place.
  const by: Partial<Actor> | null | undefined = event.by;
  const name = by?.person ?? `${by?.platform}:${by?.userId}`;
  return String(name).replaceAll(/\s+/g, ' ');
}

/** Empty for a time that no calendar has, which only a damaged ledger can hold. */
function timeText(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
