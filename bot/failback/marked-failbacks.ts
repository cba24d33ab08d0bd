import type { Failback } from './failback.ts';
import { type Target, vmsOf } from './target.ts';

interface Parts {
  readonly get: (id: string) => Promise<Failback | undefined>;
  /** All of them, ended ones too. */
  readonly all: () => Promise<readonly string[]>;
  /** The id of the one of this target that began last. */
  readonly lastOf: (target: Target) => Promise<string | undefined>;
}

/**
 * The failbacks whose on-premises VM must not be started. The whole ledger is looked through once; then only what was
 * touched since.
 */
export class MarkedFailbacks {
  private readonly parts: Parts;
  private readonly candidates = new Set<string>();
  private isLoaded = false;
  private listing: Promise<readonly Failback[]> | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Something has happened in this failback. */
  note(id: string): void {
    this.candidates.add(id);
  }

  /** The last failback of every marked VM, open or ended. */
  list(): Promise<readonly Failback[]> {
    this.listing ??= this.look().finally(() => {
      this.listing = undefined;
    });
    return this.listing;
  }

  private async look(): Promise<readonly Failback[]> {
    if (!this.isLoaded) for (const id of await this.parts.all()) this.candidates.add(id);
    this.isLoaded = true;
    const marked: Failback[] = [];
    for (const id of [...this.candidates]) {
      // Taken out before the look: what happens meanwhile puts it back in.
      this.candidates.delete(id);
      const failback = await this.parts.get(id);
      if (!failback?.doNotStart || !(await this.isLast(failback))) continue;
      this.candidates.add(id);
      marked.push(failback);
    }
    return marked;
  }

  /** Whether no later failback has taken its VM over; of a recovery plan, not all of its VMs. */
  private async isLast({ id, target }: Failback): Promise<boolean> {
    const { vault } = target;
    for (const { itemId, name } of vmsOf(target)) {
      const vm: Target = { kind: 'protectedItem', vault, itemId, name };
      if ((await this.parts.lastOf(vm)) === id) return true;
    }
    return false;
  }
}
