import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideToAskNow, nextNumber } from '../../../bot/failback/ask-now.ts';
import { askForHold, cancel, castVote, releaseHold } from '../../../bot/failback/decide.ts';
import type { Actor } from '../../../bot/failback/events.ts';
import { fold } from '../../../bot/failback/evolve.ts';
import { gateFacts } from '../../../bot/failback/gate-facts.ts';
import type { Operation } from '../../../bot/failback/gates.ts';
import { differences, gateOf, isChosen } from '../../../bot/failback/gates.ts';
import { DAYS, type MaintenanceWindow } from '../../../bot/failback/maintenance-window.ts';
import { nextStep } from '../../../bot/failback/next-step.ts';
import type { Synchronization } from '../../../bot/failback/ports/site-recovery.ts';
import { waitForWindow } from '../../../bot/failback/schedule.ts';
import { isEnd } from '../../../bot/failback/stages.ts';
import { DyingLedger, Killed } from '../../support/dying-ledger.ts';
import { ada, jun, mina, onTeams, otto, POLICY, vic } from '../../support/failback-story.ts';
import type { Trouble } from '../../support/fake-host.ts';
import { settle } from '../../support/manual-clock.ts';
import { moveElsewhere } from '../runner/elsewhere.ts';
import type { Answer } from '../runner/fake-vault.ts';
import { ID, newWorldWithHost, RunnerRig } from '../runner/runner-rig.ts';
import { audit } from './audit.ts';
import { task } from './azure-records.ts';

/** More lives are tried with, say, FAILBACK_LIVES=5000. */
const LIVES = Number(process.env['FAILBACK_LIVES'] ?? 60);

const OPERATIONS: readonly Operation[] = [
  'plannedFailover',
  'completeFailover',
  'cancelJob',
  'restartJob',
  'commit',
  'reverseReplicate',
];
const ANSWERS: readonly Answer[] = [
  'accepted',
  'acceptedWithoutId',
  'unknownButTaken',
  'unknownAndLost',
  'throttled',
  'refused',
];
const { person: _, ...stranger } = jun;
const PEOPLE: readonly Actor[] = [jun, ada, mina, otto, vic, onTeams(jun), onTeams(mina), stranger];

interface Ballot {
  readonly by: Actor;
  readonly vote: 'approve' | 'decline';
  readonly isRight: boolean;
  readonly isOld: boolean;
}

type Act =
  | { readonly do: 'wait'; readonly ms: number }
  | ({ readonly do: 'vote' | 'voteDuringCall' } & Ballot)
  | { readonly do: 'approve' }
  | { readonly do: 'release'; readonly by: Actor; readonly choice: number }
  | { readonly do: 'cancel' | 'hold' | 'askNow'; readonly by: Actor }
  | { readonly do: 'answer'; readonly operation: Operation; readonly answer: Answer }
  | { readonly do: 'elsewhere'; readonly operation: Operation }
  | { readonly do: 'endJob'; readonly state: 'Failed' | 'Cancelled' }
  | { readonly do: 'startVm' | 'checkpoint' | 'tidyVm' | 'hostAway' | 'hostBack' | 'silentGuest' }
  | { readonly do: 'write'; readonly trouble: Trouble }
  | { readonly do: 'strange' | 'forgetJobs' | 'hideItem' | 'showItem' | 'disconnect' | 'connect' }
  | { readonly do: 'outage'; readonly reads: number }
  | { readonly do: 'restart'; readonly at: number; readonly when: 'before' | 'after' };

const ballot = {
  by: fc.constantFrom(...PEOPLE),
  vote: fc.constantFrom('approve' as const, 'approve' as const, 'decline' as const),
  isRight: fc.boolean(),
  isOld: fc.boolean(),
};
const minutes = [1_000, 10_000, 65_000, 100_000, POLICY.grantMs, POLICY.questionMs];
const operation = fc.constantFrom(...OPERATIONS);

