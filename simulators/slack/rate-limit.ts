/** So many messages a second for each channel, with some more at once: https://docs.slack.dev/apis/web-api/rate-limits */
export class RateLimit {
  private readonly perSecond: number;
  private readonly burst: number;
  private readonly now: () => number;
  private readonly channels = new Map<string, { tokens: number; at: number }>();

  constructor(options: { perSecond: number; burst: number }, now: () => number) {
    this.perSecond = options.perSecond;
    this.burst = options.burst;
    this.now = now;
  }

  /** Takes one; undefined when there was one, else the seconds to wait for it. */
  take(channel: string): number | undefined {
    const now = this.now();
    const { tokens, at } = this.channels.get(channel) ?? { tokens: this.burst, at: now };
    const available = Math.min(this.burst, tokens + ((now - at) / 1000) * this.perSecond);
    const isAllowed = available >= 1;
    this.channels.set(channel, { tokens: isAllowed ? available - 1 : available, at: now });
    return isAllowed ? undefined : Math.max(1, Math.ceil((1 - available) / this.perSecond));
  }
}
