import { evolve, fold, stateAfter } from '../failback/evolve/evolve.ts';
import type { PastFailback } from '../failback/outlook/past-failbacks.ts';
import { ConflictError } from '../failback/ports/errors.ts';
import type { Target } from '../failback/site-recovery/target.ts';
import { type Attempt, attemptRefused } from '../failback/state/attempt.ts';
import type { MarkedVm } from '../failback/state/coming-home.ts';
import type { Decided, RefusalCode } from '../failback/state/decided.ts';
import { endsFailback } from '../failback/state/ends.ts';
import type { EventOf, FailbackEvent } from '../failback/state/events.ts';
import type { Failback } from '../failback/state/failback.ts';
import { isFailbackStream, type Ledger, type LedgerEntry } from '../failback/state/ledger.ts';
import type { Run } from '../failback/state/run.ts';
import { isEnd } from '../failback/state/stages.ts';
import { isRunId, leaderOf } from '../failback/state/wave-place.ts';
import { MarkedFailbacks } from './marked-failbacks.ts';
import { pastOf } from './past-of.ts';

/** So many of the latest failbacks are looked through for what they teach. */
const LOOKED_THROUGH = 100;

/** Failbacks read from and written to the ledger. Open ones are kept in memory, folded as entries arrive. */
export class FailbackRepository {
  private readonly ledger: Ledger;
  private readonly open = new Map<string, Failback>();
  private readonly marked: MarkedFailbacks;
  /** Those that are being read, as long as nothing has arrived of them since. */
  private readonly reading = new Map<string, Promise<Failback | undefined>>();
  private lessons: Promise<readonly PastFailback[]> | undefined;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.marked = new MarkedFailbacks({
      get: (id) => this.get(id),
      all: () => ledger.recentFailbacks(Number.MAX_SAFE_INTEGER),
      lastOf: (target) => ledger.lastFailbackOf(target),
    });
    ledger.onAppended((entries) => {
      for (const entry of entries) {
        this.follow(entry);
        if (isFailbackStream(entry.stream)) this.marked.note(entry.stream);
      }
    });
  }

  /** The failback's state, or undefined when there is none of this id. */
  async get(id: string): Promise<Failback | undefined> {
    return this.open.get(id) ?? (await (this.reading.get(id) ?? this.read(id)));
  }

  /** All that have not ended, oldest first. */
  async listOpen(): Promise<readonly Failback[]> {
    return this.load(await this.ledger.openFailbacks());
  }

  /** The ones touched last, ended ones too, newest first. */
  async listRecent(limit: number): Promise<readonly Failback[]> {
    return this.load(await this.ledger.recentFailbacks(limit));
  }

  /** What the latest failbacks that came home teach about how long the next one takes. Read once, until another one ends. */
  past(): Promise<readonly PastFailback[]> {
    this.lessons ??= this.listRecent(LOOKED_THROUGH).then((recent) =>
      recent.filter(({ stage }) => isEnd(stage)).flatMap((ended) => pastOf(ended) ?? []),
    );
    return this.lessons.catch((error: unknown) => {
      this.lessons = undefined;
      throw error;
    });
  }

  /** The one of this target that began last, ended or not; undefined when there was none. */
  async lastOf(target: Target): Promise<Failback | undefined> {
    const id = await this.ledger.lastFailbackOf(target);
    return id === undefined ? undefined : this.get(id);
  }

  /** Every VM that must not be started, with the last failback of it, open or ended. */
  listMarked(): Promise<readonly MarkedVm[]> {
    return this.marked.list();
  }

  /** Begins a failback. Throws `ConflictError` `targetBusy` when its VM has an open one. */
  async begin(id: string, event: EventOf<'requested'>, at: number): Promise<Failback> {
    const [entry] = await this.ledger.append({
      stream: id,
      expectedRevision: 0,
      at,
      events: [event],
    });
    if (entry === undefined) throw new Error(`${id} was not stored`);
    return evolve(undefined, entry);
  }

  /** Begins several failbacks, all of them or none. Throws as `begin` does, for whichever of them it is. */
  async beginAll(
    requests: readonly { readonly id: string; readonly event: EventOf<'requested'> }[],
    at: number,
  ): Promise<void> {
    await this.ledger.appendAll(
      requests.map(({ id: stream, event }) => ({
        stream,
        expectedRevision: 0,
        at,
        events: [event],
      })),
    );
  }

  /** The run of this id with all its failbacks; undefined when there is none. */
  async run(id: string): Promise<Run | undefined> {
    if (!isRunId(id)) return undefined;
    const leader = await this.get(leaderOf(id));
    if (leader?.wave?.run !== id) return undefined;
    const waves = await Promise.all(leader.wave.waves.map((wave) => this.load(wave)));
    return { id, waves };
  }

  /** Appends what was decided on exactly this state. Throws `ConflictError` `revision` when it has moved on. */
  async append(
    failback: Failback,
    events: readonly FailbackEvent[],
    at: number,
  ): Promise<Failback> {
    stateAfter(failback, events, at);
    try {
      const { id: stream, revision: expectedRevision } = failback;
      const entries = await this.ledger.append({ stream, expectedRevision, at, events });
      return entries.reduce<Failback>(evolve, failback);
    } catch (error) {
      // Whatever was thought to be newest is not: the next reader asks the ledger.
      if (isMovedOn(error)) this.open.delete(failback.id);
      throw error;
    }
  }

  /** As `append`, for several failbacks: everything is stored or nothing. */
  async appendAll(
    changes: readonly { readonly failback: Failback; readonly events: readonly FailbackEvent[] }[],
    at: number,
  ): Promise<readonly Failback[]> {
    for (const { failback, events } of changes) stateAfter(failback, events, at);
    try {
      const entries = await this.ledger.appendAll(
        changes.map(({ failback: { id: stream, revision: expectedRevision }, events }) => ({
          stream,
          expectedRevision,
          at,
          events,
        })),
      );
      return changes.map(({ failback }) =>
        entries.filter(({ stream }) => stream === failback.id).reduce<Failback>(evolve, failback),
      );
    } catch (error) {
      // Which of them moved on is not said: the next reader asks the ledger.
      if (isMovedOn(error)) for (const { failback } of changes) this.open.delete(failback.id);
      throw error;
    }
  }

  /**
   * Appends what has happened, whatever was stored meanwhile: the answer of a call stands also when a person's refused
   * click came before it. Only for what no later event can make untrue.
   */
  async record(id: string, events: readonly FailbackEvent[], at: number): Promise<void> {
    await this.ledger.append({ stream: id, expectedRevision: 'any', at, events });
  }

  /**
   * Lets a person decide on the newest state, again when it moved on meanwhile. A refusal is recorded with the name of
   * the attempt. Undefined when there is no such failback.
   */
  async decide(
    id: string,
    attempt: Attempt,
    decision: (failback: Failback) => Decided,
  ): Promise<{ readonly failback: Failback; readonly refused?: RefusalCode } | undefined> {
    for (;;) {
      const failback = await this.get(id);
      if (failback === undefined) return undefined;
      const decided = decision(failback);
      const next = await this.tryAppend(failback, eventsOf(decided, attempt), attempt.at);
      if (next !== undefined)
        return 'refused' in decided
          ? { failback: next, refused: decided.refused }
          : { failback: next };
    }
  }

  /** Undefined when the failback has moved on. */
  private async tryAppend(
    failback: Failback,
    events: readonly FailbackEvent[],
    at: number,
  ): Promise<Failback | undefined> {
    try {
      return await this.append(failback, events, at);
    } catch (error) {
      if (isMovedOn(error)) return undefined;
      throw error;
    }
  }

  /** Once for all who ask at the same time: after a start many ask for everything that is open. */
  private read(id: string): Promise<Failback | undefined> {
    const reading = this.ledger.read(id).then((entries) => {
      const failback = fold(entries);
      // What arrived while reading may not be in it: then the next one who asks reads again.
      const isNewest = this.reading.get(id) === reading;
      if (failback !== undefined && isNewest && !isEnd(failback.stage)) this.open.set(id, failback);
      return this.open.get(id) ?? failback;
    });
    const done = () => {
      if (this.reading.get(id) === reading) this.reading.delete(id);
    };
    this.reading.set(id, reading);
    reading.then(done, done);
    return reading;
  }

  private async load(ids: readonly string[]): Promise<readonly Failback[]> {
    const failbacks = await Promise.all(ids.map((id) => this.get(id)));
    return failbacks.filter((failback) => failback !== undefined);
  }

  private follow(entry: LedgerEntry): void {
    this.reading.delete(entry.stream);
    if (endsFailback(entry.event)) this.lessons = undefined;
    const known = this.open.get(entry.stream);
    if (known === undefined && entry.event.type !== 'requested') return;
    if (known !== undefined && known.revision !== entry.revision - 1) {
      this.open.delete(entry.stream);
      return;
    }
    const next = evolve(known, entry);
    if (isEnd(next.stage)) this.open.delete(entry.stream);
    else this.open.set(entry.stream, next);
  }
}

/** Whether an append came too late: somebody else has appended to the failback. */
export const isMovedOn = (error: unknown): boolean =>
  error instanceof ConflictError && error.code === 'revision';

function eventsOf(decided: Decided, attempt: Attempt): readonly FailbackEvent[] {
  return 'refused' in decided ? [attemptRefused(attempt, decided.refused)] : decided.events;
}
