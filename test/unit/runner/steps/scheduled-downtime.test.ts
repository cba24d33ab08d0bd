import { describe, expect, it } from 'vitest';
import { decideToAskNow, nextNumber } from '../../../../bot/failback/decide/ask-now.ts';
import { askForHold } from '../../../../bot/failback/decide/decide.ts';
import { DAYS, type MaintenanceWindow } from '../../../../bot/failback/state/maintenance-window.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { ada, jun } from '../../../support/failback-story.ts';
import { settle } from '../../../support/manual-clock.ts';
import { ID, newWorld, RunnerRig } from '../../../support/runner-rig.ts';

const MINUTE = 60_000;

/** The clock stands at 03:00 when it all begins. */
const EARLY: MaintenanceWindow = { days: DAYS, from: '05:00', to: '06:00', timeZone: 'UTC' };
/** The next one is not long after it. */
const LATER: MaintenanceWindow = { ...EARLY, from: '06:30', to: '07:00' };
const FIVE = Date.UTC(2031, 4, 6, 5);
const SIX = FIVE + 60 * MINUTE;
const NEXT = SIX + 30 * MINUTE;

/** Synchronized at a few minutes past three, with a window at five. */
async function waiting(questionMs = 4 * 60 * MINUTE) {
  const world = newWorld();
  const rig = new RunnerRig(world);
  await rig.begin({ windows: [EARLY, LATER], questionMs });
  await rig.runner.start();
  await rig.until(({ stage }) => stage === 'awaitingCompletion');
  const until = async (moment: number) => {
    await rig.clock.advance(moment - rig.clock.now());
    await settle();
  };
  return { world, rig, until };
}

describe('complete failover, where there is a maintenance window', () => {
  it('is not asked for before the window opens, and then until it closes', async () => {
    const { rig, until } = await waiting();

    await until(FIVE - 1);
    expect((await rig.failback()).gate).toBeUndefined();
    await until(FIVE);

    expect((await rig.failback()).gate).toMatchObject({ kind: 'complete', expiresAt: SIX });
    expect(rig.vault.sent).toEqual(['plannedFailover']);
    await rig.runner.stop();
  });

  it('is asked for at once while the window is open', async () => {
    const rig = new RunnerRig();
    await rig.begin({ windows: [{ ...EARLY, from: '02:00' }] });
    await rig.runner.start();

    const { gate } = await rig.until(({ gate: open }) => open?.kind === 'complete');

    expect(gate?.expiresAt).toBe((gate?.openedAt ?? 0) + 60 * MINUTE);
    await rig.runner.stop();
  });

  it('is asked for when the window opens also by a bot that was started meanwhile', async () => {
    const { world, rig, until } = await waiting();
    await rig.runner.stop();

    const next = new RunnerRig(world);
    await next.runner.start();
    await until(FIVE);

    expect((await next.failback()).gate?.kind).toBe('complete');
    await next.runner.stop();
  });

  it('is asked for again in the next window when nobody decided before the window closed', async () => {
    const { rig, until } = await waiting();

    await until(SIX);
    const { gate, hold, decisions } = await rig.failback();
    expect({ gate, hold }).toEqual({ gate: undefined, hold: undefined });
    expect(decisions.at(-1)).toMatchObject({ kind: 'complete', outcome: 'withdrawn' });
    await until(NEXT);

    expect((await rig.failback()).gate?.kind).toBe('complete');
    await rig.runner.stop();
  });

  it('is put to a person when nobody decided in time though the window is open', async () => {
    const { rig, until } = await waiting(10 * MINUTE);

    await until(FIVE + 10 * MINUTE);

    expect((await rig.failback()).hold?.reason).toBe('gateExpired');
    await rig.runner.stop();
  });

  it('is not called with an approval of a window that has closed', async () => {
    const { rig, until } = await waiting();
    rig.vault.answers.completeFailover = Array.from({ length: 50 }, () => 'throttled' as const);
    await until(SIX - 2 * MINUTE);

    await rig.approve();
    expect((await rig.failback()).grant?.expiresAt).toBe(SIX);
    // A call that was put off is looked at again when its pause is over.
    await until(SIX + MINUTE);

    const sent = rig.vault.sent.length;
    expect((await rig.failback()).stage).toBe('awaitingCompletion');
    expect((await rig.typesSeen()).at(-1)).toBe('grantVoided');
    await until(NEXT - 1);
    expect(rig.vault.sent).toHaveLength(sent);
    expect(rig.vault.taken).toEqual(['plannedFailover']);
    await until(NEXT);
    expect((await rig.failback()).gate?.because).toEqual([
      { name: 'approval', asked: coded('approvalGiven'), now: coded('approvalNotUsedInTime') },
    ]);
    await rig.runner.stop();
  });

  it('keeps to the windows that the failback was started under', async () => {
    const { rig } = await waiting();

    expect((await rig.failback()).policy.windows).toEqual([EARLY, LATER]);
    await rig.runner.stop();
  });
});

