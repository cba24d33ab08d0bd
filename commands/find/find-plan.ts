import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { shownName } from '../../bot/chat/message/shorten.ts';
import type { RecoveryPlan } from '../../bot/failback/ports/recovery-plans.ts';
import type { ProtectedItem } from '../../bot/failback/ports/site-recovery.ts';
import {
  type PlanSnapshot,
  seePlan,
  vmsInPlan,
} from '../../bot/failback/site-recovery/plan-snapshot.ts';
import type { RecoveryPlanTarget } from '../../bot/failback/site-recovery/target.ts';
import { shortKey } from './short-key.ts';

/** A recovery plan, the vault it is in, and its VMs as Azure shows them. */
export interface FoundPlan {
  readonly vault: string;
  readonly plan: RecoveryPlan;
  readonly target: RecoveryPlanTarget;
  readonly seen: PlanSnapshot;
}

const MAX_SUGGESTIONS = 5;

/** Every recovery plan of every vault. Throws `UpstreamError` when one of the vaults can not be read. */
export async function listPlans({
  vaults,
}: Pick<CommandContext, 'vaults'>): Promise<readonly FoundPlan[]> {
  const read = await Promise.all(
    vaults.map(async (port) => {
      const [plans, items] = await Promise.all([port.plans.list(), port.listProtectedItems()]);
      return plans.map((plan) => foundPlan(port.vault, plan, items));
    }),
  );
  return read.flat();
}

function foundPlan(vault: string, plan: RecoveryPlan, all: readonly ProtectedItem[]): FoundPlan {
  const items = vmsInPlan(plan, all);
  const target = {
    kind: 'recoveryPlan',
    vault,
    planId: plan.id,
    name: plan.name,
    items,
  } as const;
  return { vault, plan, target, seen: seePlan(target, plan, all) };
}

/** `plan shop`: the name of a recovery plan behind the word for it; undefined when something else was typed. */
export function planNameIn([first = '', ...rest]: readonly string[]):
  | readonly string[]
  | undefined {
  return first.toLowerCase() === 'plan' && rest.length > 0 ? rest : undefined;
}

/** The one plan that is called so, in any case. Throws `InputError` when there is none or more than one. */
export async function findPlan(name: string, desk: CommandContext): Promise<FoundPlan> {
  const plans = await listPlans(desk);
  const [found, ...others] = plans.filter(
    ({ plan }) => plan.name.toLowerCase() === name.toLowerCase(),
  );
  if (found === undefined) throw unknownPlan(name, plans);
  if (others.length === 0) return found;
  throw new InputError(
    'plan-ambiguous',
    phrase('Several vaults have a recovery plan called {plan}. Give them different names first.', {
      plan: shownName(name),
    }),
  );
}

/** A short name of a plan for a form's list. */
export const keyOfPlan = ({ plan }: FoundPlan): string => shortKey(plan.id);

/** The plan that was chosen from a form's list; undefined where the choice was a VM. */
export async function findChosenPlan(
  key: string,
  desk: CommandContext,
): Promise<FoundPlan | undefined> {
  return (await listPlans(desk)).find((candidate) => keyOfPlan(candidate) === key);
}

/** The VMs of a plan that run in Azure. */
export const vmsAway = ({ seen }: FoundPlan) =>
  seen.vms.filter(({ item }) => item?.activeLocation === 'azure');

function unknownPlan(name: string, plans: readonly FoundPlan[]): InputError {
  const plan = shownName(name);
  const names = plans.slice(0, MAX_SUGGESTIONS).map(({ plan: one }) => shownName(one.name));
  return new InputError(
    'plan-unknown',
    names.length === 0
      ? phrase('The vaults have no recovery plan.')
      : phrase('No recovery plan is called {plan}. There are: {plans}.', {
          plan,
          plans: { list: names },
        }),
  );
}
