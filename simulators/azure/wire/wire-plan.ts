import type { PlanActionOptions, PlanGroup, SimulatedPlan } from '../recovery-plan.ts';
import type { World } from '../world.ts';
import { stateOf } from './wire-job-parts.ts';
import type { WireNames } from './wire-names.ts';

/** How the service writes "never". */
const NEVER = '1753-01-01T01:01:01Z';

/** A recovery plan as the service writes it (recorded: azure-sdk-for-net, RPFailback and RPReprotect). */
export function wirePlan(world: World, names: WireNames, plan: SimulatedPlan, now: number) {
  return {
    id: names.planId(plan.name),
    name: plan.name,
    type: 'Microsoft.RecoveryServices/vaults/replicationRecoveryPlans',
    properties: {
      friendlyName: plan.name,
      primaryFabricId: names.fabricId,
      primaryFabricFriendlyName: names.fabricName,
      recoveryFabricId: 'Microsoft Azure',
      recoveryFabricFriendlyName: 'Microsoft Azure',
      failoverDeploymentModel: 'ResourceManager',
      replicationProviders: ['HyperVReplicaAzure'],
      allowedOperations: allowedOperations(world, plan),
      lastPlannedFailoverTime: null,
      lastTestFailoverTime: null,
      ...scenario(world, names, plan, now),
      groups: [
        wireGroup('Shutdown', names, { vms: [], before: plan.beforeShutdown, after: [] }),
        wireGroup('Failover', names, { vms: [], before: [], after: [] }),
        ...plan.groups.map((group) => wireGroup('Boot', names, group)),
      ],
    },
  };
}

/** The same wherever the VMs are, plus Commit where one is pending (recorded). */
function allowedOperations(world: World, { vms }: SimulatedPlan): readonly string[] {
  const isCommitPending = vms.some((vm) =>
    world.itemStates[vm.state].allowedOperations.some((name) => name === 'Commit'),
  );
  return [
    'PlannedFailover',
    'UnplannedFailover',
    'TestFailover',
    ...(isCommitPending ? ['Commit'] : []),
  ];
}

/** The last operation stays here when it has ended (recorded); before any it is "None". */
function scenario(world: World, names: WireNames, { lastScenario }: SimulatedPlan, now: number) {
  const job = lastScenario && world.findJob(lastScenario.jobId);
  const state = job && stateOf(job, now);
  return {
    currentScenario: {
      scenarioName: lastScenario?.name ?? 'None',
      jobId: names.jobId(lastScenario?.jobId ?? 'None'),
      startTime: lastScenario ? new Date(lastScenario.startedAt).toISOString() : NEVER,
    },
    currentScenarioStatus: state?.state ?? null,
    currentScenarioStatusDescription: state?.stateDescription ?? null,
  };
}

function wireGroup(groupType: string, names: WireNames, { vms, before, after }: PlanGroup) {
  return {
    groupType,
    replicationProtectedItems: vms.map((vm) => ({
      id: names.itemId(vm.name),
      virtualMachineId: vm.id,
    })),
    startGroupActions: before.map(wireAction),
    endGroupActions: after.map(wireAction),
  };
}

const ACTION_TYPES = {
  manual: 'ManualActionDetails',
  script: 'ScriptActionDetails',
  runbook: 'AutomationRunbookActionDetails',
};

/** Model of the specification; not recorded with an action in it. */
function wireAction({ name, kind = 'manual', instructions }: PlanActionOptions) {
  return {
    actionName: name,
    failoverTypes: ['PlannedFailover'],
    failoverDirections: ['RecoveryToPrimary'],
    customDetails: { instanceType: ACTION_TYPES[kind], description: instructions ?? null },
  };
}
