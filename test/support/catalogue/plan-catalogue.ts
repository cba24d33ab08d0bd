import type { Directory } from '../../../bot/access/directory.ts';
import type { Message } from '../../../bot/chat/message/message.ts';
import { whatIsLeft } from '../../../bot/failback/evolve/what-is-left.ts';
import { heldOnPremises } from '../../../bot/failback/holds/on-premises.ts';
import { heldUnproven } from '../../../bot/failback/holds/unproven.ts';
import {
  newOnPremisesVm,
  type OnPremisesVm,
} from '../../../bot/failback/on-premises/on-premises-vm.ts';
import type { Proof } from '../../../bot/failback/on-premises/proofs.ts';
import type { RecoveryPlan } from '../../../bot/failback/ports/recovery-plans.ts';
import type { Synchronization } from '../../../bot/failback/ports/site-recovery.ts';
import { checkPlan } from '../../../bot/failback/readiness/plan-readiness.ts';
import { seePlan, vmsInPlan } from '../../../bot/failback/site-recovery/plan-snapshot.ts';
import { type PlanVms, withVm } from '../../../bot/failback/site-recovery/plan-vm.ts';
import type { RecoveryPlanTarget } from '../../../bot/failback/site-recovery/target.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { GATES } from '../../../bot/failback/state/gates.ts';
import { ok } from '../../../bot/failback/words/check.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import { renderBoard } from '../../../bot/messages/board/board.ts';
import { renderEnd } from '../../../bot/messages/notices/end.ts';
import { renderGate } from '../../../bot/messages/questions/ask.ts';
import { renderHold } from '../../../bot/messages/questions/hold.ts';
import { planReadinessMessage } from '../../../commands/ask/plan-readiness.ts';
import { NIGHT, storyAt } from '../failback-story.ts';
import { itemNamed, PROVIDER } from '../fakes/scripted-vault.ts';
import { OUTLOOK } from './run-catalogue.ts';

/** As many VMs as a plan may have: https://learn.microsoft.com/azure/site-recovery/recovery-plan-overview */
const VMS = 100;
const KINDS = ['direction', 'complete', 'action', 'commit', 'reverse'] as const;

interface Said {
  readonly what: string;
  readonly said: Message;
}

/** The names of a vault, as long or as strange as they may be. */
interface Names {
  readonly vm: string;
  readonly azure: string;
}

const items = Array.from({ length: VMS }, (_, at) => itemNamed(`vm-${at}`));

function planOf(groups: number, name: string): RecoveryPlan {
  const size = VMS / groups;
  return {
    id: '/plans/shop',
    name,
    replicationProviders: ['HyperVReplicaAzure'],
    allowedOperations: [],
    groups: Array.from({ length: groups }, (_, group) => ({
      name: `Group ${group + 1}`,
      items: items.slice(group * size, (group + 1) * size).map(({ id }) => ({ itemId: id })),
      actions: [{ name, kind: 'manual' }],
    })),
  };
}

function targetOf(groups: number, { vm }: Names): RecoveryPlanTarget {
  const named = items.map((item) => ({ ...item, name: vm }));
  return {
    kind: 'recoveryPlan',
    vault: 'vault-home',
    planId: '/plans/shop',
    name: vm,
    items: vmsInPlan(planOf(groups, vm), named),
  };
}

/** Every VM somewhere else, and every seventh one failed. */
const vmsOf = ({ items: vms }: RecoveryPlanTarget, { azure }: Names): PlanVms =>
  vms.reduce<PlanVms>(
    (known, { itemId }, at) =>
      withVm(known, itemId, {
        item: {
          activeLocation: at % 2 === 0 ? 'azure' : 'onPremises',
          protectionState: `${azure} ${at % 9}`,
          allowedOperations: [],
          replicationHealth: 'Normal',
        },
        task: {
          step: azure,
          state: 'InProgress',
          ...(at % 7 === 0 && { isFailed: true as const }),
        },
      }),
    {},
  );

const UNPROVEN: readonly Proof[] = [
  { name: 'heartbeat', holds: false, finding: coded('heartbeatNoContact') },
];

/** Ten servers; every third VM must not be started, and of every second one of the others nothing is proven. */
const onServers = ({ items: vms }: RecoveryPlanTarget): readonly OnPremisesVm[] =>
  vms.map(({ itemId, name }, at) =>
    newOnPremisesVm({
      itemId,
      name,
      host: { name: `10.0.0.${at % 10}` },
      ...(at < 6 && { startAction: { vmId: `vm-${at}`, before: 'StartIfRunning' as const } }),
      seen: { outcome: 'ok', state: 'Off', checkpoints: 0 },
      isMarked: at % 3 === 0,
      proofs: at % 2 === 0 ? [] : UNPROVEN,
    }),
  );

