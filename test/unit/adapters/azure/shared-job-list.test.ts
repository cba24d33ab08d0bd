import { describe, expect, it } from 'vitest';
import { SharedJobList } from '../../../../adapters/azure/shared-job-list.ts';
import type { Job } from '../../../../bot/failback/ports/site-recovery.ts';
import { job } from '../../../support/azure-records.ts';

/** Lists that end when the test says so. */
function listsByHand(jobs: readonly Job[]) {
  const begun: { since: number; end: () => void }[] = [];
  const shared = new SharedJobList(
    (since) => new Promise((resolve) => begun.push({ since, end: () => resolve(jobs) })),
  );
  return { shared, begun };
}

const JOBS = [10, 20, 30].map((startedAt) => job({ id: `job-${startedAt}`, startedAt }));
const idsOf = (jobs: readonly Job[]) => jobs.map(({ id }) => id);

describe('the shared job list', () => {
  it('is read as far back as the one wants who wants most, and gives each what they asked for', async () => {
    const { shared, begun } = listsByHand(JOBS);
    const first = shared.read(15);
    const second = shared.read(30);
    const third = shared.read(10);
    begun[0]?.end();
    await first;
    begun[1]?.end();

    expect(begun.map(({ since }) => since)).toEqual([15, 10]);
    expect(idsOf(await first)).toEqual(['job-20', 'job-30']);
    expect(idsOf(await second)).toEqual(['job-30']);
    expect(idsOf(await third)).toEqual(['job-10', 'job-20', 'job-30']);
  });

  it('keeps a job that does not say when it started', async () => {
    const { startedAt: _, ...timeless } = job({ id: 'job-timeless' });
    const { shared, begun } = listsByHand([timeless]);
    const listed = shared.read(99);
    begun[0]?.end();

    expect(idsOf(await listed)).toEqual(['job-timeless']);
  });
});
