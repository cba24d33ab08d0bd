import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import {
  askForHold,
  askToCancelOrEnd,
  castVote,
  releaseHold,
} from '../../bot/failback/decide/decide.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type { SiteRecovery, Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import { vmsInPlan } from '../../bot/failback/site-recovery/plan-snapshot.ts';
import type { Target } from '../../bot/failback/site-recovery/target.ts';
import type { Actor, ChannelRef, FailbackEvent } from '../../bot/failback/state/events.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import { LIVE_SIDE } from '../../bot/failback/state/gates.ts';
import type { Ledger, LedgerEntry } from '../../bot/failback/state/ledger.ts';
import type { Policy } from '../../bot/failback/state/policy.ts';
import { isEnd } from '../../bot/failback/state/stages.ts';
import { Runner } from '../../bot/runner/runner.ts';
import type { Pace } from '../../bot/runner/vault/vault-poller.ts';
import { FailbackRepository } from '../../bot/store/failback-repository.ts';
import { markOf } from '../../bot/store/marks-left.ts';
import type { AzureSimulator } from '../../simulators/azure/azure-simulator.ts';
import { connect } from './azure.ts';
import { MemoryLedger } from './fakes/memory-ledger.ts';
import { NO_HOSTS } from './fakes/no-hosts.ts';
import { fastClock, patiently, SPEED } from './fast-clock.ts';

/** By the time of tests; in the machine's, what takes the real service seconds takes milliseconds. */
export const FAST = { clock: fastClock, timeScale: SPEED / 2_000 };

const POLICY: Policy = {
  approvals: { direction: 1, complete: 1, commit: 1, reverse: 1 },
  askBeforeReverse: false,
  questionMs: 60_000 * SPEED,
  grantMs: 30_000 * SPEED,
  settleMs: 400 * SPEED,
};

const PACE: Pace = { fastMs: 20 * SPEED, slowMs: 40 * SPEED };
const TIMEOUTS = { mutationMs: 800, readMs: 5_000 };

const MINA: Actor = {
  person: 'mina',
  platform: 'slack',
  userId: 'U0MINA',
  channel: 'C0INC',
  roles: ['operator'],
};
const JUN: Actor = {
  person: 'jun',
  platform: 'slack',
  userId: 'U0JUN',
  channel: 'C0INC',
  roles: ['approver'],
};

/** A runner with the real adapter on a simulated Azure; people decide as the test says. */
export class FailbackRig {
  private readonly clock: Clock;
  /** So far the bot's clock is ahead of the others. */
  aheadMs = 0;
  readonly azure: AzureSimulator;
  readonly ledger: Ledger;
  readonly failbacks: FailbackRepository;
  readonly runner: Runner;
  readonly vault: SiteRecovery;
  /** Where the failbacks that are asked for from now on are shown. */
  channels: readonly ChannelRef[] = [];

  constructor(
    azure: AzureSimulator,
    ledger: Ledger = new MemoryLedger(),
    pace: Pace = PACE,
    timeouts = TIMEOUTS,
    clock: Clock = fastClock,
  ) {
    this.clock = { ...clock, now: () => clock.now() + this.aheadMs };
    this.azure = azure;
    this.ledger = ledger;
    this.failbacks = new FailbackRepository(ledger);
    this.vault = connect(azure, { timeouts });
    this.runner = new Runner({
      ...NO_HOSTS,
      ledger,
      failbacks: this.failbacks,
      vaults: [this.vault],
      clock: this.clock,
      pace,
      newRequestId: randomUUID,
      log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    });
  }

  /** Mina asks to bring a VM home. */
  async request(
    id: string,
    vm: string,
    policy: Partial<Policy> = {},
    synchronization: Synchronization = 'beforeFailover',
  ): Promise<void> {
    const { vault } = this.azure;
    const itemId = this.azure.itemId(vm);
    await this.ask(id, { kind: 'protectedItem', vault, itemId, name: vm }, policy, synchronization);
  }

  /** Mina asks to bring a recovery plan home. */
  async requestPlan(
    id: string,
    name: string,
    synchronization: Synchronization = 'beforeFailover',
    policy: Partial<Policy> = {},
  ): Promise<void> {
    const planId = this.azure.planId(name);
    const plan = await this.vault.plans.read(planId);
    if (plan === undefined) throw new Error(`The simulator has no plan ${name}.`);
    const items = vmsInPlan(plan, await this.vault.listProtectedItems());
    const { vault } = this.azure;
    await this.ask(
      id,
      { kind: 'recoveryPlan', vault, planId, name, items },
      policy,
      synchronization,
    );
  }

