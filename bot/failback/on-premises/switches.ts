import type { HostAnswer, VmSnapshot } from '../ports/hyperv-host.ts';
import type { ProtectedItem } from '../ports/site-recovery.ts';
import { type Check, notChecked, ok, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';
import type { OnPremises } from './on-premises.ts';

const NAME = 'virtualSwitches';

/** The virtual switches that a VM needs where it is made, by name. */
interface Needed {
  readonly names: readonly string[];
  /** `vm`: its old server says so. `azure`: Azure's name of the network; that it is the switch's is not documented. */
  readonly from: 'vm' | 'azure' | 'nobody';
}

/** By what is known of the VM on the server that it comes from, else by what Azure knows. */
export function neededSwitches(
  vm: HostAnswer<VmSnapshot> | undefined,
  { networkNames = [] }: ProtectedItem,
): Needed {
  if (vm?.outcome === 'ok') return { names: unique(vm.value.switches), from: 'vm' };
  return networkNames.length > 0
    ? { names: unique(networkNames), from: 'azure' }
    : { names: [], from: 'nobody' };
}

const unique = (names: readonly string[]) => [...new Set(names.filter((name) => name !== ''))];

/** The switches that a VM needs that is to be made, and that its new server certainly does not have. */
export function missingSwitches(
  seen: OnPremises | undefined,
  item: ProtectedItem,
): readonly string[] {
  if (seen?.vm.outcome !== 'absent' || seen.server?.outcome !== 'ok') return [];
  return withoutThose(neededSwitches(seen.origin?.vm, item).names, seen.server.value.switches);
}

/** The names that are not among the others, in any case: Hyper-V tells no names apart by their case. */
export function withoutThose(
  names: readonly string[],
  others: readonly string[],
): readonly string[] {
  const there = new Set(others.map((name) => name.toLowerCase()));
  return names.filter((name) => !there.has(name.toLowerCase()));
}

/** Whether every switch that a VM needs exists by name where the VM is to be made. */
export function checkNeededSwitches(seen: OnPremises, item: ProtectedItem): Check {
  const { names, from } = neededSwitches(seen.origin?.vm, item);
  if (from === 'nobody') {
    return notChecked(NAME, coded('switchNamesUnreadable', { host: seen.host }));
  }
  if (names.length === 0) return ok(NAME, coded('noSwitchNeeded'));
  const finding = checkedNames(seen, item, { list: names });
  return from === 'vm'
    ? finding
    : {
        ...finding,
        finding: coded('switchNamesFromAzure', { finding: finding.finding }),
      };
}

function checkedNames(seen: OnPremises, item: ProtectedItem, needed: Statement): Check {
  const { host } = seen;
  if (seen.server?.outcome !== 'ok')
    return notChecked(NAME, coded('switchesNotConfirmed', { needed, host }));
  const missing = missingSwitches(seen, item);
  return missing.length === 0
    ? ok(NAME, coded('switchesPresent', { host, needed }))
    : warning(NAME, coded('switchesMissing', { host, missing: { list: missing } }));
}
