import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { BotProcess } from './bot-process.ts';
import { CAST, type Scene, setScene } from './scene.ts';
import { TEAMS_CHANNEL } from './teams-scene.ts';

const BOT_PORT = 3978;
const PLAYGROUND_PORT = 56_150;
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

/** Starts the bot in developer mode, and keeps it and the simulated Azure until somebody ends the process. */
export async function openForPlayground(out: NodeJS.WritableStream): Promise<void> {
  const scene = await setScene({ timeScale: TIME_SCALE, settings: settings() });
  try {
    writeFileSync(join(scene.folder, '.m365agentsplayground.yml'), stringify(playgroundFile()));
    const bot = await BotProcess.start(scene.folder, withoutSlack(scene));
    out.write(hint(scene));
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await bot.stop();
  } finally {
    await scene.close();
  }
}

function settings() {
  return {
    slack: undefined,
    teams: {
      credential: { kind: 'developer' },
      tenants: [TENANT],
      serviceUrls: [`http://localhost:${PLAYGROUND_PORT}/_connector`],
      http: { port: BOT_PORT },
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

const hint = ({ folder }: Scene) => `
The bot runs in developer mode; Azure and the Hyper-V host are simulated. It logs to ${join(folder, 'bot.log')}

In another terminal, start the playground in the folder that has its settings:

  cd ${folder}
  npx --yes -p @microsoft/m365agentsplayground@0.2.28 agentsplayground start \\
    -e http://127.0.0.1:${BOT_PORT}/api/messages -c msteams -p ${PLAYGROUND_PORT} --dt

and open http://localhost:${PLAYGROUND_PORT}. You are ${CAST.mina.name}. Ctrl+C ends the bot; docs/install-teams.md says more.
`;
