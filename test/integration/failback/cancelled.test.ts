import { describe, expect } from 'vitest';
import { isMarked } from '../../../bot/failback/state/coming-home.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { isEnd } from '../../../bot/failback/state/stages.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import type { AzureSimulator } from '../../../simulators/azure/azure-simulator.ts';
import { FailbackRig } from '../../support/failback-rig.ts';
import { DyingLedger, isDeath } from '../../support/fakes/dying-ledger.ts';
import { MemoryLedger } from '../../support/fakes/memory-ledger.ts';
import { itInOwnVault as it } from '../../support/own-vault.ts';

const ID = 'FB-STOP';
const WAITS_FOR_COMPLETION = ({ gate }: Failback) => gate?.kind === 'complete';
const IS_ASKED = ({ hold }: Failback) => hold?.reason === 'cancelAsked';

/** The downtime takes seconds here: long enough to be seen in the middle of it. */
const LONG_DOWNTIME = { shutdownMs: 4_000_000, failoverMs: 4_000_000 };

const itInSlowVault = it.extend({ azureOptions: { timings: LONG_DOWNTIME } });

/** A failback of a VM, as far as its data has to travel. */
async function travelling(azure: AzureSimulator, vm: string): Promise<FailbackRig> {
  azure.addVm({ name: vm, writeEveryMs: 10 });
  const rig = new FailbackRig(azure);
  await rig.runner.start();
  await rig.request(ID, vm);
  await rig.until(ID, ({ gate }) => gate?.kind === 'direction');
  await rig.approve(ID);
  await rig.until(ID, ({ stage }) => stage === 'synchronizing');
  return rig;
}

describe('cancelling while data travels', () => {
  it('is asked about first, and letting it finish brings the VM home whole', async ({ azure }) => {
    const rig = await travelling(azure, 'finish-01');
    await rig.cancel(ID);
    const asked = await rig.until(ID, IS_ASKED);
    await rig.choose(ID, 'finish');
    const ended = await rig.approveAll(ID);
    await rig.runner.stop();

    expect(asked.hold?.evidence.map(({ value }) => value)).toContainEqual(
      coded('disksHalfWritten'),
    );
    expect(ended).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
    expect(rig.jobCalls('finish-01', 'cancel')).toBe(0);
    expect(azure.vm('finish-01').blocksThatDiffer()).toBe(0);
  });

  it('leaves the disks inconsistent, and a mark that says so in the next failback too', async ({
    azure,
  }) => {
    const rig = await travelling(azure, 'stop-01');
    await rig.cancel(ID);
    await rig.until(ID, IS_ASKED);
    await rig.choose(ID, 'cancel', 'The site has no power.');
    const ended = await rig.until(ID, ({ stage }) => isEnd(stage));
    await rig.request('FB-NEXT', 'stop-01');
    const next = await rig.until('FB-NEXT', ({ gate }) => gate !== undefined);
    const differing = azure.vm('stop-01').blocksThatDiffer();
    const home = await rig.approveAll('FB-NEXT');
    await rig.runner.stop();

    expect(ended).toMatchObject({ stage: 'cancelled', onPremises: [{ isMarked: true }] });
    expect(ended.summary).toEqual(coded('jobCancelled', { reason: 'The site has no power.' }));
    expect(differing).toBeGreaterThan(0);
    expect(isMarked(next)).toBe(true);
    expect(rig.jobCalls('stop-01', 'cancel')).toBe(1);
    expect(home).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
    expect(azure.vm('stop-01').blocksThatDiffer()).toBe(0);
  });

  it('and running again asks for the direction again, and brings the VM home whole', async ({
    azure,
  }) => {
    const rig = await travelling(azure, 'again-01');
    await rig.until(ID, WAITS_FOR_COMPLETION);
    await rig.cancel(ID);
    await rig.until(ID, IS_ASKED);
    await rig.choose(ID, 'cancel-again');
    const asked = await rig.until(ID, ({ gate }) => gate?.kind === 'direction');
    const differing = azure.vm('again-01').blocksThatDiffer();
    const ended = await rig.approveAll(ID);
    await rig.runner.stop();

    expect(isMarked(asked)).toBe(true);
    expect(differing).toBeGreaterThan(0);
    expect(ended).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
    expect(rig.jobCalls('again-01', 'cancel')).toBe(1);
    expect(azure.vm('again-01').blocksThatDiffer()).toBe(0);
  });

  itInSlowVault(
    'is not carried out on a job that has gone on to take the Azure VM down',
    async ({ azure }) => {
      const rig = await travelling(azure, 'late-01');
      await rig.until(ID, WAITS_FOR_COMPLETION);
      await rig.cancel(ID);
      await rig.until(ID, IS_ASKED);
      azure.jobs.resumeInPortal('late-01');
      await rig.choose(ID, 'cancel');
      const held = await rig.until(ID, ({ hold }) => hold?.reason === 'notOffered');
      await rig.choose(ID, 'finish');
      await rig.until(ID, ({ hold }) => hold?.reason === 'changedElsewhere');
      await rig.choose(ID, 'follow');
      const ended = await rig.approveAll(ID);
      await rig.runner.stop();

      expect(held.hold?.evidence[0]?.value).toEqual(coded('downtimeBegan'));
      expect(rig.jobCalls('late-01', 'cancel')).toBe(0);
      expect(ended).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
      expect(azure.vm('late-01').blocksThatDiffer()).toBe(0);
    },
  );

  itInSlowVault(
    'in the middle of the downtime says that the Azure VM may be stopped',
    async ({ azure }) => {
      const rig = await travelling(azure, 'down-01');
      await rig.until(ID, WAITS_FOR_COMPLETION);
      await rig.approve(ID);
      await rig.until(ID, ({ stage, call }) => stage === 'completing' && call?.status === 'taken');
      await rig.cancel(ID);
      const asked = await rig.until(ID, IS_ASKED);
      await rig.choose(ID, 'cancel');
      const ended = await rig.until(ID, ({ stage }) => isEnd(stage));
      await rig.runner.stop();

      expect(asked.hold?.evidence).toContainEqual({
        name: 'azureVm',
        value: coded('azureVmStopping'),
      });
      expect(ended).toMatchObject({ stage: 'cancelled', onPremises: [{ isMarked: true }] });
      expect(azure.vm('down-01').blocksThatDiffer()).toBeGreaterThan(0);
    },
  );
});

