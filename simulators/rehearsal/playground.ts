import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { BotProcess } from './bot-process.ts';
import { CAST, type Scene, setScene } from './scene.ts';
import { TEAMS_CHANNEL } from './teams-scene.ts';

const GROUP_CHAT = '19:oncall@thread.v2';
const TENANT = '00000000-0000-4000-8000-000000000002';

/** Slow enough to read along. */
const TIME_SCALE = 1 / 30;

/** Who may do everything but decide on their own request; and those whom the settings do not name. */
const PEOPLE = Object.values(CAST).map(({ id, name }, index) => member(id, name, index));
const STRANGERS = ['Kim Newcomer', 'Sam Passerby', 'Bo Bystander'].map((name, index) =>
  member(name.split(' ')[0]?.toLowerCase() ?? '', name, PEOPLE.length + index),
);

function member(id: string, name: string, index: number) {
  return { id, name, objectId: `00000000-0000-4000-8000-00000000001${index}` };
}

/** Where both listen, on this machine. */
interface Ports {
  readonly bot: number;
  readonly playground: number;
}

/** The ports of docs/install-teams.md. */
export const PLAYGROUND_PORTS: Ports = { bot: 3978, playground: 56_150 };

/** Starts the bot in developer mode, and keeps it and the simulated Azure until this has come to its end. */
export async function openForPlayground(
  out: NodeJS.WritableStream,
  ports: Ports,
  end: Promise<unknown>,
): Promise<void> {
  const scene = await setScene({ timeScale: TIME_SCALE, settings: settings(ports) });
  try {
    writeFileSync(join(scene.folder, '.m365agentsplayground.yml'), stringify(playgroundFile()));
    const bot = await BotProcess.start(scene.folder, withoutSlack(scene));
    out.write(hint(scene, ports));
    await end;
    await bot.stop();
  } finally {
    await scene.close();
  }
}

function settings(ports: Ports) {
  return {
    slack: undefined,
    teams: {
      credential: { kind: 'developer' },
      tenants: [TENANT],
      serviceUrls: [`http://localhost:${ports.playground}/_connector`],
      http: { port: ports.bot },
    },
    channels: [
      { name: 'incident', teams: TEAMS_CHANNEL },
      { name: 'oncall', teams: GROUP_CHAT },
    ],
    people: PEOPLE.map(({ id, name, objectId }) => ({
      id,
      name,
      roles: ['operator', 'approver'],
      teams: objectId,
    })),
  };
}

/** Its own people have ids that Microsoft Entra ID would not give. It wants five besides the one who sits there. */
function playgroundFile() {
  const [currentUser, ...users] = [...PEOPLE, ...STRANGERS].map(({ id, name, objectId }) => {
    const [givenName = '', surname = ''] = name.split(' ');
    const email = `${id}@corp.example`;
    // The playground spells it so.
    const userPrincipleName = email;
    const mri = `29:${id}`;
    return { id: mri, name, userPrincipleName, aadObjectId: objectId, givenName, surname, email };
  });
  return {
    version: '0.1.1',
    tenantId: TENANT,
    bot: { id: '28:failback', name: 'Failback' },
    currentUser,
    users,
    personalChat: { id: 'a:personal' },
    groupChat: { id: GROUP_CHAT, name: 'On call' },
    team: {
      id: '19:general@thread.tacv2',
      name: 'Operations',
      aadGroupId: '00000000-0000-4000-8000-000000000003',
      channels: [{ id: TEAMS_CHANNEL, name: 'incident' }],
    },
  };
}

function withoutSlack({ env }: Scene): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.includes('SLACK')));
}

const hint = ({ folder }: Scene, ports: Ports) => `
The bot runs in developer mode; Azure and the Hyper-V host are simulated. It logs to ${join(folder, 'bot.log')}

In another terminal, start the playground in the folder that has its settings:

  cd ${folder}
  npx --yes -p @microsoft/m365agentsplayground@0.2.28 agentsplayground start \\
    -e http://127.0.0.1:${ports.bot}/api/messages -c msteams -p ${ports.playground} --dt

and open http://localhost:${ports.playground}. You are ${CAST.mina.name}. Ctrl+C ends the bot; docs/install-teams.md says more.
`;
