import type { Logger } from 'pino';
import { UpstreamError } from '../failback/errors.ts';
import type { Clock } from '../failback/ports/clock.ts';

/** What became of one attempt to write: a new message asks for a pause. */
export type Written = 'nothing' | 'posted' | 'updated';

interface Parts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly postGapMs: number;
  /** Brings one failback one message closer to what the channel should show. */
  readonly write: (failback: string) => Promise<Written>;
}

const MAX_REST_MS = 15_000;

/** Writes to one channel, one message at a time, at the pace that the platform bears. Failures are repaired by trying again. */
export class ChannelWriter {
  private readonly parts: Parts;
  private readonly urgent = new Set<string>();
  private readonly routine = new Set<string>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;
  private failures = 0;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Something about this failback may look different now. */
  mark(failback: string, urgency: 'urgent' | 'routine'): void {
    (urgency === 'urgent' ? this.urgent : this.routine).add(failback);
    if (this.loop === undefined && !this.stopping.signal.aborted) {
      this.loop = this.run().finally(() => {
        this.loop = undefined;
      });
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** Resolves when there is nothing left to write, or everything rests. */
  async idle(): Promise<void> {
    await this.loop;
  }

  private async run(): Promise<void> {
    for (
      let id = this.next();
      id !== undefined && !this.stopping.signal.aborted;
      id = this.next()
    ) {
      await this.pause(await this.writeOne(id));
    }
  }

  private next(): string | undefined {
    const source = this.urgent.size > 0 ? this.urgent : this.routine;
    const [id] = source;
    if (id !== undefined) source.delete(id);
    return id;
  }

  /** Writes once and says how long to pause. */
  private async writeOne(id: string): Promise<number> {
    try {
      const written = await this.parts.write(id);
      this.failures = 0;
      // The next message of the same failback waits its turn behind the others.
      if (written !== 'nothing') this.urgent.add(id);
      return written === 'posted' ? this.parts.postGapMs : 0;
    } catch (error) {
      this.failures += 1;
      const isWorthTrying = !(error instanceof UpstreamError) || error.facts.retryable;
      this.parts.log.warn(
        { err: error, failbackId: id, isWorthTrying },
        'a message could not be written',
      );
      if (isWorthTrying) this.routine.add(id);
      return this.restAfter(error);
    }
  }

  private restAfter(error: unknown): number {
    const asked = error instanceof UpstreamError ? error.facts.retryAfterMs : undefined;
    return asked ?? Math.min(MAX_REST_MS, 500 * 2 ** Math.min(this.failures, 7));
  }

  private async pause(ms: number): Promise<void> {
    if (ms > 0) await this.parts.clock.sleep(ms, this.stopping.signal);
  }
}
