import { randomUUID } from 'node:crypto';
import type { FailbackEvent } from '../bot/failback/state/events.ts';
import type { AzureSimulator } from '../simulators/azure/azure-simulator.ts';
import type { FailbackRig } from '../test/support/failback-rig.ts';
import { storyAt } from '../test/support/failback-story.ts';

/** So many VMs are brought on their way at the same time. */
const AT_ONCE = 10;

/** Long enough that no question expires while others are prepared. */
export const PATIENT = { questionMs: 24 * 3_600_000, grantMs: 3_600_000, settleMs: 5_000 };

/**
 * Begins a failback of each VM as it stands when the bot is started anew: its planned failover is in Azure, its story is in the
 * ledger, and its job was seen to run. Nothing is read for it.
 */
export async function leaveUnderWay(rig: FailbackRig, vms: readonly string[]): Promise<void> {
  for (let first = 0; first < vms.length; first += AT_ONCE)
    await Promise.all(vms.slice(first, first + AT_ONCE).map((vm) => leaveOneUnderWay(rig, vm)));
}

async function leaveOneUnderWay({ azure, vault, ledger }: FailbackRig, vm: string): Promise<void> {
  const itemId = azure.itemId(vm);
  const requestId = randomUUID();
  const destination = { kind: 'originalLocation' } as const;
  const synchronization = 'beforeFailover';
  const answer = await vault.startPlannedFailover({
    itemId,
    requestId,
    destination,
    synchronization,
  });
  if (answer.outcome !== 'accepted') throw new Error(`${vm} was not started: ${answer.outcome}`);
  const { operationId = '' } = answer;
  const target = { kind: 'protectedItem', vault: azure.vault, itemId, name: vm } as const;
  const story = storyAt('synchronizing', PATIENT).see('plannedFailover', 'running', 'InProgress');
  const events = story.entries.map(({ event }): FailbackEvent => {
    if (event.type === 'requested') return { ...event, target, channels: [] };
    if (event.type === 'callIntended') return { ...event, requestId };
    if (event.type === 'callAccepted') return { ...event, requestId, operationId };
    return event.type === 'jobObserved'
      ? { ...event, job: { ...event.job, jobId: operationId } }
      : event;
  });
  await ledger.append({ stream: idOf(vm), expectedRevision: 0, at: Date.now(), events });
}

/** Begins a failback of each VM and brings it so far that data travels. */
export async function synchronizeVms(rig: FailbackRig, vms: readonly string[]): Promise<void> {
  for (let first = 0; first < vms.length; first += AT_ONCE) {
    const some = vms.slice(first, first + AT_ONCE);
    await Promise.all(some.map((vm) => synchronize(rig, vm, () => requestVm(rig, vm))));
  }
}

/** The same for plans. Each look at one reads the whole vault: not ten at once in the process of the simulator. */
export async function synchronizePlans(rig: FailbackRig, plans: readonly string[]): Promise<void> {
  for (const plan of plans) await synchronize(rig, plan, () => requestPlan(rig, plan));
}

export const requestVm = (rig: FailbackRig, vm: string): Promise<void> =>
  rig.request(idOf(vm), vm, PATIENT);

export const requestPlan = (rig: FailbackRig, plan: string): Promise<void> =>
  rig.requestPlan(idOf(plan), plan, 'beforeFailover', PATIENT);

async function synchronize(
  rig: FailbackRig,
  name: string,
  request: () => Promise<void>,
): Promise<void> {
  const id = idOf(name);
  await request();
  await rig.until(id, ({ gate }) => gate !== undefined);
  await rig.approve(id);
  await rig.until(id, ({ stage }) => stage === 'synchronizing');
}

/** Adds plans of these VMs, so many in each: five groups that start one after another. Says their names. */
export function addPlans(
  azure: AzureSimulator,
  vms: readonly string[],
  vmsInPlan: number,
): readonly string[] {
  return namesOf('plan', vms.length / vmsInPlan).map((name, index) => {
    azure.addPlan({
      name,
      groups: inGroups(vms.slice(index * vmsInPlan, (index + 1) * vmsInPlan)),
    });
    return name;
  });
}

function inGroups(vms: readonly string[]) {
  const size = Math.ceil(vms.length / 5);
  return Array.from({ length: 5 }, (_, group) => ({
    vms: vms.slice(group * size, (group + 1) * size),
  }));
}

export const namesOf = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

const idOf = (name: string): string => `FB-${name.toUpperCase()}`;
