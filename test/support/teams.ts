import { TeamsPlatform } from '../../adapters/teams/teams-platform.ts';
import type { TeamsSettings } from '../../adapters/teams/teams-settings.ts';
import type { Invocation } from '../../bot/chat/chat-platform.ts';
import type { ConversationReferences } from '../../bot/chat/conversation-references.ts';
import { TEAMS_CHANNEL } from '../../simulators/rehearsal/teams-scene.ts';
import {
  startTeamsSimulator,
  type TeamsSimulator,
  type TeamsSimulatorOptions,
} from '../../simulators/teams/teams-simulator.ts';
import type { SimulatedPerson } from '../../simulators/teams/tenant.ts';
import { chatParts } from './chat-parts.ts';
import { MemoryConversationReferences } from './fakes/memory-conversation-references.ts';
import { noteInvocations } from './fakes/noted-invocations.ts';
import type { MovableClock } from './movable-clock.ts';

export const TEAMS_CHAT = '19:incident-chat@thread.v2';

const TEAMS_PEOPLE: readonly SimulatedPerson[] = [
  { id: 'mina', name: 'Mina Example', kind: 'member' },
  { id: 'jun', name: 'Jun Sample', kind: 'member', hasPersonalApp: false },
  { id: 'guest', name: 'Gil Placeholder', kind: 'guest' },
  { id: 'stranger', name: 'Sam Elsewhere', kind: 'stranger' },
  { id: 'anonymous', name: 'Ano Placeholder', kind: 'anonymous' },
  { id: 'robot', name: 'Robot Sample', kind: 'bot' },
];

/** A bot that does nothing but note what it is told, in a simulated tenant. */
export interface TeamsRig {
  readonly teams: TeamsSimulator;
  readonly platform: TeamsPlatform;
  readonly clock: MovableClock;
  readonly references: ConversationReferences;
  /** What the bot was told, in order. */
  readonly received: Invocation[];
  /** What the bot wrote to its log. */
  readonly logLines: string[];
  /** Resolves with what was received as soon as there are so many invocations. */
  invocations(count: number): Promise<readonly Invocation[]>;
  stop(): Promise<void>;
}

export interface TeamsRigOptions {
  readonly simulator?: Partial<TeamsSimulatorOptions>;
  readonly settings?: Partial<TeamsSettings>;
  /** What the bot does with an invocation, after noting it. */
  readonly receive?: (invocation: Invocation) => Promise<void>;
}

/** Starts both, wired to each other. */
export async function startTeamsRig(options: TeamsRigOptions = {}): Promise<TeamsRig> {
  const teams = await startTeamsSimulator({
    people: TEAMS_PEOPLE,
    conversations: [
      { id: TEAMS_CHANNEL, name: 'incident', kind: 'channel', team: '19:team@thread.tacv2' },
      { id: TEAMS_CHAT, name: 'Incident chat', kind: 'groupChat' },
    ],
    ...options.simulator,
  });
  const { logLines, settings, clock } = teamsRigParts(teams, options.settings);
  const platform = new TeamsPlatform(settings);
  const { received, receive, invocations } = noteInvocations(options.receive);
  await platform.start(receive);
  teams.deliversTo(platform.health().address ?? '');
  return {
    teams,
    platform,
    clock,
    references: settings.references,
    received,
    logLines,
    invocations,
    async stop() {
      await platform.stop();
      await teams.stop();
    },
  };
}

/** Settings that fit a simulated tenant, with a log that is kept. */
export function teamsRigParts(teams: TeamsSimulator, overrides: Partial<TeamsSettings> = {}) {
  const { settings: shared, ...parts } = chatParts((person) => ({
    teams: teamsUser(teams, person),
  }));
  const settings: TeamsSettings = {
    credential: {
      kind: 'singleTenant',
      appId: teams.appId,
      tenantId: teams.tenantId,
      appPassword: teams.appPassword,
    },
    tenants: [teams.tenantId],
    serviceUrls: [teams.serviceUrl],
    addresses: {
      openIdMetadataUrl: teams.openIdMetadataUrl,
      tokenIssuer: 'https://api.botframework.com',
      loginUrl: teams.plainLoginUrl,
      tokenScope: 'https://api.botframework.com/.default',
    },
    references: new MemoryConversationReferences(),
    ...shared,
    ...overrides,
  };
  return { ...parts, settings };
}

/** The key of a person in the directory. */
export function teamsUser(teams: TeamsSimulator, person: string): string {
  const { aadObjectId, mri } = teams.person(person);
  return `${teams.tenantId}:${aadObjectId ?? mri}`;
}