describe('complete failover that an approver has asked for now', () => {
  async function askedNow() {
    const scene = await waiting();
    const { rig } = scene;
    const at = rig.clock.now();
    const decided = await rig.failbacks.decide(ID, { by: ada, attempt: 'ask-now', at }, (state) =>
      decideToAskNow(state, { by: ada, number: nextNumber(state), reason: 'It burns.' }, at),
    );
    expect(decided?.refused).toBeUndefined();
    await settle();
    return scene;
  }

  it('goes all the way home outside of the window', async () => {
    const { rig } = await askedNow();
    expect((await rig.failback()).gate?.kind).toBe('complete');

    const home = await rig.until(() => false);

    expect(home.stage).toBe('protected');
    expect(home.downFrom).toBeLessThan(FIVE);
    expect(home.askedNow).toBeUndefined();
    await rig.runner.stop();
  });

  it('waits for the window again when the approval was not used in time', async () => {
    const { rig, until } = await askedNow();
    rig.vault.answers.completeFailover = Array.from({ length: 80 }, () => 'throttled' as const);
    await rig.approve();

    await until(rig.clock.now() + 15 * MINUTE);
    const { stage, gate, grant, askedNow: wish } = await rig.failback();

    expect({ stage, gate, grant, wish }).toEqual({ stage: 'awaitingCompletion' });
    await until(FIVE);
    expect((await rig.failback()).gate?.kind).toBe('complete');
    await rig.runner.stop();
  });

  it('is asked for again at once when Azure has changed', async () => {
    const { rig } = await askedNow();
    if (rig.vault.item) rig.vault.item = { ...rig.vault.item, disks: [] };

    await rig.approve();

    expect(await rig.failback()).toMatchObject({
      gate: { kind: 'complete' },
      askedNow: { reason: 'It burns.' },
    });
    await rig.runner.stop();
  });

  it('goes on after a hold with the approval, and with the name of who had it asked now', async () => {
    const { rig } = await askedNow();
    rig.vault.answers.completeFailover = ['throttled'];
    await rig.approve();
    const at = rig.clock.now();
    await rig.failbacks.decide(ID, { by: jun, attempt: 'hold', at }, (state) =>
      askForHold(state, jun, 'Wait.'),
    );

    expect(await rig.failback()).toMatchObject({
      hold: { reason: 'askedFor' },
      grant: { kind: 'complete' },
      askedNow: { reason: 'It burns.' },
    });
    await rig.clock.advance(MINUTE);
    await rig.release('again');
    expect(rig.vault.taken).toContain('completeFailover');
    await rig.runner.stop();
  });

  it('waits for the window again after a hold', async () => {
    const { rig } = await askedNow();
    const { gate } = await rig.failback();
    await rig.clock.advance((gate?.expiresAt ?? 0) - rig.clock.now());
    await settle();

    expect(await rig.failback()).toMatchObject({ hold: { reason: 'gateExpired' } });
    await rig.release('again');
    expect(await rig.failback()).toMatchObject({ stage: 'awaitingCompletion' });
    expect((await rig.failback()).gate).toBeUndefined();
    await rig.runner.stop();
  });
});
