import type { ItemWorld } from '../../../bot/failback/decide/gate-facts.ts';
import type { PlanWorld } from '../../../bot/failback/decide/plan-facts.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import type { Destination } from '../../../bot/failback/ports/destination.ts';
import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import type {
  CallAnswer,
  Fabric,
  ItemRequest,
  Job,
  JobRequest,
  JobTask,
  PlannedFailoverRequest,
  ProtectedItem,
  RecoveryPlans,
  RecoveryProvider,
  ResumeRequest,
  SiteRecovery,
  Synchronization,
} from '../../../bot/failback/ports/site-recovery.ts';
import { SCENARIOS } from '../../../bot/failback/site-recovery/jobs.ts';
import type { GatedOperation, Operation } from '../../../bot/failback/state/gates.ts';
import {
  committedItem,
  item,
  job,
  protectedItem,
  provider,
  task,
  waitingJob,
} from '../azure-records.ts';
import { FAILOVER_JOB } from '../failback-story.ts';
import { NO_PLANS } from './no-plans.ts';

/** What comes back from the next call of a kind, and whether it was taken. */
export type Answer =
  | 'accepted'
  | 'acceptedWithoutId'
  | 'unknownButTaken'
  | 'unknownAndLost'
  | 'throttled'
  | 'refused';

/** Reverse replication was started: the item looks protected, and no recovery point shows that it is. */
function startedReplication(): ProtectedItem {
  const { lastRecoveryPointAt: _, ...item } = protectedItem();
  return item;
}

/** How long each operation takes in this vault. */
export const TAKES_MS = 60_000;

/** How long cancelling takes. */
const CANCEL_MS = 10_000;

/**
 * One VM in a vault, as small as can be: what Azure offers, what runs, and what it took. It takes a call only when it
 * offers it; a second one while the first is in force is written down as a double.
 */
export class FakeVault implements SiteRecovery {
  readonly vault: string;
  plans: RecoveryPlans = NO_PLANS;
  remainingReads: number | undefined = undefined;
  readonly answers: Partial<Record<Operation, Answer[]>> = {};
  /** Everything that was sent, in order; what was taken; what was sent although it was already in force. */
  readonly sent: Operation[] = [];
  /** Under which ids they were sent, in the same order. */
  readonly requestIds: string[] = [];
  readonly taken: Operation[] = [];
  readonly doubles: Operation[] = [];
  readonly reads: string[] = [];
  /** How long Azure needs to show what it took. */
  lagMs = 0;
  /** The next read fails, as often as this says. */
  failingReads = 0;
  /** What was true of the VM when each call arrived. */
  readonly worlds: (ItemWorld | PlanWorld)[] = [];
  /** Is waited for when a call arrives, before anything is done about it. */
  whenCalled: (requestId: string) => Promise<void> = async () => {};
  /** Is run in the middle of the next call: what happens elsewhere while the bot waits for the answer. */
  meanwhile: () => Promise<void> = async () => {};
  /** Is run whenever the jobs are listed: what happens from then on is not in the list. */
  whileReading: () => void = () => {};

  item: ProtectedItem | undefined = item();
  /** Azure says that it does not know the item. */
  hiddenItem = false;
  providers: readonly RecoveryProvider[] = [provider()];
  fabrics: readonly Fabric[] = [];
  /** Where the VM is brought to; undefined for the original location. */
  destination: Destination | undefined;
  readonly jobs = new Map<string, Job>();
  /** What the job waits for a person to do after complete failover, as one of a recovery plan may. */
  action: JobTask | undefined;
  private readonly clock: Clock;
  private planned: { at: number; change: () => void }[] = [];
  private inForce: Operation | undefined;
  private isInForceByTheBot = false;
  private count = 0;
  /** Of the planned failover that was asked for last. */
  protected synchronization: Synchronization = 'beforeFailover';

  constructor(clock: Clock, name = 'north') {
    this.clock = clock;
    this.vault = name;
  }

  async listProtectedItems(): Promise<readonly ProtectedItem[]> {
    this.read('items');
    return this.visibleItem === undefined ? [] : [this.visibleItem];
  }

  async readProtectedItem(): Promise<ProtectedItem | undefined> {
    this.read('item');
    return this.visibleItem;
  }

  async listFabrics(): Promise<readonly Fabric[]> {
    this.read('fabrics');
    return this.fabrics;
  }

  async listProviders(): Promise<readonly RecoveryProvider[]> {
    this.read('providers');
    return this.providers;
  }

  async listJobs(): Promise<readonly Job[]> {
    this.read('jobs');
    const listed = [...this.jobs.values()].map((each) => ({ ...each, tasks: [] }));
    this.whileReading();
    return listed;
  }

  async readJob(jobId: string): Promise<Job | undefined> {
    this.read(`job ${jobId}`);
    return this.jobs.get(jobId);
  }

