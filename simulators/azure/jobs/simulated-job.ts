import { randomUUID } from 'node:crypto';
import type { PlanActionOptions, SimulatedPlan } from '../recovery-plan.ts';
import type { VirtualMachine } from '../virtual-machine.ts';

/** One task of a job's plan. Its effects on the world are applied when time has passed over it. */
export interface Step {
  readonly name: string;
  readonly friendlyName: string;
  readonly durationMs: number;
  /** Ends when the job is resumed, not after a time. */
  readonly waits?: boolean;
  /** Shown as Other/Skipped, takes no time. */
  readonly skipped?: boolean;
  readonly begin?: (at: number) => void;
  readonly progress?: (fraction: number) => void;
  readonly end?: (at: number) => void;
  /** The VMs that a step of a plan is about, side by side. */
  readonly group?: StepGroup;
  /** The plan's own action that this step is. */
  readonly action?: PlanActionOptions;
}

export interface StepGroup {
  /** `RpFailoverTask`, `BootGroup`… as the service says it. */
  readonly type: string;
  readonly vms: readonly VmStep[];
  /** The groups inside of it; the VMs stand in it by themselves where there are none. */
  readonly inner?: readonly { readonly friendlyName: string; readonly vms: readonly VmStep[] }[];
}

/** A VM's part of a step: a child job of its own. */
export interface VmStep {
  readonly vm: VirtualMachine;
  readonly jobId: string;
  readonly activityId: string;
}

export interface StepTimes {
  readonly step: Step;
  readonly startedAt?: number;
  readonly endedAt?: number;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly possibleCauses?: string;
  readonly recommendedAction?: string;
}

/** What a test puts in place of what the timeline says. */
export interface JobOverride {
  readonly state?: string;
  readonly stateDescription?: string;
  readonly allowedActions?: readonly string[];
  /** By task name. */
  readonly tasks?: Readonly<Record<string, { state: string; stateDescription?: string }>>;
  readonly errors?: readonly JobError[];
}

/** What a job is about: one VM, or a whole recovery plan. */
export type JobSubject =
  | { readonly vm: VirtualMachine; readonly recoveryPlan?: undefined }
  | { readonly vm?: undefined; readonly recoveryPlan: SimulatedPlan };

export type JobPlan = JobSubject & {
  readonly scenario: string;
  readonly friendlyName: string;
  readonly requestId: string;
  readonly startedAt: number;
  readonly steps: readonly Step[];
  /** The job ended well. */
  readonly succeeded: (at: number) => void;
  /** The job was cancelled or failed. */
  readonly stopped: (at: number) => void;
};

/** A VM of a plan's job that went wrong while the others went on. */
export interface VmFailure {
  readonly vm: VirtualMachine;
  readonly at: number;
  readonly errors: readonly JobError[];
}

/** A job as a timeline: what it says at a moment follows from when it began and what was done to it since. */
export class SimulatedJob {
  readonly id = randomUUID();
  readonly activityId: string;
  readonly plan: JobPlan;
  visibleFrom = 0;
  isHidden = false;
  override: JobOverride = {};
  /** Of a plan's job: what the answer to its call is named by. For one item it is the job's id. */
  readonly operationId: string;
  readonly vmFailures: VmFailure[] = [];
  /** When it was resumed, in order: each task that waits needs one. */
  private readonly resumes: number[] = [];
  stop:
    | { readonly kind: 'cancelled' | 'failed'; readonly at: number; readonly endsAt: number }
    | undefined;
  errors: readonly JobError[] = [];
  /** From a failure until the restart: the task that was hit by it lasts that much longer. */
  private pause: { readonly at: number; readonly lastedMs: number } | undefined;
  /** The task that runs, and until when nothing but its progress happens if nobody does anything about the job. */
  private calm: { readonly running: StepTimes; readonly until: number } | undefined;
  private applied = 0;
  private begun = 0;
  private settled = false;

  constructor(plan: JobPlan) {
    this.plan = plan;
    this.activityId = `${plan.requestId} ActivityId: ${randomUUID()}`;
    this.operationId = plan.recoveryPlan ? randomUUID() : this.id;
  }