/** People who go on, and time, come more often than trouble: otherwise no life would come far. */
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('approve' as const) }) },
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...minutes) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('vote' as const, 'voteDuringCall' as const),
        ...ballot,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('release' as const),
        by: fc.constantFrom(...PEOPLE),
        choice: fc.nat(2),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('askNow' as const), by: fc.constantFrom(...PEOPLE) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constantFrom('cancel' as const, 'hold' as const),
        by: fc.constantFrom(...PEOPLE),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        operation,
        answer: fc.constantFrom(...ANSWERS),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), operation }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('endJob' as const),
        state: fc.constantFrom('Failed' as const, 'Cancelled' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'strange',
          'forgetJobs',
          'hideItem',
          'showItem',
          'disconnect',
          'connect',
        ),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'startVm',
          'startVm',
          'checkpoint',
          'tidyVm',
          'tidyVm',
          'hostAway',
          'hostBack',
          'silentGuest',
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        trouble: fc.constantFrom<Trouble>('failed', 'unknownButDone', 'unknownAndLost', 'ignored'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('outage' as const),
        reads: fc.integer({ min: 1, max: 6 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('restart' as const),
        at: fc.integer({ min: 1, max: 8 }),
        when: fc.constantFrom('before' as const, 'after' as const),
      }),
    },
  ) as fc.Arbitrary<Act>,
  { minLength: 10, maxLength: 40 },
);

/** Open for a few minutes of every day; a life begins at 03:00. */
const windows = fc.constantFrom<readonly MaintenanceWindow[]>(
  [],
  [],
  [{ days: DAYS, from: '02:50', to: '03:10', timeZone: 'UTC' }],
  [{ days: DAYS, from: '03:05', to: '03:07', timeZone: 'UTC' }],
);

const reminders = { beforeExpiryMs: 5 * 60_000, onHoldMs: 10 * 60_000 };

const policies = fc.record({
  windows,
  reminders: fc.constant(reminders),
  askBeforeReverse: fc.boolean(),
  approvals: fc.record({
    direction: fc.integer({ min: 1, max: 2 }),
    complete: fc.integer({ min: 1, max: 2 }),
    commit: fc.integer({ min: 1, max: 2 }),
    reverse: fc.integer({ min: 1, max: 2 }),
  }),
});

interface Setting {
  readonly lagMs: number;
  readonly startAction: string;
  /** Whether a host connector knows the server. */
  readonly hasHost: boolean;
  readonly synchronization: Synchronization;
  /** Whether the server is another one than the VM's, and lacks a switch that it needs. */
  readonly isElsewhere: boolean;
}

const settings: fc.Arbitrary<Setting> = fc.record({
  lagMs: fc.constantFrom(0, 20_000),
  startAction: fc.constantFrom('Nothing', 'StartIfRunning', 'Start'),
  hasHost: fc.boolean(),
  synchronization: fc.constantFrom('beforeFailover' as const, 'fullDownload' as const),
  isElsewhere: fc.boolean(),
});

/** A VM, its vault and its people; the bot in it dies and is started anew, the ledger stays. */
class Life {
  private readonly world: ReturnType<typeof newWorldWithHost>;
  private readonly startAction: string;
  private readonly hasHost: boolean;
  /** How many planned failovers arrived in Azure while the VM on-premises was on or had checkpoints. */
  private startsWhileOn = 0;
  private rig: RunnerRig;

  constructor({ lagMs, startAction, hasHost, isElsewhere }: Setting) {
    this.world = newWorldWithHost();
    if (isElsewhere) moveElsewhere(this.world);
    this.world.vault.lagMs = lagMs;
    this.startAction = startAction;
    this.hasHost = hasHost;
    this.world.host.touch({ startAction });
    const { vault, host } = this.world;
    const start = vault.startPlannedFailover;
    vault.startPlannedFailover = (request) => {
      const isTouched = host.vm.state !== 'Off' || host.vm.checkpoints > 0;
      if (isTouched && host.isThere()) this.startsWhileOn += 1;
      return start(request);
    };
    this.rig = new RunnerRig(this.known(this.world));
  }

  /** The world as far as the bot knows it. */
  private known<W extends object>(world: W & { host: unknown }): Omit<W, 'host'> {
    const { host: _, ...without } = world;
    return this.hasHost ? world : without;
  }

  async begin(...asked: Parameters<RunnerRig['begin']>): Promise<void> {
    await this.rig.begin(...asked);
    await this.rig.runner.start();
  }

  /** Something happens. The bot may die of it: then nothing happens until it is started again. */
  async happen(act: Act): Promise<void> {
    try {
      await this.act(act);
      await settle();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      await this.restart();
    }
  }

