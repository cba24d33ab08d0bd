import { describe, expect } from 'vitest';
import type { Fault } from '../../../simulators/azure/faults.ts';
import { FailbackRig, ONCE_EACH } from '../../support/failback-rig.ts';
import { itInOwnVault as it } from '../../support/own-vault.ts';

/** What may come back, or not, from a call that changes the world. */
const FAULTS: Readonly<Record<string, (taken: boolean) => Fault>> = {
  'a 500': (taken) => ({ kind: 'status', status: 500, taken }),
  'a 503': (taken) => ({ kind: 'status', status: 503, taken }),
  'a reset': (taken) => ({ kind: 'reset', taken }),
  'nothing at all': (taken) => ({ kind: 'hang', taken }),
};

const CALLS = ['plannedFailover', 'resume', 'failoverCommit', 'reProtect'] as const;

const cases = CALLS.flatMap((call) =>
  Object.keys(FAULTS).flatMap((fault) => [true, false].map((taken) => ({ call, fault, taken }))),
);

describe('a call that is answered by a fault', () => {
  it.concurrent.for(cases)(
    '$call, $fault, taken: $taken: happens once',
    async ({ call, fault, taken }, { azure }) => {
      const vm = `${call}-${fault.replaceAll(' ', '-')}-${taken}`.toLowerCase();
      azure.addVm({ name: vm, writeEveryMs: 10 });
      const rig = new FailbackRig(azure);
      await rig.runner.start();
      const id = 'FB-TEST';
      const make = FAULTS[fault]!;
      if (call !== 'resume')
        azure.faults.next({ method: 'POST', operation: call, name: vm }, make(taken));

      await rig.request(id, vm);
      if (call === 'resume') {
        await rig.until(id, ({ stage }) => stage === 'awaitingDirection');
        const waiting = rig.until(id, ({ stage }) => stage === 'awaitingCompletion');
        await rig.until(id, ({ gate }) => gate !== undefined);
        await rig.approve(id);
        const { failoverJobId = '' } = await waiting;
        azure.faults.next(
          { method: 'POST', operation: 'resume', name: failoverJobId },
          make(taken),
        );
      }
      const failback = await rig.approveAll(id);
      await rig.runner.stop();

      expect(failback).toMatchObject({ stage: 'protected' });
      expect(rig.mutations(vm)).toEqual(ONCE_EACH);
      expect(azure.vm(vm).blocksThatDiffer()).toBe(0);
      const types = (await rig.events(id)).map(({ type }) => type);
      expect(types).toContain(taken ? 'callAdopted' : 'callNotTaken');
    },
  );
});
