import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openForKeyboard } from '../../simulators/rehearsal/keyboard.ts';
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
  it.concurrent.each(SCENARIOS)(
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

  it.concurrent(
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

describe('npm run rehearse -- <scenario>', () => {
  it.concurrent(
    'leaves the scene to whoever is at the keyboard, and says in the end what is not home',
    async () => {
      const [input, out] = [new PassThrough(), new PassThrough()];
      const printed = text(out);

      input.end('nobody: list\nmina: check web-01\nmina: start\n\n');
      const isHome = await openForKeyboard(fullDownload, input, out);
      out.end();

      expect(isHome).toBe(false);
      expect(await printed).toContain('Say who: mina, jun, ada or kim');
      expect(await printed).toContain('Advised: full download');
      expect(await printed).toContain('A form came up.');
      expect(await printed).toMatch(/\[NO\] VM web-01: .* off, in Azure running/);
    },
    LIMIT_MS,
  );

  it('lists the scenarios where the name is unknown, and plays nothing', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'simulators/rehearse.ts', '--play', 'nonsense'],
      { encoding: 'utf8' },
    );

    expect(status).toBe(2);
    expect(stderr).toContain('There is no scenario "nonsense".');
    for (const { name, summary } of SCENARIOS)
      expect(stderr).toContain(`  ${name.padEnd(18)} ${summary}`);
  });
});
