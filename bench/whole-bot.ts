/**
 * The bot as people feel it: the real process between a simulated Azure, Slack and Teams. Times from the click to
 * what it leads to, and what the process costs. Run: npm run build && npx tsx bench/whole-bot.ts
 */
import { BotProcess } from '../simulators/rehearsal/bot-process.ts';
import { compiled } from '../simulators/rehearsal/program.ts';
import { CAST, CHANNEL, type Scene, setScene } from '../simulators/rehearsal/scene.ts';
import { TEAMS_CHANNEL } from '../simulators/rehearsal/teams-scene.ts';
import { describeActivity } from '../simulators/teams/describe-activity.ts';
import { DirectionInSlack } from './direction-in-slack.ts';
import { residentMb, row } from './percentiles.ts';

const DECISIONS = 40;
const AT_ONCE = 50;
const STARTS = 7;
const CHECKS = 40;
const POLLING = { fastSeconds: 5, slowSeconds: 30, settleSeconds: 90 };

const vms = Array.from({ length: DECISIONS }, (_, index) => ({
  name: `web-${index}`,
  blocksPerDisk: 16,
}));
const scene = await setScene({ timeScale: 1, vms, hasTeams: true, settings: { polling: POLLING } });
const { slack, teams } = scene;
if (teams === undefined) throw new Error('the scene has no Teams');

const startTimes: number[] = [];
let memoryMb = 0;
const oneChat = await setScene({ timeScale: 1, vms, settings: { polling: POLLING } });
for (let round = 0; round < STARTS; round += 1) {
  const startedAt = performance.now();
  const started = await BotProcess.start(oneChat.folder, oneChat.env, compiled());
  startTimes.push(performance.now() - startedAt);
  memoryMb = residentMb(started.pid);
  await started.stop();
}
await oneChat.close();

const bot = await BotProcess.start(scene.folder, scene.env, compiled());
await teams.installs(CAST.mina.id, TEAMS_CHANNEL);
for (const { id } of Object.values(CAST)) await teams.installs(id, teams.person(id).personalChat);
const checks = await timesOfCheck(scene);
const acks = await acknowledgements();
const { toCall, toLock } = await decisions();
const after = residentMb(bot.pid);
await bot.stop();
await scene.close();
const checksWithout = await withoutConnector();

console.table([
  row('cold start to ready, one chat platform, ms', startTimes, 0.5, 1_000),
  row('resident memory when ready, one chat platform, MB', [memoryMb], 0.5, 150),
  row(
    `resident memory with ${DECISIONS} open failbacks, two chat platforms, MB`,
    [after],
    0.5,
    150,
  ),
  row(`acknowledgement of ${AT_ONCE} commands at once, ms`, acks, 0.99, 500),
  row('deciding click to call received by Azure, ms', toCall, 0.95, 250),
  row('deciding click to both messages locked, Slack and Teams, ms', toLock, 0.95, 1_000),
  row('answer to a check through the host connector, ms', checks, 0.5, 1_000),
  row('answer to a check without it, ms', checksWithout, 0.5, 1_000),
]);
process.exit(0);

/** From the typed command to the private answer; the first ones warm up. */
async function timesOfCheck({ slack: workspace }: Scene): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < CHECKS + 5; count += 1) {
    const answers = () => workspace.privateTo(CAST.ada.user).length;
    const before = answers();
    const startedAt = performance.now();
    await workspace.as(CAST.ada.user).types(CHANNEL, '/failback check web-0');
    await workspace.until(() => answers() > before, 30_000);
    times.push(performance.now() - startedAt);
  }
  return times.slice(5);
}

async function withoutConnector(): Promise<number[]> {
  const plain = await setScene({
    timeScale: 1,
    vms,
    settings: { polling: POLLING, hyperv: undefined },
  });
  const process = await BotProcess.start(plain.folder, plain.env, compiled());
  const times = await timesOfCheck(plain);
  await process.stop();
  await plain.close();
  return times;
}

async function acknowledgements(): Promise<number[]> {
  const rounds = Array.from({ length: 4 });
  const all: number[] = [];
  for (const _ of rounds) {
    const people = Array.from({ length: AT_ONCE }, () =>
      slack.as(CAST.mina.user).types(CHANNEL, '/failback status'),
    );
    all.push(...(await Promise.all(people)).map(({ latencyMs }) => latencyMs));
  }
  return all;
}

/** One direction after the other, each approved with its form. */
async function decisions() {
  const toCall: number[] = [];
  const toLock: number[] = [];
  for (const { name } of vms) {
    await slack.as(CAST.mina.user).types(CHANNEL, `/failback start ${name}`);
    const direction = new DirectionInSlack(scene, name);
    await direction.open();
    await teams?.until(() => isOpenInTeams(name), 30_000);
    const clickedAt = await direction.send();
    await direction.locked();
    await teams?.until(() => !isOpenInTeams(name), 30_000);
    toLock.push(Date.now() - clickedAt);
    toCall.push((await direction.arrived()) - clickedAt);
  }
  return { toCall, toLock };
}

function isOpenInTeams(name: string): boolean {
  const messages = teams?.conversation(TEAMS_CHANNEL).messages ?? [];
  return messages
    .map(({ content }) => describeActivity(content))
    .some((text) => text.includes(`bring ${name} home`) && text.includes('[Approve]'));
}
