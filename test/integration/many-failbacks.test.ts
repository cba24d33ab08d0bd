import { afterEach, expect, it } from 'vitest';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';
import { FailbackRig } from '../support/failback-rig.ts';
import { MemoryLedger } from '../support/fakes/memory-ledger.ts';
import { fastClock, SPEED } from '../support/fast-clock.ts';

/** Slow enough that the vault is looked at as a whole when it is asked for, and otherwise not. */
const PACE = { fastMs: 600_000 * SPEED, slowMs: 600_000 * SPEED };
const VMS = Array.from({ length: 24 }, (_, at) => `vm-${at}`);
const LISTS = [
  'replicationJobs',
  'replicationRecoveryServicesProviders',
  'replicationFabrics',
] as const;

let azure: AzureSimulator;
let rig: FailbackRig;
afterEach(async () => {
  await rig.runner.stop();
  await azure.close();
});

const idOf = (vm: string) => `FB-${vm.toUpperCase()}`;

/** The direction of each VM is asked for, in a vault with many other VMs. */
async function askForAll(): Promise<void> {
  azure = await startAzureSimulator({
    clock: fastClock,
    timings: { synchronizationMs: 3_600_000 * SPEED },
    pageSize: 10,
  });
  for (const name of VMS) azure.addVm({ name, blocksPerDisk: 4 });
  const ledger = new MemoryLedger();
  rig = new FailbackRig(azure, ledger, PACE);
  await rig.runner.start();
  await Promise.all(VMS.map((vm) => rig.request(idOf(vm), vm)));
  await Promise.all(VMS.map((vm) => rig.until(idOf(vm), ({ gate }) => gate !== undefined)));
}

async function approveAll(): Promise<void> {
  await Promise.all(VMS.map((vm) => rig.approve(idOf(vm))));
  await Promise.all(VMS.map((vm) => rig.until(idOf(vm), ({ stage }) => stage === 'synchronizing')));
}

it('reads each VM for its decision, and the lists of the vault for all decisions together', async () => {
  await askForAll();
  azure.calls.log.length = 0;
  // While the first one waits for these, all the others have decided.
  for (const operation of LISTS)
    azure.faults.next({ method: 'GET', operation }, { kind: 'slow', ms: 300 });

  await approveAll();

  const items = azure.calls.log.filter(
    ({ method, operation }) =>
      method === 'GET' && operation.toLowerCase().endsWith('replicationprotecteditems'),
  );
  const singles = items.filter(({ segments }) => segments.length % 2 === 0);
  expect(singles).toHaveLength(VMS.length);
  for (const list of LISTS) expect(azure.calls.reads(list)).toBe(2);
  for (const vm of VMS) expect(azure.calls.accepted('plannedFailover', vm)).toBe(1);
});