  private async act(act: Act): Promise<void> {
    const { vault, clock, host } = this.world;
    switch (act.do) {
      case 'startVm':
        return host.touch({ state: 'Running' });
      case 'checkpoint':
        return host.touch({ checkpoints: 1 });
      case 'tidyVm':
        return host.touch({ state: 'Off', checkpoints: 0, silentServices: [] });
      case 'silentGuest':
        return host.touch({ silentServices: ['VSS'] });
      case 'hostAway':
      case 'hostBack':
        host.isAway = act.do === 'hostAway';
        return;
      case 'write':
        host.troubles.setStartAction = [act.trouble];
        host.troubles.createSwitch = [act.trouble];
        return;
      case 'wait':
        return clock.advance(act.ms);
      case 'approve':
        return this.approveAll();
      case 'vote':
        return this.vote(act);
      case 'voteDuringCall':
        vault.meanwhile = () => this.vote(act);
        return;
      case 'release':
        return this.release(act.by, act.choice);
      case 'cancel':
        await this.decide(act.by, (failback) => cancel(failback, act.by, undefined));
        return;
      case 'hold':
        await this.decide(act.by, (failback) => askForHold(failback, act.by, 'Wait.'));
        return;
      case 'askNow':
        return this.askNow(act.by);
      case 'answer':
        vault.answers[act.operation] = [act.answer];
        return;
      case 'elsewhere':
        return vault.elsewhere(act.operation);
      case 'endJob':
        return vault.endJob(act.state);
      case 'strange':
        return this.makeStrange();
      case 'forgetJobs':
        return vault.jobs.clear();
      case 'hideItem':
        vault.hiddenItem = true;
        return;
      case 'showItem':
        vault.hiddenItem = false;
        return;
      case 'disconnect':
        return this.connect('Disconnected');
      case 'connect':
        return this.connect('Connected');
      case 'outage':
        vault.failingReads = act.reads;
        return;
      case 'restart':
        return this.restart(act);
    }
  }

