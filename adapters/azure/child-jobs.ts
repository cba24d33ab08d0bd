import type { Logger } from 'pino';
import type { ServiceIssue } from '../../bot/failback/ports/site-recovery.ts';
import { lastSegment } from './arm-id.ts';
import { errorsOf, flatten } from './jobs.ts';
import type { WireJob } from './schemas.ts';

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
  const seen = new Set([job.name]);
  const issues: ServiceIssue[] = [];
  let layer: readonly WireJob[] = [job];
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth += 1) {
    const ids = layer.flatMap(troubledChildren).filter((id) => !seen.has(id));
    const next: WireJob[] = [];
    for (const id of new Set(ids)) {
      if (seen.size > MOST_READS) return issues;
      seen.add(id);
      const child = await readOrLog(id, readJob, logger);
      if (child) next.push(child);
    }
    issues.push(...next.flatMap(errorsOf));
    layer = next;
  }
  return issues;
}

function troubledChildren(job: WireJob): readonly string[] {
  return flatten(job.properties.tasks)
    .filter((task) => !UNTROUBLED.has(task.state.toLowerCase()))
    .map((task) => lastSegment(task.customDetails?.jobTask?.jobId ?? ''))
    .filter((id) => id !== '');
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
