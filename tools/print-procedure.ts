import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Speaker } from '../bot/chat/language/speaker.ts';
import type { Words } from '../bot/chat/message/phrase.ts';
import { GATES, type GateKind } from '../bot/failback/state/gates.ts';
import { STAGES } from '../bot/failback/state/stages.ts';
import { DICTIONARY } from '../bot/messages/dictionary/dictionary.ts';
import { HOLD_WORDS } from '../bot/messages/words/hold-words.ts';
import { PROCEDURE, type ProcedureStep, WIRE } from './procedure-steps.ts';

/** Prints docs/procedure.md from the code and from procedure-steps.ts. Run: npm run procedure */
const PAGE = fileURLToPath(new URL('../docs/procedure.md', import.meta.url));

const speaker = new Speaker('en', DICTIONARY);

/** The whole page. */
export function procedurePage(): string {
  const chapters = PROCEDURE.flatMap(({ title, source, steps }) => [
    `## ${title}`,
    ...(source === undefined ? [] : [`Documented at <${source}>.`]),
    table(STEP_COLUMNS, steps.map(stepRow)),
  ]);
  return `${[
    '# The procedure',
    'What the documentation of the product asks for, step by step, and what Failback makes of it. Printed from the code: `npm run procedure`.',
    ...chapters,
    '## The questions',
    'Who may decide, and how many have to: `policies` in the settings. Never the person who asked for the failback.',
    table(['Question', 'Open in', 'Leads to', 'To approve'], gateRows()),
    '## Where a failback can be',
    table(['Stage', 'What is true in it'], stageRows()),
    '## When the bot stops and asks',
    'The names stand in the last column of the steps. Every stop shows what was seen and the safe ways out.',
    table(['Name', 'What it says'], holdRows()),
  ].join('\n\n')}\n`;
}

const STEP_COLUMNS = [
  'The documentation',
  'In Failback',
  'The call',
  'What is checked',
  'What can go wrong',
];

function stepRow({
  documented,
  by,
  gates = [],
  stages = [],
  calls = [],
  checked,
  holds = [],
}: ProcedureStep) {
  const places = [...gates.map((gate) => `question ${code(gate)}`), ...stages.map(code)];
  return [
    documented,
    places.length === 0 ? by : `${by} (${places.join(', ')})`,
    calls.map((call) => WIRE[call]).join('; ') || 'none',
    checked,
    holds.map(code).join(', '),
  ];
}

const CHALLENGES = { liveSide: 'name the live side', vmName: 'type the name' } as const;

function gateRows(): string[][] {
  return Object.entries(GATES).map(([kind, row]) => [
    code(kind as GateKind),
    code(row.awaits),
    code(row.opens),
    'challenge' in row ? CHALLENGES[row.challenge] : 'a yes is enough',
  ]);
}

const stageRows = () => Object.keys(STAGES).map((stage) => [code(stage), english({ stage })]);

const holdRows = () =>
  Object.entries(HOLD_WORDS).map(([reason, words]) => [code(reason), english(words)]);

const english = (words: Words) => speaker.text(words);
const code = (name: string) => `\`${name}\``;

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, procedurePage());
