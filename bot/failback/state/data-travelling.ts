import type { ObservedJob } from '../site-recovery/jobs.ts';
import type { Failback } from './failback.ts';
import type { Stage } from './stages.ts';

/** While data travels to the on-premises disks, the VMs on them must stay off. */
const WATCHED: readonly Stage[] = ['synchronizing', 'awaitingCompletion', 'transferring'];

/** The stage, or the one that an action of the plan has interrupted: its data may still be under way. */
const stageOf = ({ stage, interrupted }: Failback): Stage =>
  stage === 'awaitingAction' || stage === 'resuming' ? (interrupted ?? stage) : stage;

/** Whether data travels to the on-premises disks now. */
export const isDataTravelling = (failback: Failback): boolean =>
  WATCHED.includes(stageOf(failback));

/** Whether it is a full download that travels: at its end Azure starts the VM by itself. */
export const isDownloading = (failback: Failback): boolean => stageOf(failback) === 'transferring';
/** Whether the job has gone on from its action, whoever told it to. */
export const hasLeftAction = (
  { stage }: Pick<Failback, 'stage'>,
  { phase }: Pick<ObservedJob, 'phase'>,
): boolean =>
  (stage === 'awaitingAction' || stage === 'resuming') &&
  (phase === 'running' || phase === 'waiting' || phase === 'succeeded');
