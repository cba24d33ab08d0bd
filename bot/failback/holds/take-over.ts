import type { Job, Synchronization } from '../ports/site-recovery.ts';
import { hasBegunDowntime, judgeJob, stateOfTask } from '../site-recovery/jobs.ts';
import type { HoldChoice } from '../state/holds.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';

type Stage = 'synchronizing' | 'awaitingCompletion' | 'completing' | 'transferring';

interface Place {
  readonly stage: Stage;
  readonly synchronization: Synchronization;
}

const delta = (stage: Stage): Place => ({ stage, synchronization: 'beforeFailover' });
const FULL: Place = { stage: 'transferring', synchronization: 'fullDownload' };

/**
 * Where a running job has come to. Its synchronization stands in no field: a full download was recorded with its tasks of
 * synchronizing and waiting skipped. As long as the tasks do not tell, a person has to: then there are two places.
 */
function placesOf(job: Job): readonly Place[] {
  const dataSync = stateOfTask(job, 'DataSync');
  if (judgeJob(job, []).phase === 'waiting') return [delta('awaitingCompletion')];
  if (dataSync === 'other') return [FULL];
  if (dataSync === undefined || dataSync === 'notstarted')
    return hasBegunDowntime(job) ? [FULL] : [delta('synchronizing'), FULL];
  return [delta(hasBegunDowntime(job) ? 'completing' : 'synchronizing')];
}

/** The ways of taking a running planned failover over; two where nothing tells which synchronization it is. */
export function takeOvers(job: Job): readonly HoldChoice[] {
  const places = placesOf(job);
  return places.map((place): HoldChoice => {
    const { stage: leadsTo, synchronization } = place;
    const isFull = synchronization === 'fullDownload';
    const downFrom = isFull ? job.startedAt : undefined;
    return {
      name: places.length === 1 ? 'adopt' : NAMES[synchronization],
      means: coded('takeOverJob', { synchronization: KINDS[synchronization] }),
      leadsTo,
      takesOver: { jobId: job.id, synchronization, ...(downFrom !== undefined && { downFrom }) },
    };
  });
}

/** Goes on with a VM whose failover somebody else has run: what is missing is the commit. */
export const takeOverAtHome: HoldChoice = {
  name: 'adopt',
  means: coded('takeOverAtHome'),
  leadsTo: 'verifying',
  takesOver: { synchronization: 'beforeFailover' },
};

const NAMES: Readonly<Record<Synchronization, string>> = {
  beforeFailover: 'adopt-changes',
  fullDownload: 'adopt-download',
};

const KINDS: Readonly<Record<Synchronization, Statement>> = {
  beforeFailover: coded('beforeFailover'),
  fullDownload: coded('fullDownload'),
};
