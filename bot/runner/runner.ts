import type { Logger } from 'pino';
import { nextStep } from '../failback/next/next-step.ts';
import { mayWaitForOthers } from '../failback/next/turn.ts';
import type { Clock } from '../failback/ports/clock.ts';
import { ConflictError, UpstreamError } from '../failback/ports/errors.ts';
import type { HypervHost } from '../failback/ports/hyperv-host.ts';
import type { SiteRecovery } from '../failback/ports/site-recovery.ts';
import { serversOf } from '../failback/state/coming-home.ts';
import type { FailbackEvent } from '../failback/state/events.ts';
import type { Failback } from '../failback/state/failback.ts';
import { isFailbackStream, type Ledger } from '../failback/state/ledger.ts';
import { membersOf, type Run } from '../failback/state/run.ts';
import { isEnd } from '../failback/state/stages.ts';
import type { FreshSnapshot } from '../looks/look-fresh.ts';
import type { FailbackRepository } from '../store/failback-repository.ts';
import { AbandonedWatch } from './host/abandoned-watch.ts';
import type { VerificationRules } from './host/host-tools.ts';
import { HostWatch } from './host/host-watch.ts';
import { SeenVms } from './host/seen-vms.ts';
import { FairTurns } from './scheduling/fair-turns.ts';
import { KeyedQueue } from './scheduling/keyed-queue.ts';
import { type LanePlace, Lanes } from './scheduling/lanes.ts';
import type { StepOutcome } from './scheduling/outcome.ts';
import { Wakeups } from './scheduling/wakeups.ts';
import { perform } from './steps/perform.ts';
import { type Pace, VaultPoller, type VaultSnapshot } from './vault/vault-poller.ts';
import { watch } from './vault/watch.ts';

interface Parts {
  readonly ledger: Ledger;
  readonly failbacks: FailbackRepository;
  readonly vaults: readonly SiteRecovery[];
  /** The servers on-premises that the settings name; often none. */
  readonly hosts: readonly HypervHost[];
  readonly verification: VerificationRules;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly newRequestId: () => string;
  readonly linkMbps?: number;
  readonly log: Logger;
}

/** Whether another step may follow at once, and what this one has read for it. */
interface Advance {
  readonly again: boolean;
  readonly look?: FreshSnapshot;
}

/** Jobs whose tasks are read per picture though nothing changed, so that boards show progress at a bounded price. */
const DETAILS_PER_PICTURE = 5;

/** So many of the latest failbacks are looked through at the start for what was left to be put back. */
const LOOKED_THROUGH = 200;

/** So many reads of a vault are left to those for whom somebody waits. */
const RESERVED_READS = 100;

/** What was let go of is looked at so many times less often than the vault. */
const LOOKS_BETWEEN = 10;

/** How long an unexpected error rests before the failback is tried again. */
const ERROR_REST_MS = 30_000;

/**
 * The first reconciler: brings Azure to what each failback's state says comes next. It may be killed at any moment;
 * whatever is open is looked at again on start.
 */
export class Runner {
  private readonly parts: Parts;
  private readonly vaults: ReadonlyMap<string, SiteRecovery>;
  private readonly pollers: ReadonlyMap<string, VaultPoller>;
  private readonly queue = new KeyedQueue((id) => this.run(id));
  private readonly wakeups: Wakeups;
  private readonly lanes: Lanes;
  /** Those of which something was stored that others of their run may have waited for. */
  private readonly moved = new Set<string>();
  private readonly unseen = new Map<string, VaultSnapshot>();
  private readonly seenVms = new SeenVms();
  private readonly hostWatch: HostWatch;
  private readonly letGoWatch: AbandonedWatch;
  private readonly details = new FairTurns(DETAILS_PER_PICTURE);
  private unsubscribe: () => void = () => {};
  private isStopping = false;

