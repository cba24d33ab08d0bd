import type { JobError } from '../../../simulators/azure/jobs/simulated-job.ts';
import type { BotRig } from '../../support/bot.ts';

export const jobs = ({ scene }: BotRig) => scene.azure.jobs;

/** Why a job fails, with all that Azure says about it. */
export const SNAPSHOT: JobError = {
  code: '0x800700EA',
  message: 'The snapshot failed.',
  possibleCauses: 'Dynamic disks.',
  recommendedAction: 'Look at the disks in the guest.',
};
