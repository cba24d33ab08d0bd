import type { RecoveryPlan } from '../ports/recovery-plans.ts';
import {
  type ProtectedItem,
  type RecoveryProvider,
  type Synchronization,
  sameId,
} from '../ports/site-recovery.ts';
import { diskList } from '../site-recovery/observed-item.ts';
import type { WaitingAction } from '../site-recovery/plan-action.ts';
import type { PlanVmSnapshot } from '../site-recovery/plan-snapshot.ts';
import type { GateKind } from '../state/gates.ts';
import { coded } from '../words/coded.ts';
import type { Fact } from '../words/facts.ts';
import type { FactName } from '../words/names.ts';
import type { Statement } from '../words/statement.ts';
import {
  jobFact,
  managedDisksFact,
  operationsFact,
  SYNCHRONIZATIONS,
  scenarioFact,
  serverFact,
} from './item-facts.ts';

/** What a recovery plan looked like when a question was asked about it, or looks like before a call. */
export interface PlanWorld {
  readonly plan: RecoveryPlan;
  readonly vms: readonly PlanVmSnapshot[];
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
  const isDirection = kind === 'direction';
  return [
    { name: 'recoveryPlan', value: plan.name },
    { name: 'groups', value: groupList(world) },
    // What the plan runs by itself is approved with it: a script that somebody adds afterwards is not.
    { name: 'actions', value: actionList(plan) },
    ...vms.map((vm) => fact('vmOfPlan', vmFact(kind, vm.item), nameIn(vms, vm))),
    ...(isDirection ? [fact('dataSynchronization', SYNCHRONIZATIONS[world.synchronization])] : []),
    ...(isDirection || kind === 'complete' || kind === 'action'
      ? [fact('onPremisesServer', serverList(world))]
      : []),
    ...(isDirection ? [] : [fact('plannedFailoverJob', jobFact(job))]),
    ...(kind === 'action' ? [fact('action', actionFact(action))] : []),
  ];
}

const fact = (name: FactName, value: Statement, vm?: string): Fact => ({
  name,
  ...(vm !== undefined && { vm }),
  value,
});

function actionList({ groups }: RecoveryPlan): Statement {
  const list = groups.flatMap((group) =>
    group.actions.map(({ kind, name }) =>
      coded('groupWithAction', { group: group.name, kind, action: name }),
    ),
  );
  return list.length === 0 ? coded('nothing') : { list, between: '; ' };
}

function groupList({ plan, vms }: PlanWorld): Statement {
  const nameOf = (itemId: string) => vms.find((vm) => sameId(vm.itemId, itemId))?.name ?? itemId;
  const list = plan.groups
    .filter(({ items }) => items.length > 0)
    .map(({ name, items }) =>
      coded('groupWithVms', {
        group: name,
        vms: { list: items.map(({ itemId }) => nameOf(itemId)), between: ', ' },
      }),
    );
  return { list, between: '; ' };
}

/** A VM's name, with the name of its item where another VM of the plan is called the same. */
function nameIn(vms: readonly PlanVmSnapshot[], { name, itemId }: PlanVmSnapshot): string {
  const isUnique = vms.filter((vm) => sameId(vm.name, name)).length === 1;
  return isUnique ? name : `${name} (${itemId.split('/').at(-1)})`;
}

function vmFact(kind: GateKind, item: ProtectedItem | undefined): Statement {
  if (item === undefined) return coded('notKnownToAzure');
  const operations = item.allowedOperations.length === 0 ? coded('nothing') : operationsFact(item);
  const facts = {
    item: item.id.toLowerCase().split('/').at(-1) ?? '',
    location: item.activeLocation,
    state: item.protectionStateDescription,
    operations,
    scenario: scenarioFact(item),
    disks: diskList(item),
  };
  return kind === 'direction'
    ? coded('vmInAzureAtStart', { ...facts, managedDisks: managedDisksFact(item) })
    : coded('vmInAzure', facts);
}

/** The servers of all VMs: a lost connection makes the approval void, a heartbeat's time does not. */
function serverList({ vms, providers }: PlanWorld): Statement {
  const wanted = vms.map(({ item }) => item?.providerId?.toLowerCase() ?? '');
  const list = [...new Set(wanted)].map((id) =>
    serverFact(providers.find((one) => sameId(one.id, id))),
  );
  return { list, between: ', ' };
}

const actionFact = (action: WaitingAction | undefined): Statement =>
  action === undefined ? coded('nothing') : { list: textsOf(action), between: '; ' };

const textsOf = ({ name, instructions = '', taskId = '' }: WaitingAction): readonly string[] =>
  [name, instructions, taskId].filter((text) => text !== '');
