import type {
  ActionKind,
  PlanAction,
  PlanGroup,
  RecoveryPlan,
} from '../../../bot/failback/ports/recovery-plans.ts';
import { lastSegment } from './arm-id.ts';
import type { WirePlan, WirePlanAction, WirePlanGroup } from './plan-schemas.ts';

/** One recovery plan of the wire as the bot's own record. */
export function recoveryPlanOf({ id, name, properties }: WirePlan): RecoveryPlan {
  const lastScenario = lastScenarioOf(properties);
  return {
    id,
    name: properties.friendlyName || name,
    replicationProviders: properties.replicationProviders,
    allowedOperations: properties.allowedOperations,
    groups: groupsOf(properties.groups),
    ...(lastScenario && { lastScenario }),
  };
}

function lastScenarioOf({
  currentScenario: scenario,
  currentScenarioStatus: status,
}: WirePlan['properties']): RecoveryPlan['lastScenario'] {
  const name = scenario?.scenarioName ?? '';
  if (name === '' || name.toLowerCase() === 'none') return undefined;
  return { name, jobId: lastSegment(scenario?.jobId ?? ''), status: status ?? '' };
}

/** The groups that start VMs are numbered as the portal numbers them; the others have Azure's own name. */
function groupsOf(groups: readonly WirePlanGroup[]): readonly PlanGroup[] {
  const booting = groups.filter(isBoot);
  return groups.map((group) => ({
    name: isBoot(group) ? `Group ${booting.indexOf(group) + 1}` : group.groupType,
    items: group.replicationProtectedItems.map(({ id, virtualMachineId }) => ({
      itemId: id,
      ...(virtualMachineId && { vmId: virtualMachineId }),
    })),
    actions: [...group.startGroupActions, ...group.endGroupActions]
      .filter(isOnTheWayHome)
      .flatMap(actionOf),
  }));
}

const isBoot = ({ groupType }: WirePlanGroup) => groupType.toLowerCase() === 'boot';

const isOnTheWayHome = ({ failoverDirections, failoverTypes }: WirePlanAction) =>
  failoverDirections.includes('RecoveryToPrimary') && failoverTypes.includes('PlannedFailover');

const ACTION_KINDS: Readonly<Record<string, ActionKind>> = {
  ManualActionDetails: 'manual',
  ScriptActionDetails: 'script',
  AutomationRunbookActionDetails: 'runbook',
};

function actionOf({ actionName, customDetails }: WirePlanAction): readonly PlanAction[] {
  const kind = ACTION_KINDS[customDetails.instanceType];
  if (kind === undefined) return [];
  const { description } = customDetails;
  return [{ name: actionName, kind, ...(description && { instructions: description }) }];
}
