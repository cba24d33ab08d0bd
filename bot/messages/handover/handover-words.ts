import type { Directory } from '../../access/directory.ts';
import type { Line } from '../../chat/message/message.ts';
import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { isGoingOn } from '../../failback/state/run.ts';
import { isBeforeHome, isEnd, type Stage } from '../../failback/state/stages.ts';
import { mayChoose, mayDecide } from '../words/deciders.ts';

/** Everybody who may still decide, by name: a handover informs, it does not call. */
export function whoMayDecide(failback: Failback, directory: Directory): string {
  const voted = (failback.gate?.votes ?? []).map(({ by }) => by.person);
  const may = failback.hold ? mayChoose : mayDecide;
  const people = may(failback, directory).filter(({ id }) => !voted.includes(id));
  return people.map(({ name }) => name).join(', ');
}

/** What can no longer be undone, the gravest first; empty while nothing was changed. */
export function irrevocable(failback: Failback): readonly Line[] {
  const { unprotectedFrom, downFrom, failoverJobId, stage, isTouched } = failback;
  const all = [
    unprotectedFrom !== undefined &&
      phrase('The Azure VM and its disks are deleted, or are being deleted.'),
    downFrom !== undefined && phrase('The Azure VM was shut down. The bot cannot start it again.'),
    failoverJobId !== undefined &&
      isBeforeHome(stage) &&
      phrase(
        'The on-premises disks are being overwritten. Until that has finished, the VM must not be started there.',
      ),
    isTouched &&
      failoverJobId === undefined &&
      phrase('Azure was asked to start, or may have been.'),
  ];
  return all.flatMap((words): readonly Line[] => (words ? [[words]] : []));
}

/** What comes after what is owed now; undefined when nothing comes any more. */
export function comesNext(failback: Failback): Phrase | undefined {
  if (isEnd(failback.stage) || !isGoingOn(failback)) return undefined;
  const isWhole = failback.synchronization === 'fullDownload';
  return (isWhole ? NEXT_OF_FULL_DOWNLOAD[failback.stage] : undefined) ?? NEXT[failback.stage];
}

const NEXT: Readonly<Partial<Record<Stage, Phrase>>> = {
  checking: phrase('The bot asks about the direction when the VM is ready.'),
  awaitingDirection: phrase('The data is synchronized while the Azure VM keeps running.'),
  starting: phrase('The data is synchronized while the Azure VM keeps running.'),
  synchronizing: phrase('The bot asks about complete failover when the data is synchronized.'),
  awaitingCompletion: phrase(
    'Downtime: the Azure VM stops, the last changes travel, the on-premises VM starts.',
  ),
  completing: phrase('The on-premises VM is verified; then the bot asks about the commit.'),
  transferring: phrase('The on-premises VM is verified; then the bot asks about the commit.'),
  cancelling: phrase('It ends when Azure shows that the job is cancelled.'),
  verifying: phrase('The bot asks about the commit.'),
  awaitingCommit: phrase(
    'The Azure VM and its disks are deleted. There is no way back after this.',
  ),
  committing: phrase('Reverse replicate. The VM is not protected until it is healthy.'),
  awaitingReverse: phrase('Reverse replicate. The VM is not protected until it is healthy.'),
  reversing: phrase('It ends when the VM is protected.'),
};

const NEXT_OF_FULL_DOWNLOAD: Readonly<Partial<Record<Stage, Phrase>>> = {
  awaitingDirection: phrase('Downtime: the Azure VM stops at once and all data is downloaded.'),
  starting: phrase('Downtime: the Azure VM stops at once and all data is downloaded.'),
};
