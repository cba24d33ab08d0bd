import type { SimulatedJob } from './jobs/simulated-job.ts';
import { pageAnswer } from './paging.ts';
import type { VirtualMachine } from './virtual-machine.ts';
import { type ArmAnswer, type ArmRequest, armErrorAnswer } from './wire/arm-messages.ts';
import { wireContainer, wireFabric, wireProvider } from './wire/wire-host.ts';
import { wireItem, wireProtectableItem } from './wire/wire-item.ts';
import { wireJob } from './wire/wire-job.ts';
import { stateOf } from './wire/wire-job-parts.ts';
import type { WireNames } from './wire/wire-names.ts';
import { wirePlan } from './wire/wire-plan.ts';
import { type ChildJob, childJobsOf, wireChildJob } from './wire/wire-plan-task.ts';
import type { World } from './world.ts';

export interface ReadContext {
  readonly world: World;
  readonly names: WireNames;
  readonly pageSize: number;
  /** Whether items are written with the field names of 2016-2018. */
  readonly oldNames: () => boolean;
}

/** Answers a GET below the vault; undefined for a path that the simulator does not know. */
export function answerRead(context: ReadContext, request: ArmRequest): ArmAnswer | undefined {
  const now = context.world.advance();
  const path = request.segments;
  const kind =
    path
      .filter((_, index) => index % 2 === 0)
      .at(-1)
      ?.toLowerCase() ?? '';
  const isList = path.length % 2 === 1;
  const name = isList ? '' : (path.at(-1) ?? '');
  if (isList) return LISTS[kind]?.(context, request, now);
  const body = SINGLES[kind]?.(context, name, now);
  if (body !== undefined) return { status: 200, body };
  return kind in SINGLES ? absent(kind, name) : undefined;
}

type ListReader = (context: ReadContext, request: ArmRequest, now: number) => ArmAnswer;
type SingleReader = (context: ReadContext, name: string, now: number) => object | undefined;

const LISTS: Readonly<Record<string, ListReader>> = {
  replicationprotecteditems: ({ world, names, pageSize, oldNames }, { url }) =>
    pageAnswer(url, visibleVms(world, url), pageSize, (vm) =>
      wireItem(world, names, vm, oldNames()),
    ),
  replicationjobs: ({ world, names, pageSize }, { url }, now) =>
    pageAnswer(url, visibleJobs(world, url, now), pageSize, (job) =>
      'step' in job ? wireChildJob(names, job, now) : wireJob(names, job, now, true),
    ),
  replicationrecoveryservicesproviders: ({ world, names, pageSize }, { url }) =>
    pageAnswer(url, world.hosts, pageSize, (host) => wireProvider(world, names, host)),
  replicationfabrics: ({ world, names, pageSize }, { url }) =>
    pageAnswer(url, [world.fabric], pageSize, () => wireFabric(world, names)),
  replicationprotectioncontainers: ({ world, names, pageSize }, { url }) =>
    pageAnswer(url, [world.fabric], pageSize, () => wireContainer(world, names)),
  replicationprotectableitems: ({ world, names, pageSize }, { url }) =>
    pageAnswer(url, [...world.vms.values()], pageSize, (vm) => wireProtectableItem(names, vm)),
  replicationrecoveryplans: ({ world, names, pageSize }, { url }, now) =>
    pageAnswer(url, [...world.plans.values()], pageSize, (plan) =>
      wirePlan(world, names, plan, now),
    ),
};

const SINGLES: Readonly<Record<string, SingleReader>> = {
  replicationprotecteditems: ({ world, names, oldNames }, name) => {
    const vm = world.vms.get(name.toLowerCase());
    return vm?.isProtected ? wireItem(world, names, vm, oldNames()) : undefined;
  },
  replicationjobs: ({ world, names }, name, now) => {
    const job = world.findJob(name);
    if (job) return wireJob(names, job, now, false);
    const child = findChild(world, name, now);
    return child && wireChildJob(names, child, now);
  },
  replicationrecoveryplans: ({ world, names }, name, now) => {
    const plan = world.plans.get(name.toLowerCase());
    return plan && wirePlan(world, names, plan, now);
  },
  replicationprotectableitems: ({ world, names }, name) => {
    const vm = [...world.vms.values()].find(({ id }) => id === name.toLowerCase());
    return vm && wireProtectableItem(names, vm);
  },
  replicationrecoveryservicesproviders: ({ world, names }, name) => {
    const host = world.hosts.find(({ id }) => id === name);
    return host && wireProvider(world, names, host);
  },
  replicationfabrics: ({ world, names }, name) =>
    name === names.fabricName ? wireFabric(world, names) : undefined,
  replicationprotectioncontainers: ({ world, names }, name) =>
    name === names.containerName ? wireContainer(world, names) : undefined,
  replicationoperationstatus: ({ world }, name, now) => {
    const job = world.findJob(name);
    return job && operationStatus(job, now);
  },
};

function findChild(world: World, id: string, now: number): ChildJob | undefined {
  return world.jobs
    .flatMap((job) => childJobsOf(job, now))
    .find(({ step }) => step.jobId === id.toLowerCase());
}

/** All, or those of a plan: the filter's form is PowerShell's; that the name is compared without case is INFERRED. */
function visibleVms(world: World, url: URL): readonly VirtualMachine[] {
  const filter = url.searchParams.get('$filter') ?? '';
  const plan = /^recoveryPlanName eq '((?:[^']|'')*)'$/i.exec(filter)?.[1]?.replaceAll("''", "'");
  const vms =
    plan === undefined ? [...world.vms.values()] : (world.plans.get(plan.toLowerCase())?.vms ?? []);
  return vms.filter(({ isProtected }) => isProtected);
}

/** Newest first; that child jobs stand in the list is INFERRED. The filter's form is PowerShell's: `StartTime eq '…'` means from then on. */
function visibleJobs(world: World, url: URL, now: number): readonly (SimulatedJob | ChildJob)[] {
  const filter = url.searchParams.get('$filter') ?? '';
  const from = Date.parse(/startTime eq '([^']+)'/i.exec(filter)?.[1] ?? '');
  const state = /jobStatus eq '([^']+)'/i.exec(filter)?.[1];
  return world.jobs
    .filter((job) => !job.isHidden && job.visibleFrom <= now)
    .filter((job) => Number.isNaN(from) || job.plan.startedAt >= from)
    .filter((job) => state === undefined || stateOf(job, now).state === state)
    .toReversed()
    .flatMap((job) => [...childJobsOf(job, now), job]);
}

/** The form of 2021 and later; it never carries a percentage. Other states than these two were not recorded. */
function operationStatus(job: SimulatedJob, now: number): object {
  const endedAt = job.endedAt(now);
  const { state } = stateOf(job, now);
  return {
    id: null,
    name: job.id,
    status: endedAt === undefined ? 'InProgress' : state,
    startTime: new Date(job.plan.startedAt).toISOString(),
    endTime: endedAt === undefined ? null : new Date(endedAt).toISOString(),
    percentComplete: null,
    properties: null,
    error: null,
  };
}

function absent(kind: string, name: string): ArmAnswer {
  return armErrorAnswer(404, 'ResourceNotFound', `The resource '${kind}/${name}' was not found.`);
}
