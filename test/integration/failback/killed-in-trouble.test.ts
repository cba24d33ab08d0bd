import { describe, expect } from 'vitest';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { type FailbackRig, ONCE_EACH } from '../../support/failback-rig.ts';
import { untilTrue } from '../../support/fast-clock.ts';
import { answering, deaths, diesOnce, ID, lives, nameOf } from '../../support/lives-and-deaths.ts';
import { itInOwnVault as it } from '../../support/own-vault.ts';

const HALF_A_DAY_MS = 13 * 3_600_000;

describe('a bot that is killed while a failed job is restarted', () => {
  it.concurrent.for(deaths(10, 40))(
    '$when event $at is stored: restarted once',
    async (death, { azure }) => {
      const vm = nameOf('restart', death);
      azure.addVm({ name: vm, writeEveryMs: 10 });
      let hasFailed = false;
      const answer = answering('jobFailed', 'restart');

      const { ended, rig } = await diesOnce(azure, death, {
        id: ID,
        request: (one) => one.request(ID, vm),
        live: lives(async (failback, one) => {
          if (await answer(failback, one)) return true;
          if (failback.gate?.kind !== 'complete' || hasFailed) return false;
          hasFailed = true;
          azure.jobs.fail(vm, [{ code: '1', message: 'Out of luck.' }]);
          await one.until(ID, ({ hold }) => hold !== undefined);
          return true;
        }),
      });

      expect(ended).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
      expect(rig.jobCalls(vm, 'restart')).toBe(1);
      expect(rig.mutations(vm)).toEqual(ONCE_EACH);
      expect(azure.vm(vm).blocksThatDiffer()).toBe(0);
    },
  );
});

describe('a bot that is killed while it takes over what the portal has begun', () => {
  it.concurrent.for(deaths(1, 22))(
    '$when event $at is stored: nothing is started',
    async (death, { azure }) => {
      const vm = nameOf('adopt', death);
      azure.addVm({ name: vm, writeEveryMs: 10 });
      const job = azure.jobs.failBackInPortal(vm, 'beforeFailover');
      await untilTrue(() => azure.jobs.latest(vm).isWaiting(azure.now()));

      const { ended, rig } = await diesOnce(azure, death, {
        id: ID,
        request: (one) => one.adopt(ID, vm),
        live: lives(answering('adoptAsked', 'adopt')),
      });

      expect(ended).toMatchObject({ stage: 'protected', failoverJobId: job.id });
      expect(rig.mutations(vm)).toEqual({ ...ONCE_EACH, plannedFailover: 0 });
      expect(azure.vm(vm).blocksThatDiffer()).toBe(0);
    },
  );
});

describe('a bot that is killed while a job that succeeded in part is answered', () => {
  const slow = it.extend({ azureOptions: { timings: { commitMs: 400_000 } } });

  slow.concurrent.for(deaths(16, 36))(
    '$when event $at is stored: committed once',
    async (death, { azure }) => {
      const vm = nameOf('partly', death);
      azure.addVm({ name: vm, writeEveryMs: 10 });
      let isSpoilt = false;
      const answer = answering('jobPartly', 'continue');
      const isCommitting = ({ stage, call }: Failback) =>
        stage === 'committing' && call?.status === 'taken' && !isSpoilt;

      const { ended, rig } = await diesOnce(azure, death, {
        id: ID,
        request: (one) => one.request(ID, vm),
        live: lives(async (failback, one) => {
          if (isCommitting(failback)) {
            isSpoilt = true;
            azure.jobs.override(vm, {
              state: 'Succeeded',
              stateDescription: 'PartiallySucceeded',
            });
            return true;
          }
          if (failback.hold === undefined) return false;
          await untilTrue(() => azure.vm(vm).state === 'failbackCommitted');
          return answer(failback, one);
        }, isCommitting),
      });

      expect(ended.stage).toBe('protected');
      expect(rig.mutations(vm)).toEqual(ONCE_EACH);
      expect(azure.vm(vm).blocksThatDiffer()).toBe(0);
    },
  );
});

describe('a bot that is killed while a job that shows nothing new is cancelled', () => {
  const slow = it.extend({ azureOptions: { timings: { synchronizationMs: 20_000_000 } } });

  slow.concurrent.for(deaths(6, 18))(
    '$when event $at is stored: cancelled once',
    async (death, { azure }) => {
      const vm = nameOf('stuck', death);
      azure.addVm({ name: vm, writeEveryMs: 10 });
      const answer = answering('jobStuck', 'cancel');
      const isQuiet = ({ stage, job }: Failback) => stage === 'synchronizing' && job !== undefined;
      const isNew = (rig: FailbackRig) => rig.aheadMs === 0;

      const { ended, rig } = await diesOnce(azure, death, {
        id: ID,
        request: (one) => one.request(ID, vm),
        live: (one) =>
          lives(
            async (failback, same) => {
              if (isQuiet(failback) && failback.hold === undefined && isNew(same)) {
                same.aheadMs = HALF_A_DAY_MS;
                return true;
              }
              return answer(failback, same);
            },
            (failback) => isQuiet(failback) && isNew(one),
          )(one),
      });

      expect(ended).toMatchObject({ stage: 'cancelled', onPremises: [{ isMarked: true }] });
      expect(rig.jobCalls(vm, 'cancel')).toBe(1);
      expect(azure.vm(vm).blocksThatDiffer()).toBeGreaterThan(0);
    },
  );
});
