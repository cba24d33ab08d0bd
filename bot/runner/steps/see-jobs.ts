import type { Job } from '../../failback/ports/site-recovery.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { LOOK_BACK_MS } from '../../looks/look-fresh.ts';
import type { Tools } from './tools.ts';

/**
 * The jobs that were there before a call: those of the vault's newest picture, if it was read after the question was asked.
 * They decide nothing before the call: whether something runs on the VM is read from the VM itself. They are written down so
 * that, should the answer be lost, a job that came later is not taken for an old one; one that is missing among them makes a
 * person be asked. So nobody who has decided waits for the job list of a large vault. Throws `UpstreamError`.
 */
export async function seeJobs(
  { grant, stageSince }: Failback,
  { vault, picture, clock }: Pick<Tools, 'vault' | 'picture' | 'clock'>,
): Promise<readonly Job[]> {
  const isNewEnough = picture !== undefined && picture.readAt >= (grant?.askedAt ?? stageSince);
  return isNewEnough ? [...picture.jobs.values()] : vault.listJobs(clock.now() - LOOK_BACK_MS);
}