  private async ask(
    id: string,
    target: Target,
    policy: Partial<Policy>,
    synchronization: Synchronization,
  ): Promise<void> {
    await this.failbacks.begin(
      id,
      {
        type: 'requested',
        by: MINA,
        target,
        ...(await markOf(target, this)),
        destination: { kind: 'originalLocation' },
        synchronization,
        channels: this.channels,
        policy: { ...POLICY, ...policy },
      },
      this.clock.now(),
    );
  }

  /** Mina asks to take over what somebody has started in the portal. */
  async adopt(id: string, vm: string): Promise<void> {
    await this.failbacks.begin(
      id,
      {
        type: 'requested',
        by: MINA,
        target: {
          kind: 'protectedItem',
          vault: this.azure.vault,
          itemId: this.azure.itemId(vm),
          name: vm,
        },
        destination: { kind: 'originalLocation' },
        synchronization: 'beforeFailover',
        channels: [],
        policy: POLICY,
        adopts: true,
      },
      this.clock.now(),
    );
  }

  /** Jun approves the open question as it has to be. */
  async approve(id: string): Promise<void> {
    await this.failbacks.decide(
      id,
      { by: JUN, attempt: 'approve', at: this.clock.now() },
      (failback) => castVote(failback, ballotOf(failback), this.clock.now()),
    );
  }

  /** Mina asks for a hold. */
  async hold(id: string): Promise<void> {
    await this.failbacks.decide(
      id,
      { by: MINA, attempt: 'hold', at: this.clock.now() },
      (failback) => askForHold(failback, MINA, 'Wait.'),
    );
  }

  /** Mina asks to cancel. */
  async cancel(id: string): Promise<void> {
    await this.failbacks.decide(
      id,
      { by: MINA, attempt: 'cancel', at: this.clock.now() },
      (failback) => askToCancelOrEnd(failback, MINA, undefined),
    );
  }

  /** Jun answers a hold. */
  async choose(id: string, choice: string, reason = 'The test says so.'): Promise<void> {
    await this.failbacks.decide(
      id,
      { by: JUN, attempt: `choose ${choice}`, at: this.clock.now() },
      (failback) =>
        releaseHold(failback, JUN, { number: failback.hold?.number ?? 0, name: choice, reason }),
    );
  }

  /** Approves whatever is asked until the failback ends or stops on a hold. */
  async approveAll(id: string): Promise<Failback> {
    for (;;) {
      const failback = await this.until(
        id,
        ({ gate, hold, stage }) => gate !== undefined || hold !== undefined || isEnd(stage),
      );
      if (failback.gate === undefined) return failback;
      await this.approve(id);
    }
  }

  /** Resolves with the state as soon as it is as wanted. */
  async until(id: string, isWanted: (failback: Failback) => boolean): Promise<Failback> {
    let state = await this.failbacks.get(id);
    const listeners = new Set<() => void>();
    const unsubscribe = this.ledger.onAppended(() => {
      void this.failbacks.get(id).then((next) => {
        state = next;
        for (const listener of [...listeners]) listener();
      });
    });
    const find = () => (state !== undefined && isWanted(state) ? state : undefined);
    const onChanged = (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    try {
      return await patiently(find, onChanged);
    } catch (error) {
      throw new Error(
        `${id} is in ${state?.stage}, ${JSON.stringify(state?.hold ?? state?.call)}: ${isWanted}`,
        { cause: error },
      );
    } finally {
      unsubscribe();
    }
  }

  async events(id: string): Promise<readonly FailbackEvent[]> {
    return (await this.ledger.read(id)).map(({ event }: LedgerEntry) => event);
  }

  /** How often Azure carried out a call on a job of this VM or recovery plan. */
  jobCalls(name: string, operation: 'cancel' | 'restart' | 'resume'): number {
    const jobs = this.azure.jobs
      .all()
      .filter(({ plan }) => (plan.vm ?? plan.recoveryPlan)?.name === name);
    return jobs.reduce((sum, job) => sum + this.azure.calls.accepted(operation, job.id), 0);
  }

  /** How often Azure carried out each call for a VM, or for a recovery plan. */
  mutations(name: string): Readonly<Record<string, number>> {
    const { calls } = this.azure;
    return {
      plannedFailover: calls.accepted('plannedFailover', name),
      resume: this.jobCalls(name, 'resume'),
      commit: calls.accepted('failoverCommit', name),
      reverse: calls.accepted('reProtect', name),
    };
  }
}

/** Each call carried out once: what a failback is allowed to do to Azure. */
export const ONCE_EACH = { plannedFailover: 1, resume: 1, commit: 1, reverse: 1 };

function ballotOf({ gate, target }: Failback) {
  const typed = gate?.kind === 'commit' ? target.name : LIVE_SIDE;
  return { by: JUN, number: gate?.number ?? 0, vote: 'approve' as const, typed };
}
