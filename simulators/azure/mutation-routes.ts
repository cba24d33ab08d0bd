import type { Way } from './jobs/job-plans.ts';
import { startPlanCommit, startPlanFailback, startPlanReverse } from './jobs/plan-operations.ts';
import type { SimulatedJob } from './jobs/simulated-job.ts';
import type { SimulatedPlan } from './recovery-plan.ts';
import type { VirtualMachine } from './virtual-machine.ts';
import { type ArmAnswer, type ArmRequest, armErrorAnswer } from './wire/arm-messages.ts';
import type { WireNames } from './wire/wire-names.ts';
import { Refusal, type World } from './world.ts';

export interface MutationContext {
  readonly world: World;
  readonly names: WireNames;
  /** Base URL of the links in answers. */
  readonly origin: string;
  /** A new job shows up in lists so much later. */
  readonly jobListLagMs: () => number;
}

/** Answers a POST below the vault; undefined for a path that the simulator does not know. */
export function answerMutation(
  context: MutationContext,
  request: ArmRequest,
): ArmAnswer | undefined {
  const path = request.segments;
  const operation = path.at(-1)?.toLowerCase() ?? '';
  const name = path.at(-2) ?? '';
  try {
    const ofPlan = isOfPlan(path) ? PLAN_OPERATIONS[operation] : undefined;
    if (ofPlan)
      return started(
        context,
        request,
        ofPlan(context.world, planNamed(context.world, name), request),
      );
    const ofItem = isOfPlan(path) ? undefined : ITEM_OPERATIONS[operation];
    if (ofItem)
      return started(
        context,
        request,
        ofItem(context.world, itemNamed(context.world, name), request, context.names),
      );
    const ofJob = JOB_OPERATIONS[operation];
    if (ofJob)
      return started(
        context,
        request,
        ofJob(context.world, jobNamed(context.world, name), request),
      );
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return armErrorAnswer(error.status, error.code, error.message);
    throw error;
  }
}

type ItemOperation = (
  world: World,
  vm: VirtualMachine,
  request: ArmRequest,
  names: WireNames,
) => SimulatedJob;
type JobOperation = (world: World, job: SimulatedJob, request: ArmRequest) => SimulatedJob;

const ITEM_OPERATIONS: Readonly<Record<string, ItemOperation>> = {
  plannedfailover: (world, vm, { requestId, body }, names) =>
    world.startFailback(vm, requestId, wayOf(body, { world, vm, names })),
  failovercommit: (world, vm, { requestId }) => world.startCommit(vm, requestId),
  reprotect: (world, vm, { requestId, body }) => {
    const { failoverDirection, providerSpecificDetails: details } = propertiesOf(body);
    if (failoverDirection !== 'PrimaryToRecovery') throw badInput('failoverDirection');
    if (
      details?.['instanceType'] !== 'HyperVReplicaAzure' ||
      details['hvHostVmId'] !== vm.onPremisesId
    ) {
      throw badInput('providerSpecificDetails');
    }
    return world.startReverseReplicate(vm, requestId);
  },
};

const isOfPlan = (path: readonly string[]) =>
  path.at(-3)?.toLowerCase() === 'replicationrecoveryplans';

type PlanOperation = (world: World, plan: SimulatedPlan, request: ArmRequest) => SimulatedJob;

/** Commit and reverse replication of a plan come without a body (recorded). */
const PLAN_OPERATIONS: Readonly<Record<string, PlanOperation>> = {
  plannedfailover: (world, plan, { requestId, body }) =>
    startPlanFailback(world, plan, requestId, isDeltaOfPlan(body)),
  failovercommit: (world, plan, { requestId, body }) => {
    refuseBody(body);
    return startPlanCommit(world, plan, requestId);
  },
  reprotect: (world, plan, { requestId, body }) => {
    refuseBody(body);
    return startPlanReverse(world, plan, requestId);
  },
};

function refuseBody(body: unknown): void {
  if (body !== undefined && body !== null && body !== '') throw badInput('body');
}

/** One entry for each replication provider: a plan of this vault has one (recorded as an array). */
function isDeltaOfPlan(body: unknown): boolean {
  const { failoverDirection, providerSpecificDetails } = propertiesOf(body);
  if (failoverDirection !== 'RecoveryToPrimary') throw badInput('failoverDirection');
  if (!Array.isArray(providerSpecificDetails) || providerSpecificDetails.length !== 1)
    throw badInput('providerSpecificDetails');
  const details: WireDetails = providerSpecificDetails[0];
  if (details['instanceType'] !== 'HyperVReplicaAzureFailback')
    throw badInput('providerSpecificDetails');
  if (details['recoveryVmCreationOption'] !== 'NoAction')
    throw badInput('recoveryVmCreationOption');
  return isDelta(details);
}