  constructor(parts: Parts) {
    this.parts = parts;
    this.vaults = new Map(parts.vaults.map((vault) => [vault.vault, vault]));
    this.pollers = new Map(
      parts.vaults.map((vault) => [
        vault.vault,
        new VaultPoller({ ...parts, vault, onPicture: (picture) => this.show(picture) }),
      ]),
    );
    this.letGoWatch = new AbandonedWatch({ ...parts, everyMs: parts.pace.slowMs * LOOKS_BETWEEN });
    this.hostWatch = new HostWatch({
      ...parts,
      everyMs: parts.pace.slowMs,
      onSeen: (id, seen) => {
        this.seenVms.put(id, seen);
        void this.tick(id);
      },
    });
    this.wakeups = new Wakeups(parts.clock, (id) => void this.tickLater(id));
    this.lanes = new Lanes({ clock: parts.clock, run: (id) => this.tick(id) });
  }

  /**
   * Begins to take up everything that is open, and keeps it going. It does not wait for the first looks: what people decide
   * meanwhile is looked at for itself, before anything is called.
   */
  async start(): Promise<void> {
    this.unsubscribe = this.parts.ledger.onAppended((entries) => {
      const stream = entries[0]?.stream;
      if (stream === undefined || !isFailbackStream(stream)) return;
      this.moved.add(stream);
      void this.tick(stream);
    });
    const open = await this.parts.ledger.openFailbacks();
    const left = await this.listLeftChanged();
    for (const poller of this.pollers.values()) poller.start();
    this.hostWatch.start();
    this.letGoWatch.start();
    for (const id of [...open, ...left]) void this.tickLater(id);
  }

  /** Lets running calls come back, then stops. Nothing is lost if it is not called. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.unsubscribe();
    this.lanes.stop();
    const watches = [...this.pollers.values(), this.hostWatch, this.letGoWatch];
    await Promise.all(watches.map((part) => part.stop()));
    await this.queue.idle();
    // Last: a step that was under way may have asked for one.
    this.wakeups.clearAll();
  }

  /** Resolves when the failback has been brought as far as it goes now. */
  tick(id: string): Promise<void> {
    return this.isStopping ? Promise.resolve() : this.queue.push(id);
  }

  /** The same when its turn comes, for what no person waits for. */
  private async tickLater(id: string): Promise<void> {
    try {
      const failback = await this.parts.failbacks.get(id);
      if (failback !== undefined) this.lanes.add(id, this.placeOf(failback));
    } catch {
      // Whatever is wrong with it, its step says so.
      void this.tick(id);
    }
  }

  /** Each server by itself: one that hangs holds up no other one, and not those who need none. */
  private placeOf(failback: Failback): LanePlace {
    const { target } = failback;
    const vault = this.vaults.get(target.vault);
    return {
      lane: JSON.stringify([target.vault, ...serversOf(failback)]),
      hasPlenty: () => (vault?.remainingReads ?? RESERVED_READS) >= RESERVED_READS,
    };
  }

  /** When the vault was last read; undefined when it was not yet. */
  readAt(vault: string): number | undefined {
    return this.pollers.get(vault)?.picture?.readAt;
  }

  /** What ended, and was killed before it had put back what it changed on-premises. */
  private async listLeftChanged(): Promise<readonly string[]> {
    const { failbacks, hosts, clock } = this.parts;
    if (hosts.length === 0) return [];
    const recent = await failbacks.listRecent(LOOKED_THROUGH);
    const ended = recent.filter(({ stage }) => isEnd(stage));
    return ended.filter((failback) => !isOver(failback, clock.now())).map(({ id }) => id);
  }

  private async show(picture: VaultSnapshot): Promise<void> {
    const open = await this.parts.failbacks.listOpen();
    const concerned = open.filter(({ target }) => target.vault === picture.vault);
    for (const { id } of concerned) this.unseen.set(id, picture);
    // Not waited for: one failback whose call takes long must not keep the vault from being looked at.
    for (const failback of this.details.begin(picture.vault, concerned))
      this.lanes.add(failback.id, this.placeOf(failback));
  }

  private async run(id: string): Promise<void> {
    const { log, clock } = this.parts;
    try {
      if (this.moved.delete(id)) await this.wakeOthers(id);
      let step: Advance = { again: true };
      while (!this.isStopping && step.again) step = await this.advance(id, step.look);
    } catch (error) {
      if (error instanceof ConflictError) return this.wakeups.set(id, clock.now());
      log.error({ err: error, failbackId: id }, 'a step failed and will be tried again');
      this.wakeups.set(id, clock.now() + restAfter(error));
    }
  }

