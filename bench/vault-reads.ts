/**
 * What watching costs: reads of Azure per look at a vault, with one open failback, with a thousand, and with ten recovery
 * plans of a hundred VMs each, through the real adapter. Run: npx tsx bench/vault-reads.ts
 */
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../bot/system-clock.ts';
import { startAzureSimulator } from '../simulators/azure/azure-simulator.ts';
import { FailbackRig } from '../test/support/failback-rig.ts';
import { MemoryLedger } from '../test/support/fakes/memory-ledger.ts';
import { addPlans, namesOf, synchronizePlans, synchronizeVms } from './open-failbacks.ts';

const VMS = 1_000;
const LOOKS = 10;

/** Slow enough that looks do not compete with the set-up. */
const PACE = { fastMs: 3_000, slowMs: 3_000 };

/** So many open failbacks, of VMs or of plans of so many VMs each. */
async function measure(open: number, vmsInPlan = 0) {
  const azure = await startAzureSimulator({
    timings: { synchronizationMs: 3_600_000 },
    timeScale: 1,
  });
  const vms = namesOf('vm', VMS);
  for (const name of vms) azure.addVm({ name, blocksPerDisk: 8 });
  const rig = new FailbackRig(azure, new MemoryLedger(), PACE, undefined, systemClock);
  await rig.runner.start();
  if (vmsInPlan === 0) await synchronizeVms(rig, vms.slice(0, open));
  else await synchronizePlans(rig, addPlans(azure, vms, vmsInPlan));
  await looks(rig, 2);
  const before = azure.calls.log.length;
  await looks(rig, LOOKS);
  const log = azure.calls.log.slice(before).filter(({ method }) => method === 'GET');
  const kind = (name: string) =>
    log.filter(({ operation }) => operation.endsWith(name)).length / LOOKS;
  await rig.runner.stop();
  await azure.close();
  return {
    'open failbacks': open,
    'VMs in each': Math.max(1, vmsInPlan),
    'reads per look': log.length / LOOKS,
    'item pages': kind('replicationProtectedItems'),
    'job pages and details': kind('replicationJobs'),
    '429s': log.filter(({ status }) => status === 429).length,
  };
}

/** Resolves after so many new pictures of the vault. */
async function looks(rig: FailbackRig, count: number): Promise<void> {
  const seen = new Set<number>();
  while (seen.size <= count) {
    const at = rig.runner.readAt(rig.azure.vault);
    if (at !== undefined) seen.add(at);
    await pause(5);
  }
}

const rows = [];
for (const open of [1, 100, VMS]) rows.push(await measure(open));
rows.push(await measure(10, 100));
console.table(rows);
