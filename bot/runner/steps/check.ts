import { heldUnsupported } from '../../failback/holds/unsupported.ts';
import type { OnPremises } from '../../failback/on-premises/on-premises.ts';
import type { HostedVm } from '../../failback/on-premises/on-premises-vm.ts';
import { missingSwitches } from '../../failback/on-premises/switches.ts';
import { outlookOn } from '../../failback/outlook/outlook.ts';
import { createsVm, type Destination } from '../../failback/ports/destination.ts';
import type { ProtectedItem } from '../../failback/ports/site-recovery.ts';
import { checkPlan, ofVm } from '../../failback/readiness/plan-readiness.ts';
import { checkReadiness } from '../../failback/readiness/readiness.ts';
import { itemsOf } from '../../failback/site-recovery/plan-snapshot.ts';
import type {
  ProtectedItemTarget,
  RecoveryPlanTarget,
} from '../../failback/site-recovery/target.ts';
import { marksIn } from '../../failback/state/coming-home.ts';
import { endsFailback } from '../../failback/state/ends.ts';
import type { EventOf, FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { unsupportedIn } from '../../failback/state/support.ts';
import { planWorldOf, readPlan } from '../../looks/look-at-plan.ts';
import { type FreshSnapshot, worldOf } from '../../looks/look-fresh.ts';
import { lookAtEachOnPremises, lookOnPremises } from '../../looks/look-on-premises.ts';
import { readFabrics } from '../../looks/read-fabrics.ts';
import { ratesAt } from '../../store/rates-at.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import type { Tools } from './tools.ts';

/** Looks at everything that must be true before a failback is started. Throws `UpstreamError`. */
export async function checkTarget(failback: Failback, tools: Tools): Promise<StepOutcome> {
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
  readonly look?: FreshSnapshot;
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