  /** Those of its run that may have waited for it. */
  private async wakeOthers(id: string): Promise<void> {
    const run = await this.runOf(await this.parts.failbacks.get(id));
    const others = run === undefined ? [] : membersOf(run).filter((one) => one.id !== id);
    for (const one of others) if (mayWaitForOthers(one)) void this.tick(one.id);
  }

  private async runOf(failback: Failback | undefined): Promise<Run | undefined> {
    return failback?.wave && this.parts.failbacks.run(failback.wave.run);
  }

  /** Takes one step. `look`: what the step before has just read of Azure. */
  private async advance(id: string, look?: FreshSnapshot): Promise<Advance> {
    const { failbacks, clock } = this.parts;
    const failback = await failbacks.get(id);
    const isDone = failback !== undefined && isOver(failback, clock.now());
    if (failback === undefined || (isDone && !this.seenVms.has(id))) {
      this.forget(id);
      return { again: false };
    }
    const outcome = await this.lookOrTakeStep(failback, isDone, look);
    this.wakeUp(id, outcome);
    const events =
      outcome.events.length > 0 || outcome.again
        ? outcome.events
        : await this.observeAzure(failback);
    if (events.length > 0) await failbacks.append(failback, events, clock.now());
    if (outcome.again || events.some(isQuestion)) this.pollers.get(failback.target.vault)?.poke();
    return {
      again: outcome.again === true || events.length > 0,
      ...(outcome.look && { look: outcome.look }),
    };
  }

  private wakeUp(id: string, { wakeAt }: StepOutcome): void {
    if (wakeAt !== undefined) this.wakeups.set(id, wakeAt);
    else this.wakeups.clear(id);
  }

  /** What the servers have said of the VMs comes first: it may be a reason not to take the step. */
  private async lookOrTakeStep(
    failback: Failback,
    isDone: boolean,
    look: FreshSnapshot | undefined,
  ): Promise<StepOutcome> {
    const events = this.seenVms.observe(failback);
    if (events.length > 0 || isDone) return { events };
    return this.takeStep(failback, look);
  }

  private async takeStep(failback: Failback, justSeen?: FreshSnapshot): Promise<StepOutcome> {
    const { pace } = this.parts;
    const step = nextStep(failback, this.parts.clock.now(), await this.runOf(failback));
    const vault = this.vaultOf(failback);
    const picture = this.pollers.get(vault.vault)?.picture;
    return perform(step, failback, {
      ...this.parts,
      vault,
      picture,
      justSeen,
      fastMs: pace.fastMs,
    });
  }

  private async observeAzure(failback: Failback): Promise<readonly FailbackEvent[]> {
    const picture = this.unseen.get(failback.id);
    if (picture === undefined) return [];
    this.unseen.delete(failback.id);
    return watch(failback, picture, {
      vault: this.vaultOf(failback),
      now: this.parts.clock.now(),
      takeDetail: () => this.details.take(picture.vault),
    });
  }

  private vaultOf(failback: Failback): SiteRecovery {
    const vault = this.vaults.get(failback.target.vault);
    if (vault === undefined) {
      throw new Error(
        `${failback.id} is in the vault ${failback.target.vault}, which is not in the settings`,
      );
    }
    return vault;
  }

  private forget(id: string): void {
    this.unseen.delete(id);
    this.seenVms.forget(id);
    this.wakeups.clear(id);
  }
}

/** An end after which nothing has to be put back. */
const isOver = (failback: Failback, now: number) =>
  isEnd(failback.stage) && nextStep(failback, now).do === 'nothing';

/** The jobs that were there when it was asked are looked at before it is answered. */
const isQuestion = ({ type }: FailbackEvent) => type === 'gateOpened';

function restAfter(error: unknown): number {
  return error instanceof UpstreamError
    ? Math.max(5_000, error.facts.retryAfterMs ?? 0)
    : ERROR_REST_MS;
}
