import { marksIn } from '../failback/coming-home.ts';
import { createsVm, type Destination } from '../failback/destination.ts';
import { endsFailback } from '../failback/ends.ts';
import type { EventOf, FailbackEvent, HostedVm } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import { heldUnsupported } from '../failback/hold-unsupported.ts';
import { lookAtEachOnPremises, lookOnPremises } from '../failback/look-on-premises.ts';
import type { OnPremises } from '../failback/on-premises.ts';
import { outlookOn } from '../failback/outlook.ts';
import { checkPlan, ofVm } from '../failback/plan-readiness.ts';
import type { ProtectedItem } from '../failback/ports/site-recovery.ts';
import { ratesAt } from '../failback/rates-at.ts';
import { readFabrics } from '../failback/read-fabrics.ts';
import { checkReadiness } from '../failback/readiness.ts';
import { itemsOf } from '../failback/seen-plan.ts';
import { unsupportedIn } from '../failback/support.ts';
import { missingSwitches } from '../failback/switches.ts';
import type { ProtectedItemTarget, RecoveryPlanTarget } from '../failback/target.ts';
import { planWorldOf, readPlan } from './look-at-plan.ts';
import type { Outcome } from './outcome.ts';
import type { Tools } from './tools.ts';
import { type FreshLook, worldOf } from './vault.ts';

/** Looks at everything that must be true before a failback is started. Throws `UpstreamError`. */
export async function check(failback: Failback, tools: Tools): Promise<Outcome> {
  const { checked, look } = await lookAtAll(failback, tools);
  const now = tools.clock.now();
  if (endsFailback(checked) && isSettling(failback, now))
    return { events: [], wakeAt: now + tools.fastMs };
  return { events: [checked, ...stops(checked, failback)], ...(look && { look }) };
}

/** What was found, and what was read for it. */
interface Looked {
  readonly checked: EventOf<'checked'>;
  /** Absent where the question about the direction depends on more than this. */
  readonly look?: FreshLook;
}

function lookAtAll(failback: Failback, tools: Tools): Promise<Looked> {
  const { target } = failback;
  return target.kind === 'recoveryPlan'
    ? lookAtWholePlan(failback, target, tools)
    : lookAtItem(failback, target, tools);
}

async function lookAtWholePlan(
  failback: Failback,
  target: RecoveryPlanTarget,
  { vault, clock, hosts }: Tools,
): Promise<Looked> {
  const [read, fabrics] = await Promise.all([readPlan(vault, target), readFabrics(vault)]);
  const { seen, providers } = read;
  const items = itemsOf(seen);
  const looks = await lookAtEachOnPremises(items, providers, hosts);
  const checks = checkPlan({
    seen,
    providers,
    fabrics,
    now: clock.now(),
    ofVm: ofVm(marksIn(failback), looks),
  });
  const totalSizeMb = items.reduce((sum, item) => sum + sizeOf(item), 0);
  const found = items.flatMap((item) => {
    const look = looks.get(item.id.toLowerCase());
    return look === undefined
      ? []
      : [{ itemId: item.id, host: hostedVm(look, item, failback.destination) }];
  });
  const { synchronization } = failback;
  return {
    checked: { type: 'checked', checks, totalSizeMb, ...(found.length > 0 && { hosts: found }) },
    ...(seen.plan && {
      look: {
        look: { item: undefined, plan: seen },
        world: planWorldOf(seen.plan, seen, { providers, job: undefined, synchronization }),
      },
    }),
  };
}

async function lookAtItem(
  failback: Failback,
  target: ProtectedItemTarget,
  tools: Tools,
): Promise<Looked> {
  const { vault, clock, hosts } = tools;
  const { destination } = failback;
  const [item, providers, fabrics] = await Promise.all([
    vault.readProtectedItem(target.itemId),
    vault.listProviders(),
    readFabrics(vault),
  ]);
  const onPremises = await lookOnPremises(item, providers, hosts, destination);
  const checks = checkReadiness({
    item,
    providers,
    fabrics,
    now: clock.now(),
    destination,
    marks: marksIn(failback),
    ...(onPremises && { onPremises }),
  });
  const host = onPremises && hostedVm(onPremises, item, destination);
  const missing = item === undefined ? [] : missingSwitches(onPremises, item);
  const rates = await ratesAt({ vault: target.vault, server: host?.name }, tools);
  const outlook = item && outlookOn({ item, onPremises, destination, rates, now: clock.now() });
  const isReadWhole = item !== undefined && !createsVm(destination);
  return {
    checked: {
      type: 'checked',
      checks,
      totalSizeMb: sizeOf(item),
      ...(host && { host }),
      ...(missing.length > 0 && { missingSwitches: missing }),
      ...(outlook && { outlook }),
    },
    ...(isReadWhole && { look: { look: { item }, world: worldOf(failback, item, providers) } }),
  };
}

const sizeOf = (item: ProtectedItem | undefined): number =>
  (item?.disks ?? []).reduce((sum, disk) => sum + disk.sizeMb, 0);

/** On another server the VM is found by its name: the one that is made there has an id of its own. */
function hostedVm(
  { host }: OnPremises,
  item: ProtectedItem | undefined,
  destination: Destination,
): HostedVm {
  const isKnown = item?.vmId !== undefined && !createsVm(destination);
  return { name: host, ...(isKnown && { vmId: item.vmId }) };
}

/** What an approver would have to let pass stops it, unless it ends anyway. */
function stops(checked: EventOf<'checked'>, { overrides }: Failback): readonly FailbackEvent[] {
  const unsupported = unsupportedIn(checked.checks, overrides);
  return unsupported.length === 0 || endsFailback(checked) ? [] : [heldUnsupported(unsupported)];
}

/** Started over: Azure may need a moment to show that what ran before has ended. */
const isSettling = ({ entered, stageSince, policy }: Failback, now: number) =>
  stageSince > (entered.checking ?? stageSince) && now - stageSince < policy.settleMs;
