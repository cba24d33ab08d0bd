import type { OnPremises } from '../on-premises/on-premises.ts';
import type { Mark } from '../on-premises/on-premises-vm.ts';
import { sameId } from '../ports/site-recovery.ts';
import {
  changeOfPlan,
  type PlanSnapshot,
  type PlanVmSnapshot,
} from '../site-recovery/plan-snapshot.ts';
import { blocked, type Check, ok, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import type { CheckName } from '../words/names.ts';
import type { Statement } from '../words/statement.ts';
import { checkReadiness, type Readiness } from './readiness.ts';

/** What the checks of a plan look at: of every VM what is looked at of a single one. */
export interface PlanReadiness extends Pick<Readiness, 'providers' | 'fabrics' | 'now'> {
  readonly seen: PlanSnapshot;
  /** What belongs to one VM only: what was seen of it on-premises, and what earlier failbacks have left there. */
  readonly ofVm?: (vm: PlanVmSnapshot) => Partial<Readiness>;
}

const MOST_NAMED = 20;

/**
 * Looks at everything that must be true before a plan is brought home. What holds for all VMs is said once; what does not is
 * said of each VM by its name.
 */
export function checkPlan(readiness: PlanReadiness): readonly Check[] {
  const { seen, providers, fabrics, now, ofVm } = readiness;
  const changed = changeOfPlan(seen);
  if (changed !== undefined)
    return [blocked('recoveryPlan', coded('planCannotComeHome', { why: changed }))];
  if (seen.vms.length === 0) return [blocked('recoveryPlan', coded('planHasNoVm'))];
  const checks = seen.vms.map(
    (vm): VmChecks => ({
      vm,
      checks: checkReadiness({
        item: vm.item,
        providers,
        now,
        ...(fabrics && { fabrics }),
        ...ofVm?.(vm),
      }),
    }),
  );
  return [...checkMix(seen.vms), ...checkActions(seen), ...collected(checks)];
}

/** What is looked at of each VM by itself. */
export const ofVm =
  (
    marks: readonly Mark[],
    looks: ReadonlyMap<string, OnPremises>,
  ): NonNullable<PlanReadiness['ofVm']> =>
  ({ itemId }) => {
    const onPremises = looks.get(itemId.toLowerCase());
    const own = marks.filter((mark) => sameId(mark.itemId, itemId));
    return { marks: own, ...(onPremises && { onPremises }) };
  };

interface VmChecks {
  readonly vm: PlanVmSnapshot;
  readonly checks: readonly Check[];
}

/** What Azure does with a plan of which only some VMs are in Azure is not documented: it is explained, and not tried. */
function checkMix(vms: readonly PlanVmSnapshot[]): readonly Check[] {
  const away = vms.filter(({ item }) => item?.activeLocation === 'azure');
  if (away.length === 0 || away.length === vms.length) return [];
  const others = vms.filter((vm) => !away.includes(vm));
  return [
    blocked(
      'mixedPlan',
      coded('mixedPlan', {
        away: names(away),
        others: { list: others.map(whereItIs).slice(0, MOST_NAMED) },
        vm: away[0]?.name ?? '',
      }),
    ),
  ];
}

const whereItIs = ({ name, item }: PlanVmSnapshot): Statement =>
  coded('vmWithState', {
    vm: name,
    state:
      item === undefined
        ? coded('notKnownToAzure')
        : coded('quotation', { text: item.protectionStateDescription || item.protectionState }),
  });

const names = (vms: readonly PlanVmSnapshot[]): Statement =>
  vms.length > MOST_NAMED
    ? coded('namesAndMore', {
        names: { list: vms.slice(0, MOST_NAMED).map(({ name }) => name), between: ', ' },
        count: vms.length - MOST_NAMED,
      })
    : { list: vms.map(({ name }) => name) };

/** What the plan will ask of people on the way. */
function checkActions({ plan }: PlanSnapshot): readonly Check[] {
  const actions = plan?.groups.flatMap(({ actions: own }) => own) ?? [];
  const manual = actions.filter(({ kind }) => kind === 'manual').map(({ name }) => name);
  const scripts = actions.filter(({ kind }) => kind !== 'manual').map(({ name }) => name);
  return [
    ...(manual.length === 0
      ? []
      : [warning('manualActions', coded('manualActions', { names: { list: manual } }))]),
    ...(scripts.length === 0
      ? []
      : [warning('scripts', coded('scripts', { names: { list: scripts } }))]),
  ];
}

function collected(all: readonly VmChecks[]): readonly Check[] {
  const checkNames = [...new Set(all.flatMap(({ checks }) => checks.map(({ name }) => name)))];
  return checkNames.flatMap((name) => collectedByName(name, all));
}

function collectedByName(name: CheckName, all: readonly VmChecks[]): readonly Check[] {
  const own = all.flatMap(({ vm, checks }) =>
    checks.filter((check) => check.name === name).map((check) => ({ vm, check })),
  );
  const [first] = own;
  const isSameForAll =
    own.length === all.length && own.every(({ check }) => isSameCheck(check, first?.check));
  if (first !== undefined && isSameForAll && all.length > 1)
    return [
      {
        ...first.check,
        finding: coded('sameForAllVms', { count: all.length, finding: first.check.finding }),
      },
    ];
  const well = own.filter(({ check }) => check.outcome === 'ok').length;
  const exceptions = own.filter(({ check }) => check.outcome !== 'ok');
  return [
    ...grouped(exceptions),
    ...(well === 0 ? [] : [ok(name, coded('wellForSome', { well, count: all.length }))]),
  ];
}

interface Exception {
  readonly vm: PlanVmSnapshot;
  readonly check: Check;
}

/** VMs of which the same was found share one check; of findings that all differ only the first ones are told in full. */
function grouped(exceptions: readonly Exception[]): readonly Check[] {
  const findings = new Map<string, readonly Exception[]>();
  for (const exception of exceptions) {
    const { outcome, finding } = exception.check;
    const key = JSON.stringify([outcome, finding]);
    findings.set(key, [...(findings.get(key) ?? []), exception]);
  }
  const groups = [...findings.values()];
  const rest = groups.slice(MOST_FINDINGS);
  const left = rest.flat().sort((a, b) => WEIGHT[a.check.outcome] - WEIGHT[b.check.outcome]);
  return [...groups.slice(0, MOST_FINDINGS), ...(left.length === 0 ? [] : [left])].flatMap(named);
}

/** The gravest first: what stands in the way must not hide behind a warning. */
const WEIGHT = { blocked: 0, notSupported: 1, warning: 2, notChecked: 3, ok: 4 } as const;

const MOST_FINDINGS = 1;
const MOST_TOGETHER = 3;

function named(group: readonly Exception[]): readonly Check[] {
  const [first] = group;
  if (first === undefined) return [];
  const shown = group.slice(0, MOST_TOGETHER).map(({ vm }) => vm.name);
  const more = group.length - shown.length;
  return [{ ...first.check, vms: { names: shown, more } }];
}

const isSameCheck = (a: Check, b: Check | undefined) =>
  a.outcome === b?.outcome && JSON.stringify(a.finding) === JSON.stringify(b.finding);