  startPlannedFailover = (request: PlannedFailoverRequest) => {
    this.synchronization = request.synchronization;
    return this.receive('plannedFailover', request.requestId);
  };
  restartJob = (request: JobRequest) => this.receive('restartJob', request.requestId);
  resumeJob = (request: ResumeRequest) =>
    this.receive(this.isAtAction ? 'completeAction' : 'completeFailover', request.requestId);
  cancelJob = (request: JobRequest) => this.receive('cancelJob', request.requestId);
  commit = (request: ItemRequest) => this.receive('commit', request.requestId);
  reverseReplicate = (request: ItemRequest) => this.receive('reverseReplicate', request.requestId);

  private get isAtAction(): boolean {
    return this.activeJob?.tasks.some(({ action }) => action !== undefined) ?? false;
  }

  protected get visibleItem(): ProtectedItem | undefined {
    return this.hiddenItem ? undefined : this.item;
  }

  /** The job that Azure works on now. */
  get activeJob(): Job | undefined {
    this.catchUp();
    return [...this.jobs.values()].find(({ state }) => ['InProgress', 'Suspended'].includes(state));
  }

  /** The job that runs or waits ends otherwise than planned. */
  endJob(state: 'Failed' | 'Cancelled', changes: Partial<Job> = {}): void {
    const { activeJob } = this;
    if (activeJob === undefined) return;
    this.planned = [];
    this.inForce = undefined;
    this.setJob({
      ...activeJob,
      state,
      stateDescription: state,
      allowedActions: state === 'Failed' && activeJob.scenario === 'Failback' ? ['Restart'] : [],
      tasks: [],
      ...changes,
    });
    if (activeJob.scenario === 'Failback') this.item = item();
    else if (this.item) this.idle({});
  }

  /** Somebody takes a step in the portal. */
  elsewhere(operation: Operation): void {
    this.catchUp();
    if (!this.isOffered(operation)) return;
    this.isInForceByTheBot = false;
    this.begin(operation, `elsewhere-${this.count}`);
  }

  protected read(what: string): void {
    this.reads.push(what);
    if (this.failingReads > 0) {
      this.failingReads -= 1;
      throw new UpstreamError('azure-503', 'Azure is busy.', {
        service: 'azure',
        operation: what,
        status: 503,
        retryable: true,
      });
    }
    this.catchUp();
  }

  protected async receive(operation: Operation, requestId: string): Promise<CallAnswer> {
    this.catchUp();
    this.sent.push(operation);
    this.requestIds.push(requestId);
    this.worlds.push(this.world());
    await this.whenCalled(requestId);
    const answer = this.answers[operation]?.shift() ?? 'accepted';
    const { meanwhile } = this;
    this.meanwhile = async () => {};
    if (answer === 'throttled')
      return { outcome: 'notSent', reason: 'throttled', retryAfterMs: 5_000 };
    if (answer === 'unknownAndLost') return { outcome: 'unknown', reason: 'reset' };
    if (answer === 'refused' || !this.isOffered(operation)) {
      if (this.inForce === operation && this.isInForceByTheBot) this.doubles.push(operation);
      await meanwhile();
      return { outcome: 'refused', status: 409, code: 'Conflict', message: 'Not now.' };
    }
    const jobId = this.begin(operation, requestId);
    this.isInForceByTheBot = true;
    this.taken.push(operation);
    await meanwhile();
    if (answer === 'unknownButTaken') return { outcome: 'unknown', reason: 'reset' };
    return answer === 'acceptedWithoutId'
      ? { outcome: 'accepted' }
      : { outcome: 'accepted', operationId: jobId };
  }

  protected world(): ItemWorld | PlanWorld {
    const failover = [...this.jobs.values()].findLast(({ scenario }) => scenario === 'Failback');
    const [first] = this.providers;
    return {
      item: this.item ?? item(),
      ...(this.destination && { destination: this.destination }),
      synchronization: this.synchronization,
      ...(first && { provider: first }),
      ...(failover && { job: { id: failover.id, state: failover.state } }),
    };
  }

  private isOffered(operation: Operation): boolean {
    if (this.inForce === operation) return false;
    if (operation === 'completeFailover' || operation === 'completeAction')
      return this.activeJob?.state === 'Suspended';
    if (operation === 'cancelJob')
      return this.activeJob?.allowedActions.includes('Cancel') ?? false;
    if (operation === 'restartJob') return this.isIdle && this.failedJob !== undefined;
    const offers = {
      plannedFailover: 'Failback',
      commit: 'Commit',
      reverseReplicate: 'ReverseReplicate',
    };
    return this.isIdle && (this.item?.allowedOperations.includes(offers[operation]) ?? false);
  }

