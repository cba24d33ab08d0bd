import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { rehearse } from '../../simulators/rehearsal/rehearse-scenario.ts';
import type { Scenario } from '../../simulators/rehearsal/scenario.ts';
import { fullDownload } from '../../simulators/rehearsal/scenarios/full-download.ts';
import { SCENARIOS } from '../../simulators/rehearsal/scenarios.ts';

const FAST = { timeScale: 1 / 500 };
const LIMIT_MS = 120_000;

/** Plays it as `npm run rehearse -- --play` does, only faster. */
async function played(scenario: Scenario) {
  const out = new PassThrough();
  const printed = text(out);
  const { isGood, summary } = await rehearse(scenario, out, FAST);
  out.end();
  return { isGood, summary, printed: await printed };
}

describe('npm run rehearse -- --play', () => {
  it.each(SCENARIOS)(
    '$name: $summary',
    async (scenario) => {
      const { isGood, summary, printed } = await played(scenario);

      expect(isGood, printed).toBe(true);
      expect(printed).not.toContain('[NO]');
      expect(printed).toContain(summary);
      expect(summary).toContain('0 blocks differ');
    },
    LIMIT_MS,
  );

  it(
    'says what is not as it should be, and is not good',
    async () => {
      const { outcome } = fullDownload;
      const calls = { 'web-01': { plannedFailover: 1 } };
      const script: Scenario = {
        ...fullDownload,
        async play({ mina }) {
          await mina.types('/failback check web-01');
          mina.wasTold('Advised: nothing');
        },
        outcome: { ...outcome, calls },
      };

      const { isGood, summary, printed } = await played(script);

      expect(isGood).toBe(false);
      expect(summary).toContain('full-download: NOT as it should be');
      expect(printed).toContain('[NO] Mina Example was NOT told: “Advised: nothing”');
      expect(printed).toContain('[NO] Failbacks: 0');
      expect(printed).toMatch(/\[NO\] VM web-01: .* off, in Azure running/);
      expect(printed).toContain('[NO] Calls that Azure carried out for web-01: none');
    },
    LIMIT_MS,
  );
});
