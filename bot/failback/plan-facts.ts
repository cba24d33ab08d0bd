import { diskList } from './disk-list.ts';
import type { Fact } from './facts.ts';
import type { GateKind } from './gates.ts';
import type { WaitingAction } from './plan-action.ts';
import type { RecoveryPlan } from './ports/recovery-plans.ts';
import {
  type ProtectedItem,
  type RecoveryProvider,
  type Synchronization,
  sameId,
} from './ports/site-recovery.ts';
import type { SeenVm } from './seen-plan.ts';

/** What a recovery plan looked like when a question was asked about it, or looks like before a call. */
export interface PlanWorld {
  readonly plan: RecoveryPlan;
  readonly vms: readonly SeenVm[];
  readonly providers: readonly RecoveryProvider[];
  /** How the data is to travel, as it was asked for. */
  readonly synchronization: Synchronization;
  /** The job of the planned failover, where one is known. */
  readonly job?: { readonly id: string; readonly state: string };
  /** What the job waits for. */
  readonly action?: WaitingAction;
}

/** What is approved about a plan: its groups in order, and of every VM what is approved of a single one. */
export function planFacts(kind: GateKind, world: PlanWorld): readonly Fact[] {
  const { plan, vms, job, action } = world;
  const facts: [string, string][] = [
    ['Recovery plan', plan.name],
    ['Groups', groupList(world)],
    // What the plan runs by itself is approved with it: a script that somebody adds afterwards is not.
    ['Actions', actionList(plan)],
    ...vms.map((vm): [string, string] => [`VM ${nameIn(vms, vm)}`, vmFact(kind, vm.item)]),
  ];
  if (kind === 'direction') facts.push(['Data synchronization', world.synchronization]);
  if (kind === 'direction' || kind === 'complete' || kind === 'action')
    facts.push(['On-premises server', serverList(world)]);
  if (kind !== 'direction')
    facts.push(['Planned failover job', job ? `${job.id}: ${job.state}` : 'not seen']);
  if (kind === 'action') facts.push(['Action', actionFact(action)]);
  return facts.map(([name, value]) => ({ name, value }));
}

const actionList = ({ groups }: RecoveryPlan): string =>
  groups
    .flatMap((group) => group.actions.map(({ kind, name }) => `${group.name}: ${kind} ${name}`))
    .join('; ') || 'none';

const groupList = ({ plan, vms }: PlanWorld): string =>
  plan.groups
    .filter(({ items }) => items.length > 0)
    .map((group) => {
      const names = group.items.map(
        ({ itemId }) => vms.find((vm) => sameId(vm.itemId, itemId))?.name ?? itemId,
      );
      return `${group.name}: ${names.join(', ')}`;
    })
    .join('; ');

/** A VM's name, with the name of its item where another VM of the plan is called the same. */
function nameIn(vms: readonly SeenVm[], { name, itemId }: SeenVm): string {
  const isUnique = vms.filter((vm) => sameId(vm.name, name)).length === 1;
  return isUnique ? name : `${name} (${itemId.split('/').at(-1)})`;
}

function vmFact(kind: GateKind, item: ProtectedItem | undefined): string {
  if (item === undefined) return 'not known to Azure';
  const operations = [...item.allowedOperations].sort().join(', ') || 'nothing';
  return [
    item.id.toLowerCase().split('/').at(-1),
    item.activeLocation,
    item.protectionStateDescription,
    `offers ${operations}`,
    `running ${item.runningScenario?.name ?? 'nothing'}`,
    diskList(item),
    ...(kind === 'direction' ? [`managed disks ${item.usesManagedDisks ?? 'not said'}`] : []),
  ].join('; ');
}

/** The servers of all VMs: a lost connection makes the approval void, a heartbeat's time does not. */
function serverList({ vms, providers }: PlanWorld): string {
  const wanted = vms.map(({ item }) => item?.providerId?.toLowerCase() ?? '');
  const servers = [...new Set(wanted)].map((id) => {
    const provider = providers.find((one) => sameId(one.id, id));
    return `${provider?.name ?? 'unknown'}: ${provider?.connectionStatus ?? 'not seen'}`;
  });
  return servers.join(', ');
}

const actionFact = (action: WaitingAction | undefined): string =>
  action === undefined
    ? 'none'
    : [action.name, action.instructions, action.taskId].filter(Boolean).join('; ');