  resume(at: number): void {
    this.calm = undefined;
    this.resumes.push(at);
  }

  /** When each task started and ended, as seen at `now`. A task that has not started has neither. */
  times(now: number): readonly StepTimes[] {
    const until = Math.min(now, this.stop?.at ?? now);
    let at: number | undefined = this.plan.startedAt;
    return this.plan.steps.map((step) => {
      if (step.skipped || at === undefined || at > until) return { step };
      const startedAt = at;
      const endsAt = this.endOf(step, startedAt);
      at = endsAt;
      return endsAt === undefined || endsAt > until
        ? { step, startedAt }
        : { step, startedAt, endedAt: endsAt };
    });
  }

  isWaiting(now: number): boolean {
    return this.times(now).some(
      ({ step, startedAt, endedAt }) =>
        step.waits && startedAt !== undefined && endedAt === undefined,
    );
  }

  /** When it ended well or badly; undefined while it runs. */
  endedAt(now: number): number | undefined {
    if (this.stop !== undefined) return this.stop.endsAt <= now ? this.stop.endsAt : undefined;
    const times = this.times(now).filter(({ step }) => !step.skipped);
    return times.every(({ endedAt }) => endedAt !== undefined) ? times.at(-1)?.endedAt : undefined;
  }

  /** Applies to the world what happened up to `now`. True once there is nothing more to come. */
  advance(now: number): boolean {
    if (this.settled) return true;
    if (this.calm !== undefined && this.stop === undefined && now < this.calm.until) {
      goOn(this.calm.running, now);
      return false;
    }
    this.calm = undefined;
    const times = this.times(now).filter(({ step }) => !step.skipped);
    for (const [index, time] of times.entries())
      this.applyStep(index, time, Math.min(now, this.stop?.at ?? now));
    const endedAt = this.endedAt(now);
    if (endedAt === undefined) {
      this.calm = this.calmSince(times);
      return false;
    }
    this.settled = true;
    if (this.stop === undefined) this.plan.succeeded(endedAt);
    else this.plan.stopped(endedAt);
    return true;
  }

  /** Takes a failure back: the failed task begins where it was. */
  restart(now: number): void {
    if (this.stop?.kind !== 'failed') return;
    this.pause = { at: this.stop.at, lastedMs: now - this.stop.at };
    this.stop = undefined;
    this.errors = [];
    this.settled = false;
  }

  private endOf(step: Step, startedAt: number): number | undefined {
    if (step.waits) {
      const resumedAt = this.resumes[this.plan.steps.filter(isWaitingTask).indexOf(step)];
      return resumedAt === undefined ? undefined : Math.max(startedAt, resumedAt);
    }
    const endsAt = startedAt + step.durationMs;
    const wasHit = this.pause !== undefined && startedAt <= this.pause.at && endsAt > this.pause.at;
    return wasHit ? endsAt + (this.pause?.lastedMs ?? 0) : endsAt;
  }

  private applyStep(index: number, { step, startedAt, endedAt }: StepTimes, now: number): void {
    if (startedAt === undefined || index < this.applied) return;
    if (index === this.begun) {
      step.begin?.(startedAt);
      this.begun = index + 1;
    }
    if (endedAt === undefined) {
      goOn({ step, startedAt }, now);
      return;
    }
    step.progress?.(1);
    step.end?.(endedAt);
    this.applied = index + 1;
  }

  private calmSince(times: readonly StepTimes[]) {
    const running = times.findLast(({ startedAt }) => startedAt !== undefined);
    if (running?.startedAt === undefined || running.endedAt !== undefined || this.stop)
      return undefined;
    const until = this.endOf(running.step, running.startedAt) ?? Number.POSITIVE_INFINITY;
    return { running, until };
  }
}

function goOn({ step, startedAt = 0 }: StepTimes, now: number): void {
  step.progress?.((now - startedAt) / Math.max(1, step.durationMs));
}

const isWaitingTask = ({ waits, skipped }: Step) => waits === true && !skipped;
