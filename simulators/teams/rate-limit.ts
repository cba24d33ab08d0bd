/** At most `count` calls in any `ms`. */
export interface RateWindow {
  readonly count: number;
  readonly ms: number;
}

/** What Teams allows a bot in one conversation: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export const SEND_WINDOWS: readonly RateWindow[] = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
];

export const MEMBER_WINDOWS: readonly RateWindow[] = [{ count: 14, ms: 1_000 }];

/** Counts calls in sliding windows, each conversation for itself. */
export class RateLimit {
  private readonly windows: readonly RateWindow[];
  private readonly now: () => number;
  private readonly taken = new Map<string, readonly number[]>();

  constructor(windows: readonly RateWindow[], now: () => number) {
    this.windows = windows;
    this.now = now;
  }

  /** Takes one; undefined when there was one, else the seconds to wait for it. */
  take(conversation: string): number | undefined {
    const now = this.now();
    const longest = Math.max(...this.windows.map(({ ms }) => ms));
    const recent = (this.taken.get(conversation) ?? []).filter((at) => now - at < longest);
    const waits = this.windows.map(({ count, ms }) => {
      const first = recent.filter((at) => now - at < ms).at(-count);
      return first === undefined ? 0 : first + ms - now;
    });
    const wait = Math.max(...waits);
    this.taken.set(conversation, wait > 0 ? recent : [...recent, now]);
    return wait > 0 ? Math.max(1, Math.ceil(wait / 1_000)) : undefined;
  }
}
