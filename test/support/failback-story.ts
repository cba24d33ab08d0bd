import { fold } from '../../bot/failback/evolve/evolve.ts';
import type { Destination } from '../../bot/failback/ports/destination.ts';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import type { ObservedJob } from '../../bot/failback/site-recovery/jobs.ts';
import { SCENARIOS } from '../../bot/failback/site-recovery/jobs.ts';
import type { WaitingAction } from '../../bot/failback/site-recovery/plan-action.ts';
import type { Actor, EventOf, FailbackEvent } from '../../bot/failback/state/events.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import { approvalsFor, type GateKind, type Operation } from '../../bot/failback/state/gates.ts';
import type { LedgerEntry } from '../../bot/failback/state/ledger.ts';
import type { Policy } from '../../bot/failback/state/policy.ts';
import type { Stage } from '../../bot/failback/state/stages.ts';

export const NIGHT = Date.UTC(2031, 4, 6, 3);
export const ITEM_ID = '/Subscriptions/s-1/vaults/north/replicationProtectedItems/item-web-01';
export const FAILOVER_JOB = 'job-failover';

const someone = (person: string, ...roles: string[]): Actor => ({
  person,
  platform: 'slack',
  userId: `U0${person.toUpperCase()}`,
  channel: 'C0INCIDENT',
  roles,
});

/** Mina Example asks, Jun Sample, Ada Placeholder and Lea Fictive decide, Vic Invented looks on. */
export const mina = someone('mina', 'operator', 'approver');
export const jun = someone('jun', 'approver');
export const ada = someone('ada', 'approver');
export const lea = someone('lea', 'approver');
export const otto = someone('otto', 'operator');
export const vic = someone('vic', 'viewer');

/** Whoever this is on Teams. */
export const onTeams = (actor: Actor): Actor => ({
  ...actor,
  platform: 'teams',
  userId: `29:${actor.person}`,
});

export const POLICY: Policy = {
  approvals: { direction: 1, complete: 1, commit: 1, reverse: 1 },
  askBeforeReverse: false,
  questionMs: 3_600_000,
  grantMs: 600_000,
  settleMs: 90_000,
};

export function requested(
  policy: Partial<Policy> = {},
  synchronization: Synchronization = 'beforeFailover',
): EventOf<'requested'> {
  return {
    type: 'requested',
    by: mina,
    target: { kind: 'protectedItem', vault: 'north', itemId: ITEM_ID, name: 'web-01' },
    destination: { kind: 'originalLocation' },
    synchronization,
    channels: [{ platform: 'slack', channel: 'C0INCIDENT' }],
    policy: { ...POLICY, ...policy },
  };
}

/** Tells a failback event by event; time stands still unless the story says `later`. */
export class Story {
  readonly entries: LedgerEntry[] = [];
  now = NIGHT;

  constructor(policy: Partial<Policy> = {}, synchronization?: Synchronization) {
    this.tell(requested(policy, synchronization));
  }

  /** The failback as it stands. */
  get failback(): Failback {
    return fold(this.entries) as Failback;
  }

  tell(...events: readonly FailbackEvent[]): this {
    for (const event of events) {
      const revision = this.entries.length + 1;
      this.entries.push({
        sequence: revision,
        stream: 'FB-TEST',
        revision,
        at: this.now,
        event,
        hash: `hash-${revision}`,
      });
    }
    return this;
  }

  /** Tells it again as if it had been asked for with this destination. */
  to(destination: Destination): this {
    const [first] = this.entries;
    if (first?.event.type === 'requested')
      this.entries[0] = { ...first, event: { ...first.event, destination } };
    return this;
  }

  /** Takes back the first event of a type, and all that came after it. */
  upTo(type: FailbackEvent['type']): this {
    this.entries.splice(this.entries.findIndex(({ event }) => event.type === type));
    return this;
  }

  later(ms: number): this {
    this.now += ms;
    return this;
  }

  /** Asks this of several VMs of a wave at once. */
  askTogether(gate: GateKind): this {
    return this.ask(gate, { together: true });
  }

  ask(gate: GateKind, how: Partial<EventOf<'gateOpened'>> = {}): this {
    return this.tell({
      type: 'gateOpened',
      gate,
      number: this.failback.asked + 1,
      facts: [{ name: 'vm', value: gate }],
      digest: `digest-${gate}`,
      needed: approvalsFor(gate, this.failback.policy),
      expiresAt: this.now + this.failback.policy.questionMs,
      ...how,
    });
  }

  approve(...people: readonly Actor[]): this {
    const number = this.failback.gate?.number ?? 0;
    for (const by of people) this.tell({ type: 'voteCast', by, number, vote: 'approve' });
    const grantExpiresAt = this.now + this.failback.policy.grantMs;
    return this.tell({ type: 'gatePassed', number, grantExpiresAt });
  }

  /** There is no server to be prepared, or it is ready. */
  prepare(outcome: EventOf<'hostPrepared'>['outcome'] = 'notConfigured'): this {
    return this.tell({ type: 'hostPrepared', outcome });
  }

  intend(operation: Operation, attempt = 1): this {
    return this.tell({
      type: 'callIntended',
      operation,
      requestId: requestIdOf(operation, attempt),
      attempt,
      knownJobIds: ['job-old'],
    });
  }

  accept(operation: Operation): this {
    const operationId = jobIdOf(operation);
    return this.tell({ type: 'callAccepted', requestId: requestIdOf(operation), operationId });
  }

  /** From the open question to the accepted call. */
  pass(gate: GateKind, operation: Operation): this {
    return this.ask(gate).approve(jun).intend(operation).accept(operation);
  }

