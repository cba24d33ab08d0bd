/**
 * A thousand VMs on their way home in one vault, through the real process at its own pace: time to ready, reads of Azure per
 * minute, from the deciding click to the call, and resident memory. Three vaults: a small one to compare with, 10 recovery
 * plans of 100 VMs, and 1,000 open failbacks: the same plans and 990 single VMs. Those whose direction is not asked for have
 * no channel, so that the one channel has only the questions that are measured. People decide one after the other, then all at
 * once. Run: npm run build && npx tsx bench/thousand-failbacks.ts
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { systemClock } from '../bot/system-clock.ts';
import { ARM_READS } from '../simulators/azure/read-budget.ts';
import { BotProcess } from '../simulators/rehearsal/bot-process.ts';
import { compiled } from '../simulators/rehearsal/program.ts';
import { CHANNEL, type Scene, setScene } from '../simulators/rehearsal/scene.ts';
import { openLedgerFile } from '../storage/sqlite/ledger-file.ts';
import { SqliteLedger } from '../storage/sqlite/sqlite-ledger.ts';
import { FailbackRig } from '../test/support/failback-rig.ts';
import { DirectionInSlack } from './direction-in-slack.ts';
import { addPlans, leaveUnderWay, namesOf, requestPlan, requestVm } from './open-failbacks.ts';
import { quantileOf, residentMb } from './percentiles.ts';

const PLANS = 10;
const VMS_PER_PLAN = 100;
const SINGLES = 990;
const ASKED_SINGLES = 16;
const MINUTE_MS = 60_000;
const STEADY_MS = 30_000;
const REFILL_MS = (1_000 * ARM_READS.burst) / ARM_READS.perSecond;

/** Synchronization takes an hour: it does not end while it is measured. */
const TIME_SCALE = 6;

/** A busy machine is no reason to doubt what was sent while preparing. */
const TIMEOUTS = { mutationMs: 30_000, readMs: 30_000 };

const plans = namesOf('plan', PLANS);
const singles = namesOf('single', SINGLES);
const asked = singles.slice(0, ASKED_SINGLES);

const rows = {
  'a small vault': await measure({ synchronizing: [], plans: [], vms: asked }),
  'plans alone': await measure({ synchronizing: [], plans, vms: [] }),
  'a large vault': await measure({
    synchronizing: singles.slice(ASKED_SINGLES),
    plans,
    vms: asked,
  }),
};
print(rows);
process.exit(0);

interface Load {
  /** Single VMs whose data travels when the bot is started. */
  readonly synchronizing: readonly string[];
  /** Whose direction is decided in Slack. */
  readonly plans: readonly string[];
  readonly vms: readonly string[];
}

async function measure(load: Load) {
  const scene = await sceneFor(load);
  await prepare(scene, load);
  const { log } = scene.azure.calls;
  log.length = 0;
  const startedAt = Date.now();
  const bot = await BotProcess.start(scene.folder, scene.env, compiled());
  const readyMs = Date.now() - startedAt;
  const memoryAtStart = residentMb(bot.pid);
  const ofPlans = await decide(scene, load.plans);
  const ofVms = await decide(scene, load.vms);
  // What the last decision led to is over.
  await pause(REFILL_MS);
  const before = log.length;
  await pause(STEADY_MS);
  const steady = log.slice(before);
  const result = {
    'open failbacks': load.synchronizing.length + load.plans.length + load.vms.length,
    VMs: scene.azure.vms().length,
    'ready, ms': readyMs,
    'reads in the first minute': readsIn(log.filter(({ at }) => at < startedAt + MINUTE_MS)),
    'reads a minute, steady': (readsIn(steady) * MINUTE_MS) / STEADY_MS,
    ...times('plan', ofPlans),
    ...times('VM', ofVms),
    'memory when ready, MB': Math.round(memoryAtStart),
    'memory after all, MB': Math.round(residentMb(bot.pid)),
    '429s while everybody decides': throttledIn(log.slice(0, before)),
    '429s, steady': throttledIn(steady),
    'load of the machine': Number(loadavg()[0]?.toFixed(1)),
  };
  await bot.stop();
  await scene.close();
  return result;
}

/** A vault with the VMs of all plans and the single ones, and a bot with the settings that it has by itself. */
async function sceneFor({ synchronizing, plans: names, vms }: Load): Promise<Scene> {
  const inPlans = namesOf('vm', names.length * VMS_PER_PLAN);
  const scene = await setScene({
    timeScale: TIME_SCALE,
    vms: [...inPlans, ...synchronizing, ...vms].map((name) => ({ name, blocksPerDisk: 8 })),
    readLimit: ARM_READS,
    settings: { polling: undefined, hyperv: undefined },
  });
  addPlans(scene.azure, inPlans, VMS_PER_PLAN);
  return scene;
}

/** What had been asked for before the bot was started: in the ledger that it finds. */
async function prepare(scene: Scene, load: Load): Promise<void> {
  const silent = pino({ level: 'silent' });
  const ledger = new SqliteLedger(openLedgerFile(join(scene.folder, 'failback.db')), silent);
  const rig = new FailbackRig(scene.azure, ledger, undefined, TIMEOUTS, systemClock);
  await leaveUnderWay(rig, load.synchronizing);
  rig.channels = [{ platform: 'slack', channel: CHANNEL }];
  for (const plan of load.plans) await requestPlan(rig, plan);
  for (const vm of load.vms) await requestVm(rig, vm);
  await ledger.close();
  // The bot begins with a full budget of reads.
  if (load.synchronizing.length > 0) await pause(REFILL_MS);
}

interface Decided {
  readonly inTurn: readonly number[];
  readonly atOnce: readonly number[];
}

/** Half of them one after the other, the others all at once. From each click to its call. */
async function decide(scene: Scene, names: readonly string[]): Promise<Decided> {
  const directions = names.map((name) => new DirectionInSlack(scene, name));
  const half = Math.ceil(directions.length / 2);
  const inTurn: number[] = [];
  for (const direction of directions.slice(0, half)) {
    await direction.open();
    inTurn.push(await timeToCall(direction));
    await direction.locked();
  }
  const rest = directions.slice(half);
  for (const direction of rest) await direction.open();
  const atOnce = await Promise.all(rest.map(timeToCall));
  for (const direction of rest) await direction.locked();
  return { inTurn, atOnce };
}

async function timeToCall(direction: DirectionInSlack): Promise<number> {
  const clickedAt = await direction.send();
  return (await direction.arrived()) - clickedAt;
}

type Log = Scene['azure']['calls']['log'];

function times(what: string, { inTurn, atOnce }: Decided) {
  if (inTurn.length === 0) return {};
  const named = (how: string, values: readonly number[]) => ({
    [`click to call, ${what}, ${how}: p50, ms`]: quantileOf(values, 0.5),
    [`click to call, ${what}, ${how}: p95, ms`]: quantileOf(values, 0.95),
  });
  return { ...named('in turn', inTurn), ...named(`${atOnce.length} at once`, atOnce) };
}

function readsIn(log: Log): number {
  return log.filter(({ method }) => method === 'GET').length;
}

function throttledIn(log: Log): number {
  return log.filter(({ status }) => status === 429).length;
}

/** One line for each figure, one column for each vault. */
function print(columns: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
  const figures = new Set(Object.values(columns).flatMap((column) => Object.keys(column)));
  const lines = [...figures].map((figure) => [
    figure,
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[figure]])),
  ]);
  console.table(Object.fromEntries(lines));
}
