import { expect } from 'vitest';
import { fold } from '../../../../bot/failback/evolve/evolve.ts';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { waitForWindow } from '../../../../bot/failback/next/schedule.ts';
import { marksIn } from '../../../../bot/failback/state/coming-home.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import type { Policy } from '../../../../bot/failback/state/policy.ts';
import { isEnd } from '../../../../bot/failback/state/stages.ts';
import { markOf } from '../../../../bot/store/marks-left.ts';
import { task } from '../../../support/azure-records.ts';
import { jun, POLICY } from '../../../support/failback-story.ts';
import { DyingLedger, Killed } from '../../../support/fakes/dying-ledger.ts';
import { FakePlanVault } from '../../../support/fakes/fake-plan-vault.ts';
import { settle } from '../../../support/manual-clock.ts';
import { RunnerRig } from '../../../support/runner-rig.ts';
import { audit } from './audit.ts';
import { type LifeWorld, type Member, newParty } from './members.ts';
import { People } from './people.ts';
import { checkArrival, checkCalls, checkFacts, checkProof } from './rules-of-calls.ts';
import type { Act, Setting } from './stories.ts';

/** So often somebody tries to go on from a hold before the bot is told to let go. */
const MOST_TRIES = 6;

/** More steps than any of these lives needs to come to its end. */
const MOST_ROUNDS = 400;

/** What is brought home, its vaults and its people; the bot in it dies and is started anew, the ledger stays. */
export class Life {
  private readonly world: LifeWorld;
  private readonly members: readonly Member[];
  private readonly setting: Setting;
  /** What arrived in Azure although it should not have. */
  private readonly wrong: unknown[] = [];
  /** How many planned failovers arrived in Azure while the VM on-premises was on or had checkpoints. */
  private startsWhileOn = 0;
  private rig: RunnerRig;

  constructor(setting: Setting, policy: Partial<Policy>) {
    const { world, members } = newParty(setting, policy);
    this.world = world;
    this.members = members;
    this.setting = setting;
    for (const member of members) this.watchCalls(member);
    this.watchStarts();
    this.rig = new RunnerRig(this.known(world));
  }

  async begin(): Promise<void> {
    await this.rig.failbacks.beginAll(
      this.members.map(({ id, request: event }) => ({ id, event })),
      this.world.clock.now(),
    );
    await this.rig.runner.start();
    await settle();
  }

  /** Something happens to one of the failbacks. The bot may die of it: then nothing happens until it is started again. */
  async happen(act: Act, to: number): Promise<void> {
    const member = this.members[to % this.members.length] as Member;
    try {
      await this.act(act, member);
      await settle();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      await this.restart();
    }
  }

  private async act(act: Act, member: Member): Promise<void> {
    if (act.do === 'wait') return this.world.clock.advance(act.ms);
    if (act.do === 'restart') return this.restart(act);
    if (actInAzure(act, member)) return;
    if (this.actOnServer(act)) return;
    await this.decide(act, member);
  }

  private async decide(act: Act, member: Member): Promise<void> {
    const people = this.peopleOf(member);
    switch (act.do) {
      case 'approve':
        return people.approve();
      case 'approveWaves':
        return people.approveWaves(member.request.wave?.run ?? '');
      case 'vote':
        return people.vote(act);
      case 'voteDuringCall':
        member.vault.meanwhile = () => people.vote(act);
        return;
      case 'release':
        return people.release(act.by, act.choice);
      case 'holdRun':
      case 'askRunNow':
        return people[act.do](act.by, member.request.wave?.run ?? '');
      case 'cancel':
      case 'hold':
      case 'askNow':
        return people[act.do](act.by);
      default:
        throw new Error(`nobody knows how to ${act.do}`);
    }
  }

