import { type ArmAnswer, type ArmRequest, armErrorAnswer } from './arm-messages.ts';
import type { Way } from './job-plans.ts';
import type { SimulatedJob } from './simulated-job.ts';
import type { VirtualMachine } from './virtual-machine.ts';
import type { WireNames } from './wire-names.ts';
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
    const ofItem = ITEM_OPERATIONS[operation];
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

function jobNamed(world: World, name: string): SimulatedJob {
  const job = world.findJob(name);
  if (job) return job;
  throw new Refusal(
    404,
    'ResourceNotFound',
    `The resource 'replicationJobs/${name}' was not found.`,
  );
}

/** 202 without a body, with the headers that the service sends; for one item the operation's id is the job's. */
function started(context: MutationContext, request: ArmRequest, job: SimulatedJob): ArmAnswer {
  const { origin, names } = context;
  const version = request.url.search;
  job.visibleFrom ||= job.plan.startedAt + context.jobListLagMs();
  const target = request.url.pathname.replace(/\/[^/]+$/, '');
  return {
    status: 202,
    headers: {
      location: `${origin}${target}/operationresults/${job.id}${version}`,
      'azure-asyncoperation': `${origin}${names.vaultId}/replicationOperationStatus/${job.id}${version}`,
      'retry-after': '30',
      'x-ms-request-id': `${names.jobId(job.id)}, ${names.jobId(job.id)}`,
    },
  };
}
