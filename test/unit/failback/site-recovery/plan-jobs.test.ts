import { describe, expect, it } from 'vitest';
import type { JobTask } from '../../../../bot/failback/ports/site-recovery.ts';
import { isStartingVmOfPlan, vmTasksIn } from '../../../../bot/failback/site-recovery/plan-jobs.ts';
import { job, task } from '../../../support/azure-records.ts';

const VMS = [
  { itemId: '/items/db-01', name: 'db-01', vmId: 'vm-db' },
  { itemId: '/items/web-01', name: 'web-01', vmId: 'vm-web' },
];

const of = (vmId: string, state: string): JobTask => ({
  ...task('Unknown', state),
  vm: { id: vmId, name: vmId },
});

const group = (groupType: string, friendlyName: string, children: readonly JobTask[]): JobTask => ({
  ...task(groupType, 'InProgress'),
  friendlyName,
  groupType,
  children,
});

/** The first group is up, the second is being started. */
const booting = job({
  tasks: [
    group('RpFailoverTask', 'Recovery plan failover', [
      of('vm-db', 'Succeeded'),
      of('vm-web', 'Succeeded'),
    ]),
    group('BootGroup', 'Group 1: Start (1)', [of('vm-db', 'Succeeded')]),
    group('BootGroup', 'Group 2: Start (1)', [of('vm-web', 'InProgress')]),
  ],
});

/** The second group waits for the first. */
const first = job({
  tasks: [
    group('BootGroup', 'Group 1: Start (1)', [of('vm-db', 'InProgress')]),
    group('BootGroup', 'Group 2: Start (1)', [of('vm-web', 'NotStarted')]),
  ],
});

describe('where the VMs stand in the job of a plan', () => {
  it('is home for those that Azure has started, and for no other', () => {
    const tasks = vmTasksIn(booting, VMS);

    expect(tasks.get('/items/db-01')?.isHome).toBe(true);
    expect(tasks.get('/items/web-01')).toEqual({ step: 'Group 2: Start (1)', state: 'InProgress' });
  });

  it.each([
    [booting, '/items/db-01', true],
    [booting, '/ITEMS/WEB-01', true],
    [first, '/items/db-01', true],
    [first, '/items/web-01', false],
    [first, '/items/other', false],
  ])('tells whether it is Azure that starts a VM', (seen, itemId, isStarting) => {
    expect(isStartingVmOfPlan(seen, itemId, VMS)).toBe(isStarting);
  });
});
