import type { Logger } from 'pino';
import type { Clock } from '../failback/ports/clock.ts';
import { UpstreamError } from '../failback/ports/errors.ts';

/** What became of one attempt to write. `waits`: only new messages are left, and none may be posted yet. */
export type Written = 'nothing' | 'posted' | 'updated' | 'waits';

interface Parts {
  readonly clock: Clock;
  readonly log: Logger;
  /** The pause between two new messages; changing an old one needs none. */
  readonly postGapMs: number;
  /** Brings one failback one message closer to what the channel should show. */
  readonly write: (failback: string, mayPost: boolean) => Promise<Written>;
}

const MAX_REST_MS = 15_000;

/** Writes to one channel, one message at a time, at the pace that the platform bears. Failures are repaired by trying again. */
export class ChannelWriter {
  private readonly parts: Parts;
  private readonly urgent = new Set<string>();
  private readonly routine = new Set<string>();
  /** Those for which only a new message is left. */
  private readonly waiting = new Set<string>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;
  private nap = new AbortController();
  private mayPostAt = 0;
  private failures = 0;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Something about this failback may look different now. */
  mark(failback: string, urgency: 'urgent' | 'routine'): void {
    (urgency === 'urgent' ? this.urgent : this.routine).add(failback);
    this.nap.abort();
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.nap.abort();
    await this.loop;
  }

  private wake(): void {
    if (this.loop !== undefined || this.stopping.signal.aborted) return;
    this.loop = this.run().finally(() => {
      this.loop = undefined;
      // What was marked between the last look and this moment would be left lying otherwise.
      if (this.urgent.size + this.routine.size > 0) this.wake();
    });
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const id = this.next();
      if (id !== undefined) await this.writeOne(id);
      else if (this.waiting.size > 0) await this.waitToPost();
      else return;
    }
  }

  private next(): string | undefined {
    const source = this.urgent.size > 0 ? this.urgent : this.routine;
    const [id] = source;
    if (id !== undefined) source.delete(id);
    return id;
  }

  /** Sleeps until a new message may be posted, or something else has to be written. */
  private async waitToPost(): Promise<void> {
    this.nap = new AbortController();
    const pause = this.mayPostAt - this.parts.clock.now();
    if (pause > 0) await this.parts.clock.sleep(pause, this.nap.signal);
    if (this.parts.clock.now() < this.mayPostAt) return;
    for (const id of this.waiting) this.urgent.add(id);
    this.waiting.clear();
  }

  private async writeOne(id: string): Promise<void> {
    const { clock, write, postGapMs } = this.parts;
    try {
      const written = await write(id, clock.now() >= this.mayPostAt);
      this.failures = 0;
      if (written === 'posted') this.mayPostAt = clock.now() + postGapMs;
      if (written === 'waits') this.waiting.add(id);
      // The next message of the same failback waits its turn behind the others.
      else if (written !== 'nothing') this.urgent.add(id);
    } catch (error) {
      await this.recover(id, error);
    }
  }

  private async recover(id: string, error: unknown): Promise<void> {
    this.failures += 1;
    const isWorthTrying = !(error instanceof UpstreamError) || error.facts.retryable;
    this.parts.log.warn(
      { err: error, failbackId: id, isWorthTrying },
      'a message could not be written',
    );
    if (isWorthTrying) this.routine.add(id);
    const asked = error instanceof UpstreamError ? error.facts.retryAfterMs : undefined;
    const rest = asked ?? Math.min(MAX_REST_MS, 500 * 2 ** Math.min(this.failures, 7));
    await this.parts.clock.sleep(rest, this.stopping.signal);
  }
}
