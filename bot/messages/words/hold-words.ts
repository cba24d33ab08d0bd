import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { HoldReason } from '../../failback/state/holds.ts';

/** Why a failback stopped, in words for people. */
export const HOLD_WORDS: Readonly<Record<HoldReason, Phrase>> = {
  callRefused: phrase('Azure refused what it was asked to do. Nothing was started by it.'),
  callUnclear: phrase(
    'Azure was asked to act, and it is not certain what came of it. The bot does not ask twice without a person.',
  ),
  callRepeatedInVain: phrase(
    'Azure was asked to act and shows no sign of it. The bot does not ask again without a person.',
  ),
  jobFailed: phrase('The job failed in Azure.'),
  jobCancelled: phrase('The job was cancelled in Azure.'),
  jobGone: phrase('Azure no longer knows the job.'),
  jobUnknown: phrase(
    'The job in Azure shows something that the bot does not know, so the bot does nothing on its own.',
  ),
  changedElsewhere: phrase('Somebody acted in Azure outside of the bot.'),
  notOffered: phrase('Azure does not offer the next step.'),
  itemGone: phrase('Azure no longer knows this protected item.'),
  askedFor: phrase('Somebody asked the bot to stop. What is running or waiting in Azure goes on.'),
  vmNotReady: phrase(
    'The on-premises VM must be off and have no checkpoints before data is written to its disks. The bot starts nothing in Azure before that.',
  ),
  hostNotPrepared: phrase(
    'The bot could not see to it that the on-premises VM is off and does not start by itself. It starts nothing in Azure before somebody chooses.',
  ),
  vmStarted: phrase(
    'Alarm: the on-premises VM was started while data is written to its disks. Turn it off now: both sides must never run at once, and its disks are not consistent. The safe way from here: cancel and run again.',
  ),
  checkpointTaken: phrase(
    'Alarm: a checkpoint was taken of the on-premises VM while data is written to its disks. Remove it, then look again.',
  ),
  notProven: phrase(
    'Commit is locked: nothing proves yet that the VM is well on-premises. The Azure VM still exists.',
  ),
  replicationFailed: phrase(
    'Initial replication to Azure failed. The VM runs on-premises and is not protected. Put it right in the Azure portal, then look again.',
  ),
  notProtectedYet: phrase(
    'The VM is not protected: for a day nothing has shown that initial replication goes on or has finished. Look at its replication in the Azure portal.',
  ),
  jobPartly: phrase('The job ended, but only a part of it succeeded.'),
  jobStuck: phrase('The job has shown nothing new for a long time. It may still work: only look.'),
  restartedElsewhere: phrase(
    'The job of this failback had ended, and a planned failover of the VM runs again. Somebody else has started it.',
  ),
  adoptAsked: phrase(
    'A failback that was started outside of the bot is to be taken over. Confirm that this is the one. Nothing is called by it.',
  ),
  cancelAsked: phrase(
    'Somebody asked to cancel. Cancelling the job leaves the on-premises disks half written: the on-premises VM must not be started afterwards, until a failback of it has succeeded. Until somebody chooses, the job in Azure goes on.',
  ),
  cancelTooLate: phrase('The job ended before it could be cancelled. Nothing was cancelled.'),
  notSupported: phrase(
    'Microsoft does not support this, as far as its documentation goes, and it is not certain that the documentation is right. Nothing was changed.',
  ),
  switchNotMade: phrase(
    'The virtual switch was not made on-premises, or it is not certain. Nothing was started in Azure.',
  ),
  gateDeclined: phrase(
    'The question was declined. What is running or waiting in Azure stays as it is.',
  ),
  waveBroken: phrase(
    'This wave has not begun: VMs of the wave before are not home, and do not go on by themselves.',
  ),
  entryUnknown: phrase(
    'The record of this failback has an entry that this version of the bot does not know. Run the version that wrote it, or a later one, then look again. Until then the bot does nothing about it.',
  ),
  gateExpired: phrase(
    'Nobody decided in time. What is running or waiting in Azure stays as it is.',
  ),
};
