import {
  type JobSeen,
  observeHeldJob,
  observeItem,
  observeJob,
} from '../../failback/observe/observe.ts';
import { observePlan } from '../../failback/observe/plan.ts';
import { mayBeRestarted, observeRestarted } from '../../failback/observe/restarted.ts';
import { observeVmTasks } from '../../failback/observe/vm-tasks.ts';
import type { Job, SiteRecovery } from '../../failback/ports/site-recovery.ts';
import { comingHome, isWhollyMarked } from '../../failback/state/coming-home.ts';
import { isDownloading } from '../../failback/state/data-travelling.ts';
import type { FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { isBeforeStart, isEnd } from '../../failback/state/stages.ts';
import type { VaultSnapshot } from './vault-poller.ts';

/** What a picture of the vault says about one failback: events worth storing, usually none. */
export async function watch(
  failback: Failback,
  picture: VaultSnapshot,
  tools: { readonly vault: SiteRecovery; readonly now: number; readonly takeDetail: () => boolean },
): Promise<readonly FailbackEvent[]> {
  if (isEnd(failback.stage) || isBeforeQuestion(failback)) return [];
  if (failback.hold) return watchHeld(failback, picture, tools.vault);
  if (isCallOpen(failback) || isOutdated(picture, failback)) return [];
  const seen = await seeJob(failback, picture, tools);
  const ofJob = seen === undefined ? [] : observe(failback, seen, tools.now);
  // One thing at a time: what the job did decides what the item means.
  if (ofJob.length > 0) return ofJob;
  const { target } = failback;
  const around = { jobs: picture.jobs.values(), now: tools.now };
  return target.kind === 'recoveryPlan'
    ? observePlan(failback, target, { ...around, items: picture.items })
    : observeItem(failback, picture.items.get(target.itemId.toLowerCase()), around);
}

/** The VMs of a plan first: a stop comes last, and says how they stand. */
function observe(failback: Failback, seen: JobSeen, now: number): readonly FailbackEvent[] {
  const ofVms = 'job' in seen ? observeVmTasks(failback, seen.job) : [];
  return [...ofVms, ...observeJob(failback, seen, now)];
}

/** Until the direction is asked for, the checks look at the VM. */
const isBeforeQuestion = ({ stage }: Failback) =>
  isBeforeStart(stage) && stage !== 'awaitingDirection';

async function watchHeld(
  failback: Failback,
  picture: VaultSnapshot,
  vault: SiteRecovery,
): Promise<readonly FailbackEvent[]> {
  const cancelled = isWhollyMarked(failback) ? undefined : cancelledIn(picture, failback);
  if (cancelled !== undefined) {
    const job = await vault.readJob(cancelled.id);
    return job === undefined ? [] : observeHeldJob(failback, job);
  }
  return mayBeRestarted(failback) && !isOutdated(picture, failback)
    ? watchForRestart(failback, picture, vault)
    : [];
}

/** The failback's own job, or one that could be taken over: whichever was cancelled has left half-written disks. */
function cancelledIn({ jobs }: VaultSnapshot, { failoverJobId, hold }: Failback): Job | undefined {
  const offered = hold?.choices.map(({ takesOver }) => takesOver?.jobId) ?? [];
  return [failoverJobId, ...offered]
    .map((id) => jobs.get(id?.toLowerCase() ?? ''))
    .find((job) => job?.state.toLowerCase() === 'cancelled');
}

/** The failed job may run again, or another one of the VM: nothing else is read for it. */
async function watchForRestart(
  failback: Failback,
  picture: VaultSnapshot,
  vault: SiteRecovery,
): Promise<readonly FailbackEvent[]> {
  const { target } = failback;
  // What runs on a VM of a plan is the job of that VM: of a plan only its own job is looked at again.
  const item =
    target.kind === 'protectedItem' ? picture.items.get(target.itemId.toLowerCase()) : undefined;
  const running = item?.runningScenario?.jobId;
  const own = picture.jobs.get(failback.failoverJobId?.toLowerCase() ?? '');
  const id = own !== undefined && !isOver(own) ? own.id : running;
  if (id === undefined || id === '') return [];
  const job = await vault.readJob(id);
  const restarted = job && observeRestarted(failback, job);
  return restarted === undefined ? [] : [restarted];
}

/** While nobody knows whether a call was taken, the reconciliation looks, and only it. */
const isCallOpen = ({ call }: Failback) => call !== undefined && call.status !== 'taken';

/** What was read before the stage began, or before its call was taken, says nothing about it. */
const isOutdated = ({ readAt }: VaultSnapshot, { call, stageSince }: Failback) =>
  readAt < Math.max(call?.at ?? 0, stageSince);

/** The job that this stage is about, in detail where something may have changed; undefined when it need not be judged. */
async function seeJob(
  failback: Failback,
  picture: VaultSnapshot,
  { vault, now, takeDetail }: { vault: SiteRecovery; now: number; takeDetail: () => boolean },
): Promise<JobSeen | undefined> {
  const jobId = watchedJob(failback);
  if (jobId === undefined) return undefined;
  const listed = picture.jobs.get(jobId.toLowerCase());
  if (listed !== undefined && isUnchanged(failback, listed) && !takeDetail()) return undefined;
  const job = await vault.readJob(jobId);
  if (job !== undefined) return { job };
  const isYoung = now - (failback.call?.at ?? failback.stageSince) < failback.policy.settleMs;
  return isYoung ? undefined : { gone: jobId };
}

/** The list leaves the tasks out: as long as it shows a job running as before, nothing has to be judged. */
function isUnchanged(failback: Failback, listed: Job): boolean {
  const { job, stage } = failback;
  // That nothing changes is what has to be noticed here.
  const isExpectedToGoOn =
    stage === 'cancelling' ||
    stage === 'restarting' ||
    (stage === 'completing' && job?.phase === 'waiting') ||
    (stage !== 'awaitingAction' && job?.phase === 'atAction') ||
    (isDownloading(failback) && comingHome(failback).some(({ onSince }) => onSince !== undefined));
  return (
    job?.jobId.toLowerCase() === listed.id.toLowerCase() &&
    job.state === listed.state &&
    !isExpectedToGoOn &&
    !isOver(listed)
  );
}

const isOver = (job: Job) => ['succeeded', 'failed', 'cancelled'].includes(job.state.toLowerCase());

function watchedJob(failback: Failback): string | undefined {
  switch (failback.stage) {
    case 'synchronizing':
    case 'awaitingCompletion':
    case 'completing':
    case 'awaitingAction':
    case 'transferring':
    case 'cancelling':
    case 'restarting':
      return failback.failoverJobId;
    case 'committing':
    case 'reversing':
      return failback.job?.phase === 'succeeded' ? undefined : failback.call?.jobId;
    default:
      return undefined;
  }
}
