import type { FailbackEvent } from '../../bot/failback/state/events.ts';
import { targetChange } from './batch-rules.ts';

/** What is known of a failback without reading its stream. */
export interface RegisteredFailback {
  readonly failback: string;
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** The key of the target it holds; null once it has ended. */
  readonly target: string | null;
  /** The keys of its target and of the VMs in it, which nobody else may take while it holds it. */
  readonly about: readonly string[];
}

/** The place of an event, as far as the register cares. */
export interface RegisteredEvent {
  readonly sequence: number;
  readonly stream: string;
  readonly event: FailbackEvent;
}

/** The failbacks of a chain, derived from its events in order. A stream is a failback once it was requested. */
export class FailbackRegister {
  private readonly byId = new Map<string, RegisteredFailback>();
  private readonly holders = new Map<string, string>();

  apply({ sequence, stream, event }: RegisteredEvent): void {
    const change = targetChange(event);
    const known = this.byId.get(stream);
    if (typeof change === 'object') {
      const [target = null] = change.take;
      this.put({ ...begin(stream, sequence, known), target, about: change.take });
    } else if (known === undefined) return;
    else if (change === 'release') this.put({ ...known, lastSequence: sequence, target: null });
    else this.put({ ...known, lastSequence: sequence });
  }

  holderOf(target: string): string | undefined {
    return this.holders.get(target);
  }

  /** Every key that is held, and by whom. */
  held(): ReadonlyMap<string, string> {
    return this.holders;
  }

  all(): readonly RegisteredFailback[] {
    return [...this.byId.values()];
  }

  private put(next: RegisteredFailback): void {
    const before = this.byId.get(next.failback);
    if (typeof before?.target === 'string')
      for (const key of before.about) this.holders.delete(key);
    if (next.target !== null) for (const key of next.about) this.holders.set(key, next.failback);
    this.byId.set(next.failback, next);
  }
}

function begin(failback: string, sequence: number, known: RegisteredFailback | undefined) {
  return { failback, firstSequence: known?.firstSequence ?? sequence, lastSequence: sequence };
}
