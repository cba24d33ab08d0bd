import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GATES } from '../../../bot/failback/state/gates.ts';
import { STAGES } from '../../../bot/failback/state/stages.ts';
import { HOLD_WORDS } from '../../../bot/messages/words/hold-words.ts';
import { procedurePage } from '../../../tools/print-procedure.ts';
import { PROCEDURE, WIRE } from '../../../tools/procedure-steps.ts';

const steps = PROCEDURE.flatMap((chapter) => chapter.steps);

/** Those of the code that no step speaks of. */
const missing = (known: object, spoken: readonly (string | undefined)[]) =>
  Object.keys(known).filter((name) => !spoken.includes(name));

describe('the table of the procedure', () => {
  it('is printed from this code: npm run procedure', () => {
    expect(readFileSync('docs/procedure.md', 'utf8')).toBe(procedurePage());
  });

  it('has a place for every question, stage, call and stop', () => {
    expect(
      missing(
        GATES,
        steps.flatMap(({ gates = [] }) => gates),
      ),
    ).toEqual([]);
    expect(
      missing(
        STAGES,
        steps.flatMap(({ stages = [] }) => stages),
      ),
    ).toEqual([]);
    expect(
      missing(
        WIRE,
        steps.flatMap(({ calls = [] }) => calls),
      ),
    ).toEqual([]);
    expect(
      missing(
        HOLD_WORDS,
        steps.flatMap(({ holds = [] }) => holds),
      ),
    ).toEqual([]);
  });
});