  see(operation: Operation, phase: ObservedJob['phase'], state = phase as string): this {
    return this.tell({ type: 'jobObserved', job: sight(operation, phase, state) });
  }
}

export const requestIdOf = (operation: Operation, attempt = 1) => `request-${operation}-${attempt}`;

function jobIdOf(operation: Operation): string {
  return !['commit', 'reverseReplicate'].includes(operation) ? FAILOVER_JOB : `job-${operation}`;
}

function sight(operation: Operation, phase: ObservedJob['phase'], state: string): ObservedJob {
  const kind =
    operation === 'commit' || operation === 'reverseReplicate' ? operation : 'plannedFailover';
  return {
    jobId: jobIdOf(operation),
    scenario: SCENARIOS[kind][0] ?? '',
    state,
    stateDescription: state,
    phase,
    issues: [],
    ...(phase === 'atAction' && { action: ACTION }),
  };
}

/** An action of a recovery plan that waits for a person. */
const ACTION: WaitingAction = {
  kind: 'manual',
  name: 'Tell the shop',
  instructions: 'Tell the shop that the till is down.',
  taskId: 'task-action',
};

type OnTheWay = Exclude<
  Stage,
  | 'adopting'
  | 'cancelling'
  | 'restarting'
  | 'protected'
  | 'notReady'
  | 'declined'
  | 'expired'
  | 'cancelled'
  | 'abandoned'
>;

/** What is told to come from the stage before. */
const CHAPTERS: Readonly<Record<OnTheWay, (story: Story) => Story>> = {
  checking: (story) => story,
  awaitingSwitch: (story) =>
    story.tell({
      type: 'checked',
      checks: [{ name: 'virtualSwitches', outcome: 'warning', finding: 'One is missing.' }],
      totalSizeMb: 40_960,
      host: { name: 'HV-A' },
      missingSwitches: ['Production'],
    }),
  creatingSwitch: (story) => story.ask('switch').approve(jun),
  awaitingDirection: (story) =>
    story.tell({
      type: 'checked',
      checks: [{ name: 'replication', outcome: 'ok', finding: 'Hyper-V to Azure.' }],
      totalSizeMb: 40_960,
    }),
  starting: (story) => story.ask('direction').approve(jun),
  synchronizing: (story) => story.prepare().intend('plannedFailover').accept('plannedFailover'),
  awaitingCompletion: (story) => story.see('plannedFailover', 'waiting', 'Suspended'),
  completing: (story) => story.ask('complete').approve(jun),
  awaitingAction: (story) =>
    story
      .intend('completeFailover')
      .accept('completeFailover')
      .see('plannedFailover', 'atAction', 'Suspended'),
  resuming: (story) => story.ask('action').approve(jun),
  transferring: (story) => story.prepare().intend('plannedFailover').accept('plannedFailover'),
  verifying: (story) => {
    if (story.failback.stage === 'completing')
      story.intend('completeFailover').accept('completeFailover');
    return story.later(300_000).see('plannedFailover', 'succeeded', 'Succeeded');
  },
  awaitingCommit: (story) =>
    story.tell({ type: 'verified', outcome: 'notChecked', why: 'no host connector' }),
  committing: (story) => story.ask('commit').approve(jun),
  awaitingReverse: (story) =>
    story.intend('commit').accept('commit').later(60_000).see('commit', 'succeeded', 'Succeeded'),
  reversing: (story) =>
    story.failback.policy.askBeforeReverse ? story.ask('reverse').approve(jun) : story,
};

/** The same, of a VM on a server that a host connector knows. */
export function storyOnHost(stage: OnTheWay, policy: Partial<Policy> = {}): Story {
  return onHost(storyAt(stage, policy));
}

/** Tells the story again with the server in it, from the readiness check on. */
function onHost(story: Story): Story {
  const host = { name: 'HV-A', vmId: 'vm-web-01' };
  const entries = story.entries.map((entry) =>
    entry.event.type === 'checked' ? { ...entry, event: { ...entry.event, host } } : entry,
  );
  story.entries.splice(0, story.entries.length, ...entries);
  return story;
}

/** The chapters that a way home leaves out. */
const LEFT_OUT: Readonly<Record<Synchronization, readonly string[]>> = {
  beforeFailover: ['transferring'],
  fullDownload: ['synchronizing', 'awaitingCompletion', 'completing'],
};

/** A switch is missing, and a recovery plan has an action of its own, only in the stories that are about it. */
const isDetour = (name: string, stage: OnTheWay): boolean =>
  (name.endsWith('Switch') && !stage.endsWith('Switch')) ||
  (OF_ACTIONS.includes(name) && !OF_ACTIONS.includes(stage));

const OF_ACTIONS = ['awaitingAction', 'resuming'];

/** A failback that has come as far as `stage` in the straight way, each chapter a minute after the one before. */
export function storyAt(stage: OnTheWay, policy: Partial<Policy> = {}): Story {
  return stage === 'transferring'
    ? storyOf('fullDownload', stage, policy)
    : storyOf('beforeFailover', stage, policy);
}

/** The same, of this kind of synchronization. */
export function storyOf(
  synchronization: Synchronization,
  stage: OnTheWay,
  policy: Partial<Policy> = {},
): Story {
  const rules = { askBeforeReverse: stage === 'awaitingReverse', ...policy };
  const story = new Story(rules, synchronization);
  for (const [name, tell] of Object.entries(CHAPTERS)) {
    if (story.failback.stage === stage) return story;
    const isLeftOut = LEFT_OUT[synchronization].includes(name) || isDetour(name, stage);
    if (name !== 'checking' && !isLeftOut) tell(story.later(60_000));
  }
  if (story.failback.stage !== stage) throw new Error(`the story does not reach ${stage}`);
  return story;
}