  private async restart(dies?: { at: number; when: 'before' | 'after' }): Promise<void> {
    await this.rig.runner.stop();
    const { ledger } = this.world;
    this.rig = new RunnerRig(
      this.known({ ...this.world, ledger: dies ? new DyingLedger(ledger, dies) : ledger }),
    );
    try {
      await this.rig.runner.start();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    await settle();
  }

  private connect(connectionStatus: string): void {
    const { vault } = this.world;
    vault.providers = vault.providers.map((one) => ({ ...one, connectionStatus }));
  }

  private makeStrange(): void {
    const { vault } = this.world;
    const { activeJob } = vault;
    const tasks = [task('FormatTheDisk', 'InProgress')];
    if (activeJob) vault.jobs.set(activeJob.id, { ...activeJob, tasks });
  }

  private decide(by: Actor, decision: Parameters<RunnerRig['failbacks']['decide']>[2]) {
    const at = this.world.clock.now();
    return this.rig.failbacks.decide(ID, { by, attempt: 'act', at }, decision);
  }

  private async vote({ by, vote, isRight, isOld }: Ballot): Promise<void> {
    const now = this.world.clock.now();
    await this.decide(by, (failback) => {
      const { gate } = failback;
      const answer = gate?.kind === 'commit' ? failback.target.name : 'azure';
      const number = (gate?.number ?? 0) - (isOld ? 1 : 0);
      return castVote(failback, { by, number, vote, typed: isRight ? answer : 'nonsense' }, now);
    });
  }

  private async askNow(by: Actor): Promise<void> {
    const now = this.world.clock.now();
    await this.decide(by, (failback) =>
      decideToAskNow(failback, { by, number: nextNumber(failback), reason: 'It is urgent.' }, now),
    );
  }

  private async release(by: Actor, index: number): Promise<void> {
    await this.decide(by, (failback) => {
      const { hold } = failback;
      const choice = hold?.choices[index % hold.choices.length]?.name ?? 'abandon';
      return releaseHold(failback, by, {
        number: hold?.number ?? 0,
        name: choice,
        reason: 'because',
      });
    });
  }

  private async approveAll(): Promise<void> {
    for (const by of [jun, ada])
      await this.vote({ by, vote: 'approve', isRight: true, isOld: false });
  }

  /** Everything that must be true at any time. */
  async check(): Promise<void> {
    const { ledger, vault, clock } = this.world;
    const entries = await ledger.read(ID);
    const failback = audit(entries);

    expect(failback).toEqual(fold(entries));
    expect(nextStep(failback, clock.now())).toEqual(
      nextStep(structuredClone(failback), clock.now()),
    );
    expect(vault.doubles).toEqual([]);
    const intents = entries.filter(({ event }) => event.type === 'callIntended');
    expect(vault.sent.length).toBeLessThanOrEqual(intents.length);
  }

  /** No failover was started while the VM was on, unless a person went on without the server. */
  async checkStarts(): Promise<void> {
    const entries = await this.world.ledger.read(ID);
    const wasAccepted = entries.some(
      ({ event }) =>
        event.type === 'holdReleased' && event.choice === 'without' && event.leadsTo === 'starting',
    );
    if (this.hasHost && !wasAccepted) expect(this.startsWhileOn).toBe(0);
  }

  /** What was changed on the server is as it was after a good end; without a server nothing was ever changed. */
  async checkServer(): Promise<void> {
    const { host, ledger } = this.world;
    const failback = await this.rig.failback();
    const events = (await ledger.read(ID)).map(({ event }) => event);
    if (!this.hasHost) expect(host.calls).toEqual([]);
    const made = host.writes.filter((write) => write.startsWith('createSwitch'));
    const intended = events.filter(({ type }) => type === 'switchIntended');
    expect(made.length).toBeLessThanOrEqual(intended.length);
    expect(host.switches.filter((name) => name === 'Lab').length).toBeLessThanOrEqual(1);
    const isOwed = failback.stage === 'protected' || !failback.isTouched;
    const gaveUp = events.some(
      (event) => event.type === 'hostRestored' && event.outcome === 'failed',
    );
    if (isOwed && !gaveUp) expect(host.vm.startAction).toBe(this.startAction);
  }

  /** Every call that arrived was about the facts that its gate showed. */
  async checkFacts(): Promise<void> {
    const { ledger, vault } = this.world;
    const asked = (await ledger.read(ID)).map(({ event }) => event);
    for (const [index, sent] of vault.sent.entries()) {
      if (isChosen(sent)) continue;
      const kind = gateOf(sent);
      const world = vault.worlds[index];
      const shown = asked.flatMap((event) =>
        event.type === 'gateOpened' && event.gate === kind ? [event.facts] : [],
      );
      const isShown = shown.some(
        (facts) => world && differences(facts, gateFacts(kind, world)).length === 0,
      );
      expect(isShown || kind === 'reverse').toBe(true);
    }
  }

  /** The trouble is over, people answer: now it has to come to an end. */
  async end(): Promise<void> {
    const { vault, clock } = this.world;
    vault.hiddenItem = false;
    vault.failingReads = 0;
    this.world.host.isAway = false;
    this.world.host.touch({ state: 'Off', checkpoints: 0, silentServices: [] });
    await this.restart();
    for (let round = 0; round < 200; round++) {
      const failback = await this.rig.failback();
      if (isEnd(failback.stage)) break;
      if (failback.hold) await this.release(jun, failback.hold.choices.length - 1);
      else if (failback.gate) await this.approveAll();
      else if (waitForWindow(failback, clock.now())) await this.askNow(jun);
      else await clock.advance(20_000);
      await settle();
      // What a person has declared to be expected may wait for ever; jobs of the real service do not.
      if (round % 50 === 49) vault.endJob('Failed');
    }
    expect(isEnd((await this.rig.failback()).stage)).toBe(true);
    await clock.advance(POLICY.settleMs * 2);
    await this.rig.runner.stop();
    expect(clock.asleep).toBe(0);
  }
}

describe('any life of a failback', () => {
  it('keeps the rules, whatever people, Azure, time and death do, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(acts, policies, settings, async (story, policy, setting) => {
        const life = new Life(setting);
        await life.begin(policy, setting.synchronization);

        for (const act of story) {
          await life.happen(act);
          await life.check();
          await life.checkStarts();
        }
        await life.end();
        await life.check();
        await life.checkFacts();
        await life.checkServer();
      }),
      { numRuns: LIVES },
    );
  }, 600_000);
});
