import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Sender } from '../../../bot/chat/chat-platform.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { toUpstreamError } from '../slack-errors.ts';

type Standing = Sender['standing'];

const KEPT_MS = 3 * 60_000;
const KEPT_USERS = 2_000;

/** https://docs.slack.dev/reference/objects/user-object. Deleted users lack the fields after `deleted`. */
const userSchema = z.object({
  team_id: z.string(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
});

interface Known {
  readonly standing: Promise<Standing>;
  readonly at: number;
}

/** What Slack says of a sender, kept for a few minutes. Who cannot be asked about is `unknown`, which decides nothing. */
export class SlackSenders {
  private readonly web: WebClient;
  private readonly teams: readonly string[];
  private readonly clock: Clock;
  private readonly log: Logger;
  private readonly known = new Map<string, Known>();

  constructor(parts: { web: WebClient; teams: readonly string[]; clock: Clock; log: Logger }) {
    this.web = parts.web;
    this.teams = parts.teams;
    this.clock = parts.clock;
    this.log = parts.log;
  }

  /** The standing of a user who acted with these workspaces named. Never throws. */
  async standing(userId: string, teamIds: readonly string[]): Promise<Standing> {
    if (teamIds.length === 0) return 'unknown';
    if (!teamIds.every((team) => this.teams.includes(team))) return 'stranger';
    const known = this.known.get(userId);
    if (known !== undefined && this.clock.now() - known.at < KEPT_MS) return known.standing;
    const standing = this.ask(userId);
    this.keep(userId, { standing, at: this.clock.now() });
    return standing;
  }

  private async ask(userId: string): Promise<Standing> {
    try {
      const answer = await this.web.users.info({ user: userId });
      return this.judge(userSchema.parse(answer.user));
    } catch (error) {
      this.known.delete(userId);
      this.log.warn({ userId, err: toUpstreamError(error, 'users.info') }, 'sender is unknown');
      return 'unknown';
    }
  }

  private judge(user: z.infer<typeof userSchema>): Standing {
    const isForeign = user.is_stranger || !this.teams.includes(user.team_id);
    if (isForeign || user.deleted) return 'stranger';
    if (user.is_bot) return 'bot';
    if (user.is_restricted === undefined || user.is_ultra_restricted === undefined)
      return 'unknown';
    return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
  }

  private keep(userId: string, known: Known): void {
    this.known.delete(userId);
    this.known.set(userId, known);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT_USERS && oldest !== undefined) this.known.delete(oldest);
  }
}