  /** Whether it was something that happens on-premises. */
  private actOnServer(act: Act): boolean {
    const { host } = this.world;
    switch (act.do) {
      case 'startVm':
        host.touch({ state: 'Running' });
        return true;
      case 'checkpoint':
        host.touch({ checkpoints: 1 });
        return true;
      case 'tidyVm':
        host.touch({ state: 'Off', checkpoints: 0, silentServices: [] });
        return true;
      case 'silentGuest':
        host.touch({ silentServices: ['VSS'] });
        return true;
      case 'spoil':
        host.sinceHome = act.change;
        return true;
      case 'hostAway':
      case 'hostBack':
        host.isAway = act.do === 'hostAway';
        return true;
      case 'write':
        host.troubles.setStartAction = [act.trouble];
        host.troubles.createSwitch = [act.trouble];
        return true;
      default:
        return false;
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

  /** The world as far as the bot knows it. */
  private known(world: LifeWorld): ConstructorParameters<typeof RunnerRig>[0] {
    const otherVaults = this.members.slice(1).map(({ vault }) => vault);
    const { host, ...without } = { ...world, otherVaults };
    return this.setting.hasHost ? { ...without, host } : without;
  }

  private peopleOf({ id }: Member): People {
    return new People(id, this.rig.failbacks, this.world.clock);
  }

  private watchCalls({ id, vault }: Member): void {
    const { ledger, clock } = this.world;
    vault.whenCalled = async (requestId) => {
      try {
        const entries = await ledger.read(id);
        checkArrival(entries, requestId, clock.now());
        if (this.setting.hasHost) checkProof(entries, this.world.host);
      } catch (error) {
        this.wrong.push(error);
      }
    };
  }

  private watchStarts(): void {
    const { vault, host } = this.world;
    const start = vault.startPlannedFailover;
    vault.startPlannedFailover = (request) => {
      const isTouched = host.vm.state !== 'Off' || host.vm.checkpoints > 0;
      if (isTouched && host.isThere()) this.startsWhileOn += 1;
      return start(request);
    };
  }

  /** Everything that must be true at any time. */
  async check(): Promise<void> {
    expect(this.wrong).toEqual([]);
    for (const { id, vault } of this.members) {
      const entries = await this.world.ledger.read(id);
      const failback = audit(entries);
      expect(failback).toEqual(fold(entries));
      const now = this.world.clock.now();
      expect(nextStep(failback, now)).toEqual(nextStep(structuredClone(failback), now));
      checkCalls(entries, vault);
    }
    await this.checkStarts();
  }

  /** No failover was started while the VM was on, unless a person went on without the server. */
  private async checkStarts(): Promise<void> {
    const [first] = this.members;
    const entries = await this.world.ledger.read(first?.id ?? '');
    const wasAccepted = entries.some(
      ({ event }) =>
        event.type === 'holdReleased' && event.choice === 'without' && event.leadsTo === 'starting',
    );
    if (this.setting.hasHost && !wasAccepted) expect(this.startsWhileOn).toBe(0);
  }

  /** Everything that must be true after the end. */
  async checkEnd(): Promise<void> {
    const { ledger } = this.world;
    for (const { id, vault, request } of this.members) {
      checkFacts(await ledger.read(id), vault);
      // Whoever begins a failback of it next takes the mark over.
      const { marks = [] } = await markOf(request.target, this.rig);
      expect(marks).toEqual(marksIn(await this.failback(id)));
    }
    await this.checkServer();
  }

  /** What was changed on the server is as it was after a good end; without a server nothing was ever changed. */
  private async checkServer(): Promise<void> {
    const { host, ledger } = this.world;
    const id = this.members[0]?.id ?? '';
    const failback = await this.failback(id);
    const events = (await ledger.read(id)).map(({ event }) => event);
    if (!this.setting.hasHost) expect(host.calls).toEqual([]);
    const made = host.writes.filter((write) => write.startsWith('createSwitch'));
    const intended = events.filter(({ type }) => type === 'switchIntended');
    expect(made.length).toBeLessThanOrEqual(intended.length);
    expect(host.switches.filter((name) => name === 'Lab').length).toBeLessThanOrEqual(1);
    const isOwed = failback.stage === 'protected' || !failback.isTouched;
    const gaveUp = events.some(
      (event) => event.type === 'hostRestored' && event.outcome === 'failed',
    );
    if (isOwed && !gaveUp) expect(host.vm.startAction).toBe(this.setting.startAction);
  }

  /**
   * The trouble is over, and people answer: from wherever it has come to, it has to come to its end in so many steps. On hold
   * they go on, unless they have tried that too often; or they let go at once.
   */
  async end(onHold: 'goOn' | 'letGo'): Promise<void> {
    const { clock } = this.world;
    this.calmDown();
    await this.restart();
    let tries = onHold === 'goOn' ? MOST_TRIES * this.members.length : 0;
    for (let round = 0; round < MOST_ROUNDS && !(await this.isOver()); round++) {
      for (const member of this.members) {
        const isTrying = tries > 0;
        if (await this.answer(member, isTrying)) tries -= 1;
      }
      await clock.advance(20_000);
      // What a person has declared to be expected may wait for ever; jobs of the real service do not.
      if (round % 50 === 49) for (const { vault } of this.members) vault.endJob('Failed');
    }
    expect(await this.isOver(), 'it comes to its end').toBe(true);
    await clock.advance(POLICY.settleMs * 2);
    await this.rig.runner.stop();
    expect(clock.asleep).toBe(0);
  }

  /** Answers what is asked. True when that was to try to go on from a hold. */
  private async answer(member: Member, isTrying: boolean): Promise<boolean> {
    const failback = await this.failback(member.id);
    const { hold, gate } = failback;
    const people = this.peopleOf(member);
    if (hold) await people.release(jun, isTrying ? 0 : hold.choices.length - 1);
    else if (gate) await people.approve();
    else if (waitForWindow(failback, this.world.clock.now())) await people.askNow(jun);
    await settle();
    return hold !== undefined && isTrying;
  }

  private calmDown(): void {
    const { host } = this.world;
    for (const { vault } of this.members) {
      vault.hiddenItem = false;
      vault.failingReads = 0;
      if (vault instanceof FakePlanVault) vault.straggle(false);
    }
    host.isAway = false;
    host.touch({ state: 'Off', checkpoints: 0, silentServices: [] });
    host.sinceHome = {};
  }

  private async isOver(): Promise<boolean> {
    const all = await Promise.all(this.members.map(({ id }) => this.failback(id)));
    return all.every(({ stage }) => isEnd(stage));
  }

  /** From the ledger below: a dead process reads nothing. */
  private async failback(id: string): Promise<Failback> {
    return fold(await this.world.ledger.read(id)) as Failback;
  }
}

/** Whether it was something that happens in Azure. */
function actInAzure(act: Act, { vault }: Member): boolean {
  switch (act.do) {
    case 'answer':
      vault.answers[act.operation] = [act.answer];
      return true;
    case 'elsewhere':
      vault.elsewhere(act.operation);
      return true;
    case 'endJob':
      vault.endJob(act.state);
      return true;
    case 'strange':
      makeStrange(vault);
      return true;
    case 'forgetJobs':
      vault.jobs.clear();
      return true;
    case 'hideItem':
    case 'showItem':
      vault.hiddenItem = act.do === 'hideItem';
      return true;
    case 'straggle':
    case 'catchUp':
      if (vault instanceof FakePlanVault) vault.straggle(act.do === 'straggle');
      return true;
    case 'disconnect':
      connect(vault, 'Disconnected');
      return true;
    case 'connect':
      connect(vault, 'Connected');
      return true;
    case 'outage':
      vault.failingReads = act.reads;
      return true;
    default:
      return false;
  }
}

function connect(vault: Member['vault'], connectionStatus: string): void {
  vault.providers = vault.providers.map((one) => ({ ...one, connectionStatus }));
}

function makeStrange(vault: Member['vault']): void {
  const { activeJob } = vault;
  const tasks = [task('FormatTheDisk', 'InProgress')];
  if (activeJob) vault.jobs.set(activeJob.id, { ...activeJob, tasks });
}
