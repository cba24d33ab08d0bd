import type { HoldReason } from '../failback/holds.ts';

/** Why a failback stopped, in words for people. */
export const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  callRefused: 'Azure refused what it was asked to do. Nothing was started by it.',
  callUnclear:
    'Azure was asked to act, and it is not certain what came of it. The bot does not ask twice without a person.',
  callRepeatedInVain:
    'Azure was asked to act and shows no sign of it. The bot does not ask again without a person.',
  jobFailed: 'The job failed in Azure.',
  jobCancelled: 'The job was cancelled in Azure.',
  jobGone: 'Azure no longer knows the job.',
  jobUnknown:
    'The job in Azure shows something that the bot does not know, so the bot does nothing on its own.',
  changedElsewhere: 'Somebody acted in Azure outside of the bot.',
  notOffered: 'Azure does not offer the next step.',
  itemGone: 'Azure no longer knows this protected item.',
  askedFor: 'Somebody asked the bot to stop. What is running or waiting in Azure goes on.',
  gateDeclined: 'The question was declined. What is running or waiting in Azure stays as it is.',
  gateExpired: 'Nobody decided in time. What is running or waiting in Azure stays as it is.',
};
