import type { Logger } from 'pino';
import type { ServiceIssue } from '../../../bot/failback/ports/site-recovery.ts';
import { lastSegment } from './arm-id.ts';
import type { WireJob } from './job-schemas.ts';
import { errorsOf, flattenTasks } from './jobs.ts';

/** A VM of a recovery plan has up to four child jobs, and those have none; the bounds leave room for a plan of VMs. */
const MOST_READS = 20;
const DEEPEST = 2;

/**
 * Collects the errors of a job's child jobs. Only tasks that did not go well are followed, so a job that runs smoothly
 * costs no extra read. A child that cannot be read is logged and left out: its parent's state matters more.
 */
export async function collectChildErrors(
  job: WireJob,
  readJob: (jobId: string) => Promise<WireJob | undefined>,
  logger: Logger,
): Promise<readonly ServiceIssue[]> {
  const read = new Set([job.name]);
  const issues: ServiceIssue[] = [];
  let layer: readonly WireJob[] = [job];
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth += 1) {
    const next: WireJob[] = [];
    for (const { id, vm } of distinctChildren(layer, read).slice(0, MOST_READS - read.size + 1)) {
      read.add(id);
      const child = await readOrLog(id, readJob, logger);
      if (child === undefined) continue;
      next.push(child);
      issues.push(...errorsOf(child).map((issue) => (vm ? { ...issue, vm } : issue)));
    }
    layer = next;
  }
  return issues;
}

/** The children of these jobs that were not read yet, each once. */
function distinctChildren(jobs: readonly WireJob[], read: ReadonlySet<string>): readonly Child[] {
  const children = jobs.flatMap(troubledChildren).filter(({ id }) => !read.has(id));
  return [...new Map(children.map((child) => [child.id, child])).values()];
}

interface Child {
  readonly id: string;
  /** The VM that the parent names. */
  readonly vm: string | null | undefined;
}

function troubledChildren(job: WireJob): readonly Child[] {
  return flattenTasks(job.properties.tasks)
    .filter((task) => !UNTROUBLED.has(task.state.toLowerCase()))
    .map(({ customDetails }) => ({
      id: lastSegment(customDetails?.jobTask?.jobId ?? ''),
      vm: customDetails?.jobTask?.targetObjectName,
    }))
    .filter(({ id }) => id !== '');
}

const UNTROUBLED = new Set(['notstarted', 'inprogress', 'suspended', 'succeeded', 'other']);

async function readOrLog(
  jobId: string,
  readJob: (jobId: string) => Promise<WireJob | undefined>,
  logger: Logger,
): Promise<WireJob | undefined> {
  try {
    return await readJob(jobId);
  } catch (error) {
    logger.warn({ err: error, jobId }, 'child job could not be read, its errors are missing');
    return undefined;
  }
}
