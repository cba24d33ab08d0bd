import { pino } from 'pino';
import { castVote, releaseHold } from '../../bot/failback/decide/decide.ts';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import type { Actor, FailbackEvent } from '../../bot/failback/state/events.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import type { Ledger } from '../../bot/failback/state/ledger.ts';
import type { Policy } from '../../bot/failback/state/policy.ts';
import { isEnd } from '../../bot/failback/state/stages.ts';
import { Runner } from '../../bot/runner/runner.ts';
import { FailbackRepository } from '../../bot/store/failback-repository.ts';
import { jun, requested } from './failback-story.ts';
import { FakeHost } from './fakes/fake-host.ts';
import { FakeVault } from './fakes/fake-vault.ts';
import { MemoryLedger } from './fakes/memory-ledger.ts';
import { NO_HOSTS } from './fakes/no-hosts.ts';
import { ManualClock, settle } from './manual-clock.ts';

export const ID = 'FB-TEST';
export const PACE = { fastMs: 5_000, slowMs: 30_000 };
export const silent = pino({ level: 'silent' });

interface World {
  readonly clock: ManualClock;
  readonly vault: FakeVault;
  /** Others beside it. */
  readonly otherVaults?: readonly FakeVault[];
  readonly ledger: Ledger;
  /** The server on-premises, where a host connector knows it. */
  readonly host?: FakeHost;
}

/** How long a guest may take to come up in these worlds. */
const PATIENCE_MS = 60_000;

/** A new world: a clock at rest, one VM in Azure, an empty ledger. */
export function newWorld(Vault: typeof FakeVault = FakeVault): World {
  const clock = new ManualClock();
  return { clock, vault: new Vault(clock), ledger: new MemoryLedger() };
}

/** A new world with a server on-premises, on which Azure starts the VM when it brings it home. */
export function newWorldWithHost(Vault?: typeof FakeVault): World & { readonly host: FakeHost } {
  const world = newWorld(Vault);
  const host = new FakeHost();
  host.isHome = () => world.vault.item?.activeLocation === 'onPremises';
  return { ...world, host };
}

/** One life of the bot in a world: a runner and what it keeps in memory. */
export class RunnerRig {
  readonly clock: ManualClock;
  readonly vault: FakeVault;
  readonly ledger: Ledger;
  readonly failbacks: FailbackRepository;
  readonly runner: Runner;
  private static lives = 0;

  constructor({ clock, vault, otherVaults = [], ledger, host }: World = newWorld()) {
    this.clock = clock;
    this.vault = vault;
    this.ledger = ledger;
    this.failbacks = new FailbackRepository(ledger);
    RunnerRig.lives += 1;
    const life = RunnerRig.lives;
    let requests = 0;
    this.runner = new Runner({
      ...NO_HOSTS,
      ...(host && { hosts: [host] }),
      verification: { wantedOf: () => ({ ports: [443] }), patienceMs: PATIENCE_MS },
      ledger,
      failbacks: this.failbacks,
      vaults: [vault, ...otherVaults],
      clock,
      pace: PACE,
      newRequestId: () => `request-${life}-${++requests}`,
      log: silent,
    });
  }

  async begin(policy: Partial<Policy> = {}, synchronization?: Synchronization): Promise<void> {
    const { destination } = this.vault;
    const event = { ...requested(policy, synchronization), ...(destination && { destination }) };
    await this.failbacks.begin(ID, event, this.clock.now());
    await settle();
  }

  async failback(): Promise<Failback> {
    return (await this.failbacks.get(ID)) as Failback;
  }

  async events(): Promise<readonly FailbackEvent[]> {
    return (await this.ledger.read(ID)).map(({ event }) => event);
  }

  async typesSeen(): Promise<readonly string[]> {
    return (await this.events()).map(({ type }) => type);
  }

  async approve(by: Actor = jun, number?: number): Promise<string | undefined> {
    const { gate } = await this.failback();
    const typed = gate?.kind === 'commit' ? 'web-01' : 'azure';
    const at = this.clock.now();
    const decided = await this.failbacks.decide(ID, { by, attempt: 'approve', at }, (failback) =>
      castVote(failback, { by, number: number ?? gate?.number ?? 0, vote: 'approve', typed }, at),
    );
    await settle();
    return decided?.refused;
  }

  async release(choice: string, by: Actor = jun): Promise<string | undefined> {
    const { hold } = await this.failback();
    const decided = await this.failbacks.decide(
      ID,
      { by, attempt: choice, at: this.clock.now() },
      (failback) =>
        releaseHold(failback, by, {
          number: hold?.number ?? 0,
          name: choice,
          reason: 'It is well.',
        }),
    );
    await settle();
    return decided?.refused;
  }

  /** Lets time pass, and people approve what is asked, until the failback is as wanted. */
  async until(
    isThere: (failback: Failback) => boolean,
    answers: readonly string[] = [],
  ): Promise<Failback> {
    for (let round = 0; round < 400; round++) {
      const failback = await this.failback();
      if (isThere(failback) || isEnd(failback.stage)) return failback;
      if (failback.gate) await this.approve();
      else if (failback.hold)
        await this.release(answers.find((it) => offers(failback, it)) ?? 'abandon');
      else await this.clock.advance(5_000);
    }
    throw new Error(`nothing comes of it: ${(await this.typesSeen()).slice(-12).join(', ')}`);
  }
}

const offers = ({ hold }: Failback, choice: string) =>
  hold?.choices.some(({ name }) => name === choice) ?? false;