/** Events from the request to the end of a failback that is cancelled, and run again, with some to spare. */
const EVENTS = 18;
const deaths = (['before', 'after'] as const).flatMap((when) =>
  Array.from({ length: EVENTS }, (_, index) => ({ when, at: index + 1 })),
);

/** Whatever is asked is approved; the first time that data travels somebody asks to cancel, and it is chosen. */
async function cancelOnce(rig: FailbackRig, choice: string): Promise<Failback> {
  for (;;) {
    const failback = await rig.until(
      ID,
      ({ gate, hold, stage, cancelling }) =>
        isEnd(stage) ||
        hold !== undefined ||
        gate?.kind === 'direction' ||
        (cancelling === undefined && stage === 'synchronizing') ||
        (cancelling !== undefined && gate !== undefined),
    );
    if (isEnd(failback.stage)) return failback;
    if (failback.hold) await rig.choose(ID, choice);
    else if (failback.gate) await rig.approve(ID);
    else await rig.cancel(ID);
  }
}

async function liveUntilDeath(rig: FailbackRig, vm: string, choice: string): Promise<void> {
  try {
    await rig.runner.start();
    await rig.request(ID, vm);
    await cancelOnce(rig, choice);
  } catch (error) {
    if (!isDeath(error)) throw error;
  } finally {
    await rig.runner.stop();
  }
}

describe.each(['cancel', 'cancel-again'])('a bot that is killed on the way of "%s"', (choice) => {
  it.concurrent.for(deaths)(
    '$when event $at is stored cancels once, and ends the same',
    async ({ when, at }, { azure }) => {
      const vm = `${choice}-${when}-${at}`;
      azure.addVm({ name: vm, writeEveryMs: 10 });
      const ledger = new MemoryLedger();
      const dying = new DyingLedger(ledger, { at, when });

      const life = liveUntilDeath(new FailbackRig(azure, dying), vm, choice);
      await Promise.race([life, dying.death()]);
      const next = new FailbackRig(azure, ledger);
      await next.runner.start();
      if ((await ledger.read(ID)).length === 0) await next.request(ID, vm);
      const ended = await cancelOnce(next, choice);
      await next.runner.stop();

      expect(next.jobCalls(vm, 'cancel')).toBe(1);
      const isHome = choice === 'cancel-again';
      expect(ended).toMatchObject({
        stage: isHome ? 'protected' : 'cancelled',
        onPremises: [{ isMarked: !isHome }],
      });
      expect(azure.vm(vm).blocksThatDiffer() === 0).toBe(isHome);
    },
  );
});
