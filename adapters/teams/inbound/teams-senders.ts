import type { Logger } from 'pino';
import type { Sender } from '../../../bot/chat/chat-platform.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import type { TeamsAct } from '../activity/teams-events.ts';
import type { TeamsConnector, TeamsMember } from '../connector/teams-connector.ts';

type Standing = Sender['standing'];

const KEPT_MS = 3 * 60_000;
const KEPT_USERS = 2_000;
/** How Microsoft Entra ID writes the name of a guest. */
const GUEST_NAME = /#EXT#/i;

interface Known {
  readonly standing: Promise<Standing>;
  readonly at: number;
}

interface Parts {
  readonly connector: TeamsConnector;
  readonly tenants: readonly string[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** What Teams says of a sender, kept for a few minutes. Who cannot be asked about is `unknown`, which decides nothing. */
export class TeamsSenders {
  private readonly parts: Parts;
  private readonly known = new Map<string, Known>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** The standing of whoever acted. Never throws. */
  async standing(act: TeamsAct): Promise<Standing> {
    const { tenants, clock } = this.parts;
    // What a client does by itself is not what a person does.
    if (act.from.isBot || act.isAutomatic) return 'bot';
    if (act.tenants.length === 0) return 'unknown';
    if (!act.tenants.every((tenant) => tenants.includes(tenant))) return 'stranger';
    if (act.from.objectId === undefined) return 'stranger';
    const key = `${act.from.id}|${act.from.objectId}`;
    const known = this.known.get(key);
    if (known !== undefined && clock.now() - known.at < KEPT_MS) return known.standing;
    const standing = this.ask(act, key);
    this.keep(key, { standing, at: clock.now() });
    return standing;
  }

  private async ask({ place, serviceUrl, from }: TeamsAct, key: string): Promise<Standing> {
    const { connector, log } = this.parts;
    try {
      const member = await connector.member(serviceUrl, place.conversation, from.id);
      const standing = this.judge(member, from.objectId);
      if (standing === 'unknown') this.known.delete(key);
      return standing;
    } catch (error) {
      this.known.delete(key);
      log.warn({ userId: from.id, err: error }, 'sender is unknown');
      return 'unknown';
    }
  }

  /** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
  private judge(member: TeamsMember, objectId: string | undefined): Standing {
    const { tenantId, userRole, userPrincipalName: name } = member;
    const actual = (member.aadObjectId ?? member.objectId)?.toLowerCase();
    if (actual !== objectId || tenantId === undefined) return 'unknown';
    const isForeign = !this.parts.tenants.includes(tenantId.toLowerCase());
    if (isForeign || userRole === 'anonymous') return 'stranger';
    if (userRole === 'guest' || GUEST_NAME.test(name ?? '')) return 'guest';
    return userRole === undefined && name === undefined ? 'unknown' : 'member';
  }

  private keep(key: string, known: Known): void {
    this.known.delete(key);
    this.known.set(key, known);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT_USERS && oldest !== undefined) this.known.delete(oldest);
  }
}
