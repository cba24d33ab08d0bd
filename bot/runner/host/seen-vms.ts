import { observeMarked } from '../../failback/observe/mark.ts';
import { type ExaminedVm, observeVerifiedVm } from '../../failback/observe/verification.ts';
import { observeVm } from '../../failback/observe/vm.ts';
import type { WhichVm } from '../../failback/on-premises/on-premises-vm.ts';
import type { HostAnswer, VmSnapshot } from '../../failback/ports/hyperv-host.ts';
import { isVm } from '../../failback/state/coming-home.ts';
import type { FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';

/** What a server said of a VM. */
export type VmLook =
  | { readonly which: WhichVm; readonly answer: HostAnswer<VmSnapshot> }
  /** Of one that is home, and whose commit is waited for: whether it is still proven to be well. */
  | { readonly which: WhichVm; readonly examined: ExaminedVm };

/** What the servers have said of the VMs of each failback and was not judged yet: of every VM the last answer. */
export class SeenVms {
  private readonly seen = new Map<string, Map<string, VmLook>>();

  put(failback: string, one: VmLook): void {
    const own = this.seen.get(failback) ?? new Map<string, VmLook>();
    this.seen.set(failback, own.set(keyOf(one.which), one));
  }

  has(failback: string): boolean {
    return this.seen.has(failback);
  }

  forget(failback: string): void {
    this.seen.delete(failback);
  }

  /** What the next answer that says something new means: one at a time, because each may stop the failback. */
  observe(failback: Failback): readonly FailbackEvent[] {
    const own = this.seen.get(failback.id) ?? new Map<string, VmLook>();
    for (const [key, one] of own) {
      own.delete(key);
      const events = observeOne(failback, one);
      if (events.length > 0) return events;
    }
    this.seen.delete(failback.id);
    return [];
  }
}

const keyOf = ({ itemId = '', server = '' }: WhichVm): string => `${itemId} ${server}`;

function observeOne(failback: Failback, look: VmLook): readonly FailbackEvent[] {
  const vm = failback.onPremises.find((one) => isVm(one, look.which));
  if (vm === undefined) return [];
  if ('examined' in look) return observeVerifiedVm(failback, { ...look.examined, vm });
  const { answer } = look;
  return [...observeVm(failback, vm, answer), ...observeMarked(failback, vm, answer)];
}
