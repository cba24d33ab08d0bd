import fc from 'fast-check';
import { describe, it } from 'vitest';
import { Life } from './life.ts';
import { policies, settings, stories } from './stories.ts';

/** More lives are tried with, say, FAILBACK_LIVES=5000. */
const LIVES = Number(process.env['FAILBACK_LIVES'] ?? 60);

const ends = fc.constantFrom('goOn' as const, 'goOn' as const, 'letGo' as const);

describe('any life of a failback', () => {
  it('keeps the rules, whatever people, Azure, time and death do, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(
        stories,
        policies,
        settings,
        ends,
        async (story, policy, setting, onHold) => {
          const life = new Life(setting, policy);
          await life.begin();

          for (const { act, to } of story) {
            await life.happen(act, to);
            await life.check();
          }
          await life.end(onHold);
          await life.check();
          await life.checkEnd();
        },
      ),
      { numRuns: LIVES },
    );
  }, 600_000);
});
