/** So many reads at once, and so many more each second. */
export interface ReadLimit {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What Azure Resource Manager gives one principal in one region since 2024: a bucket of 250 reads that is refilled with 25 a
 * second (https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling).
 */
export const ARM_READS: ReadLimit = { burst: 250, perSecond: 25 };

/** The reads that are left at a moment. */
export class ReadBudget {
  private readonly limit: ReadLimit;
  private readonly now: () => number;
  private tokens: number;
  private at: number;

  constructor(limit: ReadLimit, now: () => number) {
    this.limit = limit;
    this.now = now;
    this.tokens = limit.burst;
    this.at = now();
  }

  /** Whole reads that are left. */
  get left(): number {
    this.refill();
    return Math.floor(this.tokens);
  }

  /** Takes one. Undefined when there was one, else the seconds until there is. */
  take(): number | undefined {
    this.refill();
    if (this.tokens < 1) return Math.max(1, Math.ceil((1 - this.tokens) / this.limit.perSecond));
    this.tokens -= 1;
    return undefined;
  }

  private refill(): void {
    const { burst, perSecond } = this.limit;
    const now = this.now();
    this.tokens = Math.min(burst, this.tokens + ((now - this.at) / 1_000) * perSecond);
    this.at = now;
  }
}