  private begin(operation: Operation, requestId: string): string {
    this.inForce = operation;
    if (operation === 'completeFailover' || operation === 'completeAction')
      return this.beginResume();
    if (operation === 'cancelJob') return this.beginCancel();
    if (operation === 'restartJob') return this.beginRestart();
    this.count += 1;
    const id =
      operation === 'plannedFailover'
        ? `${FAILOVER_JOB}-${this.count}`
        : `job-${operation}-${this.count}`;
    const scenario = SCENARIOS[operation][0] ?? '';
    this.plan(this.lagMs, () => {
      this.setJob(job({ id, scenario, requestId, startedAt: this.clock.now() }));
      if (this.item)
        this.item = {
          ...this.item,
          runningScenario: { name: scenario, jobId: id },
          allowedOperations: [],
        };
    });
    this.plan(this.lagMs + TAKES_MS, () => this.finish(operation, id, requestId));
    return id;
  }

  private beginResume(): string {
    const waiting = this.activeJob as Job;
    if (this.action !== undefined && !this.isAtAction)
      return this.beginAction(waiting, this.action);
    this.plan(this.lagMs, () =>
      this.setJob({
        ...waiting,
        state: 'InProgress',
        stateDescription: 'InProgress',
        allowedActions: ['Cancel'],
        tasks: [task('VmShutdownVmOnPrimary', 'InProgress')],
      }),
    );
    this.plan(this.lagMs + TAKES_MS, () => {
      this.succeed(waiting.id);
      this.idle({ activeLocation: 'onPremises', allowedOperations: ['Commit'] });
    });
    return waiting.id;
  }

  private get isIdle(): boolean {
    return this.item !== undefined && this.item.runningScenario === undefined;
  }

  /** The newest planned failover, where it has failed. */
  private get failedJob(): Job | undefined {
    const newest = [...this.jobs.values()].findLast(({ scenario }) => scenario === 'Failback');
    return newest?.allowedActions.includes('Restart') ? newest : undefined;
  }

  private beginRestart(): string {
    const failed = this.failedJob as Job;
    this.plan(this.lagMs, () => {
      this.setJob(job({ ...failed, state: 'InProgress', allowedActions: ['Cancel'] }));
      if (this.item)
        this.item = {
          ...this.item,
          runningScenario: { name: failed.scenario, jobId: failed.id },
          allowedOperations: [],
        };
    });
    this.plan(this.lagMs + TAKES_MS, () =>
      this.finish('plannedFailover', failed.id, failed.requestId ?? ''),
    );
    this.count += 1;
    return `job-restart-${this.count}`;
  }

  /** The job goes on until it comes to its action, and waits again. */
  private beginAction(waiting: Job, action: JobTask): string {
    this.plan(this.lagMs, () => {
      this.inForce = undefined;
      this.setJob({
        ...waiting,
        state: 'Suspended',
        stateDescription: 'Suspended',
        tasks: [action],
      });
    });
    return waiting.id;
  }

  private beginCancel(): string {
    const running = this.activeJob as Job;
    const state = (name: string): Job => ({
      ...running,
      state: name,
      stateDescription: name,
      allowedActions: [],
    });
    this.planned = [];
    this.plan(this.lagMs, () => this.setJob(state('Cancelling')));
    this.plan(this.lagMs + CANCEL_MS, () => {
      this.setJob(state('Cancelled'));
      this.inForce = undefined;
      this.item = item();
    });
    return running.id;
  }

  private finish(operation: GatedOperation, id: string, requestId: string): void {
    if (operation === 'plannedFailover' && this.synchronization === 'fullDownload') {
      this.succeed(id);
      this.idle({ activeLocation: 'onPremises', allowedOperations: ['Commit'] });
      return;
    }
    if (operation === 'plannedFailover') {
      this.inForce = undefined;
      this.setJob(waitingJob({ id, requestId }));
      return;
    }
    this.succeed(id);
    this.idle(operation === 'commit' ? committedItem() : startedReplication());
    if (operation === 'commit') return;
    this.plan(TAKES_MS, () => {
      if (this.item) this.item = { ...this.item, lastRecoveryPointAt: this.clock.now() };
    });
  }

  private succeed(id: string): void {
    const done = this.jobs.get(id);
    if (done)
      this.setJob({
        ...done,
        state: 'Succeeded',
        stateDescription: 'Completed',
        allowedActions: [],
      });
  }

  private idle(changes: Partial<ProtectedItem>): void {
    this.inForce = undefined;
    if (this.item === undefined) return;
    const { runningScenario: _, ...still } = this.item;
    this.item = { ...still, ...changes };
  }

  protected setJob(changed: Job): void {
    this.jobs.set(changed.id, changed);
  }

  private plan(ms: number, change: () => void): void {
    this.planned.push({ at: this.clock.now() + ms, change });
    this.catchUp();
  }

  private catchUp(): void {
    const now = this.clock.now();
    const due = this.planned.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.planned = this.planned.filter(({ at }) => at > now);
    for (const { change } of due) change();
  }
}
