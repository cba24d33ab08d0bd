/**
 * What watching costs: reads of Azure per look at a vault, with one open failback and with a thousand, through the real
 * adapter. Run: npx tsx bench/vault-reads.ts
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

async function measure(open: number) {
  const azure = await startAzureSimulator({
    timings: { synchronizationMs: 3_600_000 },
    timeScale: 1,
  });
  for (let index = 0; index < VMS; index += 1)
    azure.addVm({ name: `vm-${index}`, blocksPerDisk: 8 });
  const rig = new FailbackRig(azure, new MemoryLedger(), PACE);
  await rig.runner.start();
  const ids = Array.from({ length: open }, (_, index) => `FB-${String(index).padStart(4, '0')}`);
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    await Promise.all(
      ids
        .slice(first, first + AT_ONCE)
        .map((id, index) => synchronize(rig, id, `vm-${first + index}`)),
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
    'reads per look': log.length / LOOKS,
    'item pages': kind('replicationProtectedItems'),
    'job pages and details': kind('replicationJobs'),
    '429s': log.filter(({ status }) => status === 429).length,
  };
}

async function synchronize(rig: FailbackRig, id: string, vm: string): Promise<void> {
  await rig.request(id, vm);
  await rig.until(id, ({ gate }) => gate !== undefined);
  await rig.approve(id);
  await rig.until(id, ({ stage }) => stage === 'synchronizing');
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
console.table(rows);
