import { describe, expect, it } from 'vitest';
import { askForHold } from '../../../bot/failback/decide/decide.ts';
import { isMarked } from '../../../bot/failback/state/coming-home.ts';
import type { Operation } from '../../../bot/failback/state/gates.ts';
import { ada, mina } from '../../support/failback-story.ts';
import { TAKES_MS } from '../../support/fakes/fake-vault.ts';
import { settle } from '../../support/manual-clock.ts';
import { ID, newWorld, newWorldWithHost, PACE, RunnerRig } from '../../support/runner-rig.ts';

const ONCE_EACH: readonly Operation[] = [
  'plannedFailover',
  'completeFailover',
  'commit',
  'reverseReplicate',
];

async function started(): Promise<RunnerRig> {
  const rig = new RunnerRig();
  await rig.runner.start();
  await rig.begin();
  return rig;
}

describe('the runner', () => {
  it('brings a VM home, each call once, and asks before each but the last', async () => {
    const rig = await started();

    const failback = await rig.until(() => false);
    await rig.runner.stop();

    expect(failback.stage).toBe('protected');
    expect(rig.vault.taken).toEqual(ONCE_EACH);
    expect(rig.vault.sent).toEqual(ONCE_EACH);
    expect(failback.decisions.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'direction passed',
      'complete passed',
      'commit passed',
    ]);
    expect((failback.downUntil ?? 0) - (failback.downFrom ?? 0)).toBeGreaterThanOrEqual(TAKES_MS);
    expect(rig.clock.asleep).toBe(0);
  });

  it('asks before reverse replication too where the policy says so', async () => {
    const rig = new RunnerRig();
    await rig.runner.start();
    await rig.begin({ askBeforeReverse: true });

    const failback = await rig.until(() => false);
    expect(failback.stage).toBe('protected');
    expect(failback.decisions.at(-1)).toMatchObject({ kind: 'reverse', outcome: 'passed' });
  });

  it('calls nothing without a decision, however long it takes', async () => {
    const rig = await started();

    await rig.clock.advance(86_400_000);
    expect(rig.vault.sent).toEqual([]);
    expect(await rig.failback()).toMatchObject({ stage: 'expired' });
  });

  it('expires a question at its time, without being asked', async () => {
    const rig = await started();
    const { gate } = await rig.failback();

    await rig.clock.advance((gate?.expiresAt ?? 0) - rig.clock.now() - 1);
    expect((await rig.failback()).stage).toBe('awaitingDirection');
    await rig.clock.advance(1);
    expect((await rig.failback()).stage).toBe('expired');
  });

  it('keeps looking at the vault while Azure takes long to answer a call', async () => {
    const rig = await started();
    let answer = () => {};
    rig.vault.meanwhile = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    await rig.approve();

    await rig.clock.advance(120_000);
    expect(rig.clock.now() - (rig.runner.readAt('north') ?? 0)).toBeLessThanOrEqual(PACE.slowMs);
    expect(await rig.failback()).toMatchObject({ stage: 'starting', call: { status: 'intended' } });

    answer();
    await settle();
    expect(await rig.failback()).toMatchObject({ call: { status: 'taken' } });
    await rig.runner.stop();
    expect(rig.clock.asleep).toBe(0);
  });

  it('notices that the job of what was let go of is cancelled, and keeps the VM from starting by itself', async () => {
    const world = newWorldWithHost();
    const rig = new RunnerRig(world);
    await rig.runner.start();
    await rig.begin();
    await rig.until(({ stage }) => stage === 'synchronizing');
    const at = rig.clock.now();
    await rig.failbacks.decide(ID, { by: mina, attempt: 'hold', at }, (failback) =>
      askForHold(failback, mina, 'Wait.'),
    );
    await rig.release('abandon');
    expect(isMarked(await rig.failback())).toBe(false);

    rig.vault.endJob('Cancelled');
    await rig.clock.advance(10 * PACE.slowMs);
    await settle();
    const failback = await rig.failback();
    await rig.clock.advance(60 * PACE.slowMs);
    await rig.runner.stop();

    expect(failback).toMatchObject({ stage: 'abandoned', job: { phase: 'cancelled' } });
    expect(isMarked(failback)).toBe(true);
    expect(await rig.failbacks.listMarked()).toHaveLength(1);
    expect(world.host.vm.startAction).toBe('Nothing');
    const seen = (await rig.ledger.read(ID)).filter(({ event }) => event.type === 'jobObserved');
    expect(seen.filter(({ event }) => JSON.stringify(event).includes('cancelled'))).toHaveLength(1);
  });

  it('notices on hold that the job was cancelled, and the VM must not be started', async () => {
    const rig = await started();
    await rig.until(({ stage }) => stage === 'synchronizing');
    const at = rig.clock.now();
    await rig.failbacks.decide(ID, { by: mina, attempt: 'hold', at }, (failback) =>
      askForHold(failback, mina, 'Wait.'),
    );

    rig.vault.endJob('Cancelled');
    await rig.clock.advance(60_000);
    expect(await rig.failback()).toMatchObject({
      onPremises: [{ isMarked: true }],
      hold: { reason: 'askedFor' },
    });
    const { revision } = await rig.failback();
    await rig.clock.advance(86_400_000);
    expect((await rig.failback()).revision).toBe(revision);
  });

  it('does nothing on hold but what a person says', async () => {
    const rig = await started();
    await rig.until(({ stage }) => stage === 'synchronizing');
    rig.vault.endJob('Failed');
    await rig.clock.advance(60_000);
    expect(await rig.failback()).toMatchObject({ hold: { reason: 'jobFailed' } });
    const { revision } = await rig.failback();

    await rig.clock.advance(86_400_000);
    expect((await rig.failback()).revision).toBe(revision);
    expect(await rig.release('again', mina)).toBe('ownRequest');
    await rig.release('again', ada);
    expect((await rig.failback()).stage).toBe('awaitingDirection');
  });

  it('comes home on a second try after the first was cancelled', async () => {
    const rig = await started();
    await rig.until(({ stage }) => stage === 'synchronizing');
    rig.vault.endJob('Cancelled');

    const held = await rig.until(({ hold }) => hold !== undefined);
    expect(held).toMatchObject({
      onPremises: [{ isMarked: true }],
      hold: { reason: 'jobCancelled' },
    });
    const failback = await rig.until(() => false, ['again']);
    expect(failback).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
  });

  it('keeps trying while Azure cannot be read', async () => {
    const rig = new RunnerRig();
    rig.vault.failingReads = 9;
    await rig.runner.start();
    await rig.begin();
    expect((await rig.failback()).stage).toBe('checking');

    await rig.clock.advance(60_000);
    expect((await rig.failback()).stage).toBe('awaitingDirection');
  });

  it('takes up what is open when it starts', async () => {
    const world = newWorld();
    const first = new RunnerRig(world);
    await first.begin();
    expect((await first.failback()).stage).toBe('checking');

    const second = new RunnerRig(world);
    await second.runner.start();
    await settle();
    expect((await second.failback()).stage).toBe('awaitingDirection');
    expect(second.runner.readAt('north')).toBe(world.clock.now());
    expect(second.runner.readAt('south')).toBeUndefined();
  });

  it('leaves a failback alone whose vault the settings no longer name, and others not', async () => {
    const rig = await started();
    const { revision } = await rig.failback();
    await rig.failbacks.begin(
      'FB-LOST',
      {
        ...(await rig.ledger.read(ID)).map(({ event }) => event)[0],
        target: { kind: 'protectedItem', vault: 'south', itemId: 'x', name: 'x' },
      } as never,
      rig.clock.now(),
    );

    await rig.clock.advance(120_000);
    expect(await rig.failbacks.get('FB-LOST')).toMatchObject({ stage: 'checking', revision: 1 });
    expect((await rig.failback()).revision).toBeGreaterThanOrEqual(revision);
  });

  it('does nothing more once it has stopped', async () => {
    const rig = await started();
    await rig.runner.stop();

    await rig.approve();
    await rig.clock.advance(600_000);
    await rig.runner.tick(ID);
    expect(rig.vault.sent).toEqual([]);
    expect(rig.clock.asleep).toBe(0);
  });

  it('leaves no wake-up behind of a step that failed while it stopped', async () => {
    const rig = new RunnerRig();
    await rig.begin();
    let stopped = Promise.resolve();
    rig.vault.listProviders = () => {
      stopped = rig.runner.stop();
      throw new TypeError('no such property');
    };

    await rig.runner.start();
    await settle();
    await stopped;
    expect(rig.clock.asleep).toBe(0);
  });

  it('asks a person when an answer is lost and somebody else has tried the same since the vault was looked at', async () => {
    const rig = await started();
    await rig.clock.advance(PACE.slowMs);
    rig.vault.elsewhere('plannedFailover');
    rig.vault.endJob('Failed');
    rig.vault.answers.plannedFailover = ['unknownAndLost'];
    await rig.approve();

    const failback = await rig.until(({ hold }) => hold !== undefined);
    expect(failback.hold?.reason).toBe('callUnclear');
    expect(rig.vault.sent).toEqual(['plannedFailover']);
    await rig.runner.stop();
  });

  it('reads no list of jobs for a decision after the vault was looked at', async () => {
    const rig = await started();
    await rig.clock.advance(PACE.slowMs);
    rig.vault.reads.length = 0;
    let readForIt: readonly string[] = [];
    rig.vault.whenCalled = async () => {
      readForIt = rig.vault.reads.toSorted();
    };
    await rig.approve();

    expect(rig.vault.sent).toEqual(['plannedFailover']);
    expect(readForIt).toEqual(['fabrics', 'item', 'providers']);
    await rig.runner.stop();
  });

  it('has two approvals of the same question count once and call once', async () => {
    const rig = await started();
    const number = (await rig.failback()).gate?.number ?? 0;

    const answers = await Promise.all([rig.approve(undefined, number), rig.approve(ada, number)]);
    await settle();

    expect(answers.filter((refused) => refused === undefined)).toHaveLength(1);
    expect(rig.vault.sent).toEqual(['plannedFailover']);
  });

  it('keeps the answer of a call though a click was refused while it was under way', async () => {
    const rig = await started();
    rig.vault.answers.plannedFailover = ['refused'];
    const number = (await rig.failback()).gate?.number ?? 0;
    rig.vault.meanwhile = async () => {
      expect(await rig.approve(ada, number)).toBe('nothingAsked');
    };

    await rig.approve();
    await settle();
    expect(await rig.failback()).toMatchObject({ hold: { reason: 'callRefused' } });
    expect(await rig.typesSeen()).toContain('callRefused');
    await rig.clock.advance(600_000);
    expect(rig.vault.sent).toEqual(['plannedFailover']);
  });
});

describe('the runner with a server', () => {
  it.each([{ state: 'Running' }, { checkpoints: 1 }])(
    'starts no failover of a VM that was touched after the check: %o',
    async (change) => {
      const world = newWorldWithHost();
      const rig = new RunnerRig(world);
      await rig.runner.start();
      await rig.begin();
      world.host.touch(change);

      await rig.approve();
      expect(await rig.failback()).toMatchObject({ hold: { reason: 'vmNotReady' } });
      await rig.clock.advance(60_000);
      expect(world.vault.sent).toEqual([]);
    },
  );
});