function failbackAt(stage: Parameters<typeof storyAt>[0], groups: number, names: Names): Failback {
  const { failback } = storyAt(stage);
  const target = targetOf(groups, names);
  const { job } = failback;
  const action = {
    kind: 'manual',
    name: names.azure,
    instructions: names.azure,
    taskId: 'task',
  } as const;
  return {
    ...failback,
    target,
    vms: vmsOf(target, names),
    onPremises: onServers(target),
    ...(job && { job: { ...job, action } }),
  };
}

/** The questions about the largest plan there is. */
export function planAsks(names: Names, directory: Directory): readonly Said[] {
  return KINDS.map((kind) => {
    const failback = failbackAt(GATES[kind].awaits, 10, names);
    const { gate } = { ...storyAt(GATES[kind].awaits).ask(kind).failback };
    if (gate === undefined) throw new Error(`the story does not ask about ${kind}`);
    return { what: `question ${kind} about a plan`, said: renderGate(gate, failback, directory) };
  });
}

/** The stops at VMs of a plan on their servers. */
function vmStops(failback: Failback, directory: Directory): readonly Said[] {
  const away = {
    outcome: 'unreachable',
    why: coded('commandTimedOut', { seconds: 60 }),
  } as const;
  const obstacles = failback.onPremises.map((vm) => ({
    vm,
    answer: away,
    kind: 'notPrepared' as const,
  }));
  const stops = [
    heldOnPremises(failback, obstacles),
    heldUnproven(
      failback,
      failback.onPremises.map((vm) => ({ vm, proofs: UNPROVEN })),
    ),
  ];
  return stops.flatMap((stop) =>
    stop === undefined
      ? []
      : [
          {
            what: `stop ${stop.reason} of a plan`,
            said: renderHold({ ...stop, number: 9, at: NIGHT }, failback, directory),
          },
        ],
  );
}

/** Boards and checks of the largest plans there are: of many groups, and of VMs of which each has something else. */
export function planViews(names: Names, directory: Directory): readonly Said[] {
  const moment = { now: NIGHT + 3_600_000, readAt: NIGHT };
  const boards = ([1, 10, 100] as const).map((groups) => ({
    what: `board of a plan of ${groups} groups`,
    said: renderBoard(failbackAt('completing', groups, names), directory, moment),
  }));
  const left = failbackAt('completing', 10, names);
  const end = renderEnd({ ...left, stage: 'abandoned', summary: whatIsLeft(left) }, undefined);
  const target = targetOf(10, names);
  const strange = items.map((item, at) => ({
    ...item,
    activeLocation: at % 2 === 0 ? ('azure' as const) : ('onPremises' as const),
    protectionStateDescription: `${names.azure} ${at}`,
  }));
  const seen = seePlan(target, planOf(10, names.azure), strange);
  const checks = checkPlan({ seen, providers: [PROVIDER], now: NIGHT });
  return [
    ...boards,
    { what: 'end of a plan', said: end },
    ...vmStops(left, directory),
    { what: 'check of a mixed plan', said: planReadinessMessage(names.vm, checks) },
    { what: 'check of a plan that is ready', said: readyPlan(names, 'beforeFailover') },
    { what: 'check of a plan with different advice', said: readyPlan(names, 'fullDownload') },
  ];
}

/** More than a message tells by themselves. */
const POINTS = [
  'replication',
  'activeLocation',
  'failoverCommitted',
  'runningOperation',
  'managedDisks',
  'onPremisesServer',
  'onPremisesVm',
  'onPremisesPower',
  'checkpoints',
  'virtualSwitches',
  'freeSpace',
  'automaticStart',
] as const;

function readyPlan(names: Names, synchronization: Synchronization) {
  const checks = POINTS.map((point) => ok(point, names.azure));
  const first = { ...OUTLOOK, advice: { ...OUTLOOK.advice, synchronization } };
  const other = {
    ...OUTLOOK,
    advice: { ...OUTLOOK.advice, synchronization: 'beforeFailover' },
  } as const;
  return planReadinessMessage(names.vm, checks, [
    { name: names.vm, outlook: first },
    { name: names.vm, outlook: other },
  ]);
}
