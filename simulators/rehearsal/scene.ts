import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type AzureSimulator, startAzureSimulator } from '../azure/azure-simulator.ts';
import type { Timings } from '../azure/jobs/timings.ts';
import type { ReadLimit } from '../azure/read-budget.ts';
import type { PlanOptions } from '../azure/recovery-plan.ts';
import type { VmOptions } from '../azure/virtual-machine.ts';
import type { FabricKind, WorldClock } from '../azure/world.ts';
import { type HypervSimulator, startHypervSimulator } from '../hyperv/hyperv-simulator.ts';
import { type SlackSimulator, startSlackSimulator } from '../slack/slack-simulator.ts';
import type { SimulatedUser } from '../slack/workspace.ts';
import type { TeamsSimulator } from '../teams/teams-simulator.ts';
import { type Program, SOURCES } from './program.ts';
import { setTeamsScene, TEAMS_CHANNEL, type TeamsScene } from './teams-scene.ts';

/** The incident channel of the rehearsal. */
export const CHANNEL = 'C0INCIDENT';

interface Actor {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The people of the rehearsal; all invented. */
export const CAST = {
  mina: { id: 'mina', user: 'U0MINA', name: 'Mina Example', roles: ['operator'] },
  jun: { id: 'jun', user: 'U0JUN', name: 'Jun Sample', roles: ['approver'] },
  ada: { id: 'ada', user: 'U0ADA', name: 'Ada Placeholder', roles: ['approver'] },
  // Two approve a commit, also when the third one has overridden a check.
  lea: { id: 'lea', user: 'U0LEA', name: 'Lea Fictive', roles: ['approver'] },
} as const satisfies Record<string, Actor>;

/** Somebody in the workspace whom the settings do not name. */
export const NEWCOMER = { id: 'kim', user: 'U0NEW', name: 'Kim Newcomer' } as const;

const VMS: readonly VmOptions[] = [
  { name: 'web-01', disks: [{ sizeMb: 40_960 }, { sizeMb: 102_400 }], writeEveryMs: 50 },
  { name: 'app-01', writeEveryMs: 50 },
  { name: 'db-01', state: 'notCommittedInAzure' },
  { name: 'files-01', managedDisks: 'legacy' },
];

export interface SceneOptions {
  /** 1 is real time, 0.01 a hundred times faster. */
  readonly timeScale: number;
  /** The time in Azure, on-premises and in the chats. Default: the machine's. */
  readonly clock?: WorldClock;
  /** Where the folder of the bot is made. Default: with the temporary files. */
  readonly place?: string;
  /** How long parts of Azure's jobs take, where it matters. */
  readonly timings?: Partial<Timings>;
  readonly vms?: readonly VmOptions[];
  /** Recovery plans of those VMs. */
  readonly plans?: readonly PlanOptions[];
  /** Hyper-V hosts besides the one that the VMs are on. */
  readonly hosts?: readonly string[];
  /** What manages the VMs. Default: a Hyper-V site. */
  readonly fabric?: FabricKind;
  /** How many reads Azure answers before it throttles one. Default: any number. */
  readonly readLimit?: ReadLimit;
  /** Overrides parts of the settings file. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How long a VM may take to come up before a person is asked. */
  readonly patienceMinutes?: number;
  /** Whether the incident channel has a place in Teams too. */
  readonly hasTeams?: boolean;
  /** The bot that is rehearsed. Default: from its sources. */
  readonly program?: Program;
}

/** A data centre in Azure, a Slack workspace, and a folder with the settings of a bot that knows both. */
export interface Scene {
  readonly hyperv: HypervSimulator;
  readonly azure: AzureSimulator;
  readonly slack: SlackSimulator;
  readonly teams?: TeamsSimulator;
  readonly folder: string;
  /** The environment that the bot is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** How the bot is started. */
  readonly program: Program;
  /** So much time passes in Azure and on-premises at once. */
  passes(ms: number): void;
  close(): Promise<void>;
}

export async function setScene({
  timeScale,
  clock = { now: () => Date.now() },
  place = tmpdir(),
  timings,
  vms = VMS,
  plans = [],
  hosts = [],
  fabric,
  readLimit,
  settings,
  patienceMinutes = 0.2,
  hasTeams = false,
  program = SOURCES,
}: SceneOptions): Promise<Scene> {
  let aheadMs = 0;
  const azure = await startAzureSimulator({
    clock: { now: () => clock.now() + aheadMs },
    timeScale,
    ...(timings && { timings }),
    ...(fabric && { fabric }),
    ...(readLimit && { readLimit }),
  });
  for (const name of hosts) azure.addHost(name);
  for (const vm of vms) azure.addVm(vm);
  for (const plan of plans) azure.addPlan(plan);
  const hyperv = await startHypervSimulator({ azure });
  const slack = await startSlackSimulator({
    users: [...Object.values(CAST), { ...NEWCOMER }].map(toUser),
    channels: [{ id: CHANNEL, name: 'incident' }],
    now: () => clock.now(),
  });
  const inTeams = hasTeams
    ? await setTeamsScene(Object.values(CAST), () => clock.now())
    : undefined;
  const folder = mkdtempSync(join(place, 'failback-rehearsal-'));
  writeFileSync(join(folder, 'azure-ca.pem'), azure.certificateAuthority);
  writeFileSync(
    join(folder, 'failback.yaml'),
    stringify({
      ...settingsFor(azure, slack, hyperv, patienceMinutes),
      ...(inTeams && settingsForTeams(inTeams)),
      ...settings,
    }),
  );
  return {
    azure,
    hyperv,
    slack,
    ...(inTeams && { teams: inTeams.teams }),
    folder,
    env: {
      FAILBACK_CONFIG: join(folder, 'failback.yaml'),
      FAILBACK_AZURE_CLIENT_SECRET: azure.clientSecret,
      FAILBACK_SLACK_BOT_TOKEN: slack.botToken,
      FAILBACK_SLACK_APP_TOKEN: slack.appToken,
      ...inTeams?.env,
    },
    program,
    passes(ms) {
      aheadMs += ms;
    },
    async close() {
      await slack.stop();
      await inTeams?.teams.stop();
      await hyperv.close();
      await azure.close();
    },
  };
}

/** One entry of `channels`, and the same people, in both chats. */
function settingsForTeams({ teams, section }: TeamsScene) {
  return {
    teams: section,
    channels: [{ name: 'incident', slack: CHANNEL, teams: TEAMS_CHANNEL }],
    people: Object.values(CAST).map(({ id, name, roles, user }) => ({
      id,
      name,
      roles: [...roles],
      slack: user,
      teams: teams.person(id).aadObjectId,
    })),
  };
}

const toUser = ({ user, name }: { user: string; name: string }): SimulatedUser => ({
  id: user,
  name,
  kind: 'member',
});

/** Nothing but settings tells the bot that this Azure and this Slack are simulated. */
function settingsFor(
  azure: AzureSimulator,
  slack: SlackSimulator,
  hyperv: HypervSimulator,
  patienceMinutes: number,
) {
  return {
    storage: { path: 'failback.db' },
    azure: {
      credential: { kind: 'clientSecret', tenantId: azure.tenantId, clientId: azure.clientId },
      endpoint: azure.url,
      authorityHost: azure.authorityHost,
      privateAuthority: true,
      certificateAuthorityFile: 'azure-ca.pem',
      vaults: [
        {
          name: azure.vault,
          subscriptionId: azure.subscriptionId,
          resourceGroup: azure.resourceGroup,
        },
      ],
    },
    hyperv: {
      executable: hyperv.executable,
      hosts: hyperv.hosts().map(({ name, computer, kind }) => ({ name, computer, kind })),
      verification: { patienceMinutes, ports: [{ vm: 'web-01', ports: [443] }] },
    },
    slack: { mode: 'socket', teams: [slack.teamId], apiUrl: slack.apiUrl },
    channels: [{ name: 'incident', slack: CHANNEL }],
    people: Object.values(CAST).map(({ id, name, roles, user }) => ({
      id,
      name,
      roles: [...roles],
      slack: user,
    })),
    polling: { fastSeconds: 0.25, slowSeconds: 0.5, settleSeconds: 3 },
  };
}
