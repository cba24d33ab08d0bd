import type { Target } from '../failback/site-recovery/target.ts';
import { type MarkedVm, markedOf } from '../failback/state/coming-home.ts';
import type { Failback } from '../failback/state/failback.ts';

interface Parts {
  readonly get: (id: string) => Promise<Failback | undefined>;
  /** All of them, ended ones too. */
  readonly all: () => Promise<readonly string[]>;
  /** The id of the one of this target that began last. */
  readonly lastOf: (target: Target) => Promise<string | undefined>;
}

/**
 * The on-premises VMs that must not be started. The whole ledger is looked through once; then only what was touched since.
 */
export class MarkedFailbacks {
  private readonly parts: Parts;
  private readonly candidates = new Set<string>();
  private isLoaded = false;
  private listing: Promise<readonly MarkedVm[]> | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Something has happened in this failback. */
  note(id: string): void {
    this.candidates.add(id);
  }

  /** Every marked VM with the last failback of it, open or ended. */
  list(): Promise<readonly MarkedVm[]> {
    this.listing ??= this.look().finally(() => {
      this.listing = undefined;
    });
    return this.listing;
  }

  private async look(): Promise<readonly MarkedVm[]> {
    if (!this.isLoaded) for (const id of await this.parts.all()) this.candidates.add(id);
    this.isLoaded = true;
    const marked: MarkedVm[] = [];
    for (const id of [...this.candidates]) {
      marked.push(...(await this.lookAt(id)));
    }
    return marked;
  }

  /** What could not be read is looked at again the next time. */
  private async lookAt(id: string): Promise<readonly MarkedVm[]> {
    // Taken out before the look: what happens meanwhile puts it back in.
    this.candidates.delete(id);
    try {
      const failback = await this.parts.get(id);
      const own = failback === undefined ? [] : await this.lastMarkedOf(failback);
      if (own.length > 0) this.candidates.add(id);
      return own;
    } catch (error) {
      this.candidates.add(id);
      throw error;
    }
  }

  /** Its marked VMs that no later failback has taken over. */
  private async lastMarkedOf(failback: Failback): Promise<readonly MarkedVm[]> {
    const { vault } = failback.target;
    const marked: MarkedVm[] = [];
    for (const vm of markedOf(failback)) {
      const { itemId, name } = vm;
      const last = await this.parts.lastOf({ kind: 'protectedItem', vault, itemId, name });
      if (last === failback.id) marked.push({ failback, vm });
    }
    return marked;
  }
}
