/**
 * What watching costs: reads of Azure per look at a vault, with one open failback, with a thousand, and with ten recovery
 * plans of a hundred VMs each, through the real adapter. Run: npx tsx bench/vault-reads.ts
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startAzureSimulator } from '../simulators/azure/azure-simulator.ts';
import { MemoryLedger } from '../storage/memory/memory-ledger.ts';
import { FailbackRig } from '../test/support/failback-rig.ts';

const VMS = 1_000;
const LOOKS = 10;

/** Slow enough that looks do not compete with the set-up. */
const PACE = { fastMs: 3_000, slowMs: 3_000 };
const AT_ONCE = 20;

/** So many open failbacks, of VMs or of plans of so many VMs each. */
async function measure(open: number, vmsInPlan = 0) {
  const azure = await startAzureSimulator({
    timings: { synchronizationMs: 3_600_000 },
    timeScale: 1,
  });
  for (let index = 0; index < VMS; index += 1)
    azure.addVm({ name: `vm-${index}`, blocksPerDisk: 8 });
  const rig = new FailbackRig(azure, new MemoryLedger(), PACE);
  await rig.runner.start();
  const ids = Array.from({ length: open }, (_, index) => `FB-${String(index).padStart(4, '0')}`);
  // Each look at a plan reads the whole vault: not ten of them at once in the process of the simulator.
  const atOnce = vmsInPlan === 0 ? AT_ONCE : 1;
  for (let first = 0; first < ids.length; first += atOnce) {
    await Promise.all(
      ids
        .slice(first, first + atOnce)
        .map((id, index) => synchronize(rig, id, first + index, vmsInPlan)),
    );
  }
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

async function synchronize(
  rig: FailbackRig,
  id: string,
  index: number,
  vmsInPlan: number,
): Promise<void> {
  if (vmsInPlan === 0) await rig.request(id, `vm-${index}`);
  else {
    const name = `plan-${index}`;
    const vms = Array.from({ length: vmsInPlan }, (_, at) => `vm-${index * vmsInPlan + at}`);
    rig.azure.addPlan({ name, groups: inGroups(vms) });
    await rig.requestPlan(id, name);
  }
  await rig.until(id, ({ gate }) => gate !== undefined);
  await rig.approve(id);
  await rig.until(id, ({ stage }) => stage === 'synchronizing');
}

/** Five groups that start one after another. */
function inGroups(vms: readonly string[]) {
  const size = Math.ceil(vms.length / 5);
  return Array.from({ length: 5 }, (_, group) => ({
    vms: vms.slice(group * size, (group + 1) * size),
  }));
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
