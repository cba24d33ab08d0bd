import type { Job } from '../../bot/failback/ports/site-recovery.ts';
import { SharedRead } from './transport/shared-read.ts';

/** The job list of a vault, read once for everybody who waits for it to be read: as far back as any of them wants. */
export class SharedJobList {
  private readonly shared: SharedRead<readonly Job[]>;
  /** What those want who wait for a list that has not begun. */
  private earliest = Number.POSITIVE_INFINITY;

  constructor(list: (since: number) => Promise<readonly Job[]>) {
    this.shared = new SharedRead(() => {
      const since = this.earliest;
      this.earliest = Number.POSITIVE_INFINITY;
      return list(since);
    });
  }

  /** Jobs started at or after `since`, read after this call. */
  async read(since: number): Promise<readonly Job[]> {
    this.earliest = Math.min(this.earliest, since);
    const jobs = await this.shared.read();
    return jobs.filter(({ startedAt }) => startedAt === undefined || startedAt >= since);
  }
}
