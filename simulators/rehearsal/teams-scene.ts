import { type AddressInfo, createServer } from 'node:net';
import { startTeamsSimulator, type TeamsSimulator } from '../teams/teams-simulator.ts';

/** The incident channel, as Teams knows it. */
export const TEAMS_CHANNEL = '19:incident@thread.tacv2';

interface Member {
  readonly id: string;
  readonly name: string;
}

/** A Teams tenant with the incident channel, and what the bot's settings say of it. */
export interface TeamsScene {
  readonly teams: TeamsSimulator;
  /** The section `teams` of the settings. */
  readonly section: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
}

export async function setTeamsScene(
  members: readonly Member[],
  now: () => number = Date.now,
): Promise<TeamsScene> {
  const teams = await startTeamsSimulator({
    now,
    people: [
      ...members.map(({ id, name }) => ({ id, name, kind: 'member' as const })),
      { id: 'guest', name: 'Gil Placeholder', kind: 'guest' as const },
    ],
    conversations: [
      { id: TEAMS_CHANNEL, name: 'incident', kind: 'channel', team: '19:team@thread.tacv2' },
    ],
  });
  const port = await freePort();
  teams.deliversTo(`http://127.0.0.1:${port}/api/messages`);
  const { appId, tenantId } = teams;
  return {
    teams,
    section: {
      credential: { kind: 'singleTenant', appId, tenantId },
      tenants: [tenantId],
      serviceUrls: [teams.serviceUrl],
      addresses: { openIdMetadataUrl: teams.openIdMetadataUrl, loginUrl: teams.plainLoginUrl },
      http: { port },
    },
    env: { FAILBACK_TEAMS_APP_PASSWORD: teams.appPassword },
  };
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