const JOB_OPERATIONS: Readonly<Record<string, JobOperation>> = {
  resume: (world, job) => {
    world.resume(job);
    return job;
  },
  cancel: (world, job) => {
    world.cancel(job);
    return job;
  },
  restart: (world, job, { requestId }) => world.restart(job, requestId),
};

interface FailbackPlaces {
  readonly world: World;
  readonly vm: VirtualMachine;
  readonly names: WireNames;
}

function wayOf(body: unknown, places: FailbackPlaces): Way {
  const { failoverDirection, providerSpecificDetails: details } = propertiesOf(body);
  if (failoverDirection !== 'RecoveryToPrimary') throw badInput('failoverDirection');
  if (details?.['instanceType'] !== 'HyperVReplicaAzureFailback')
    throw badInput('providerSpecificDetails');
  const creation = details['recoveryVmCreationOption'];
  if (creation !== 'NoAction' && creation !== 'CreateVmIfNotFound') {
    throw badInput('recoveryVmCreationOption');
  }
  return {
    isDelta: isDelta(details),
    hostId: hostIdOf(details, places),
    createsVm: creation === 'CreateVmIfNotFound',
  };
}

/**
 * The host of an alternate location, else the VM's own. How the service refuses a provider that does not fit was never
 * recorded: INFERRED from its refusal of other input.
 */
function hostIdOf(
  { providerIdForAlternateRecovery: id, recoveryVmCreationOption: creation }: WireDetails,
  { world, vm, names }: FailbackPlaces,
): string {
  if (id === undefined) return vm.hostId;
  const host = world.hosts.find(
    (one) => names.providerId(one.id).toLowerCase() === String(id).toLowerCase(),
  );
  if (!host || world.fabric.type !== 'HyperVSite' || creation !== 'CreateVmIfNotFound')
    throw badInput('providerIdForAlternateRecovery');
  return host.id;
}

function isDelta(details: WireDetails): boolean {
  // Exact casing: a misspelt option must not turn into a full download with an immediate shutdown.
  if (details['dataSyncOption'] === 'ForDownTime') return true;
  if (details['dataSyncOption'] === 'ForSynchronization') return false;
  throw badInput('dataSyncOption');
}

type WireDetails = Readonly<Record<string, unknown>>;

interface InputProperties {
  readonly failoverDirection?: unknown;
  readonly providerSpecificDetails?: WireDetails;
}

function propertiesOf(body: unknown): InputProperties {
  const properties = (body as { properties?: InputProperties } | undefined)?.properties;
  if (properties === undefined) throw badInput('properties');
  return properties;
}

/** 506 is how Site Recovery calls a provider input that does not fit: Azure/azure-powershell#2872. */
const badInput = (field: string) =>
  new Refusal(400, '506', `An invalid parameter ${field} was passed.`);

function itemNamed(world: World, name: string): VirtualMachine {
  const vm = world.vms.get(name.toLowerCase());
  if (vm) return vm;
  throw new Refusal(
    404,
    'ResourceNotFound',
    `The resource 'replicationProtectedItems/${name}' was not found.`,
  );
}

function planNamed(world: World, name: string): SimulatedPlan {
  const plan = world.plans.get(name.toLowerCase());
  if (plan) return plan;
  throw new Refusal(
    404,
    'ResourceNotFound',
    `The resource 'replicationRecoveryPlans/${name}' was not found.`,
  );
}

function jobNamed(world: World, name: string): SimulatedJob {
  const job = world.findJob(name);
  if (job) return job;
  throw new Refusal(
    404,
    'ResourceNotFound',
    `The resource 'replicationJobs/${name}' was not found.`,
  );
}

/** 202 without a body, with the headers that the service sends; for a plan the operation's id is not the job's (recorded). */
function started(context: MutationContext, request: ArmRequest, job: SimulatedJob): ArmAnswer {
  const { origin, names } = context;
  const version = request.url.search;
  job.visibleFrom ||= job.plan.startedAt + context.jobListLagMs();
  const target = request.url.pathname.replace(/\/[^/]+$/, '');
  return {
    status: 202,
    headers: {
      location: `${origin}${target}/operationresults/${job.operationId}${version}`,
      'azure-asyncoperation': `${origin}${names.vaultId}/replicationOperationStatus/${job.operationId}${version}`,
      'retry-after': '30',
      'x-ms-request-id': `${names.jobId(job.operationId)}, ${names.jobId(job.operationId)}`,
    },
  };
}
