/**
 * A thousand VMs on their way home in one vault, through the real process at its own pace: reads of Azure per minute, from
 * the deciding click to the call, and resident memory. First as 10 recovery plans of 100 VMs, then as 1,000 open failbacks:
 * the same plans and 990 single VMs, which have no channel, so that the one channel has only the questions that are
 * measured. Run: npm run build && npx tsx bench/thousand-failbacks.ts
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { ARM_READS } from '../simulators/azure/read-budget.ts';
import { BotProcess } from '../simulators/rehearsal/bot-process.ts';
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
const ASKED_SINGLES = 30;
const MINUTE_MS = 60_000;
const REFILL_MS = (1_000 * ARM_READS.burst) / ARM_READS.perSecond;

/** Synchronization takes an hour: it does not end while it is measured. */
const TIME_SCALE = 6;

/** A busy machine is no reason to doubt what was sent while preparing. */
const TIMEOUTS = { mutationMs: 30_000, readMs: 30_000 };

const plans = namesOf('plan', PLANS);
const singles = namesOf('single', SINGLES);

console.table(await measure({ synchronizing: [], plans, vms: [] }));
console.table(
  await measure({
    synchronizing: singles.slice(ASKED_SINGLES),
    plans,
    vms: singles.slice(0, ASKED_SINGLES),
  }),
);
process.exit(0);

interface Load {
  /** Single VMs whose data travels when the bot is started. */
  readonly synchronizing: readonly string[];
  /** Whose direction is decided in Slack. */
  readonly plans: readonly string[];
  readonly vms: readonly string[];
}

async function measure(load: Load) {
  const open = load.synchronizing.length + load.plans.length + load.vms.length;
  const scene = await sceneFor(load);
  await prepare(scene, load);
  const { log } = scene.azure.calls;
  log.length = 0;
  const startedAt = Date.now();
  const bot = await BotProcess.start(scene.folder, scene.env, 'compiled');
  const readyMs = Date.now() - startedAt;
  const memoryAtStart = residentMb(bot.pid);
  const ofPlans = await decideAll(scene, load.plans);
  const ofVms = await decideAll(scene, load.vms);
  // What the last decision led to is over.
  await pause(REFILL_MS);
  const before = log.length;
  await pause(MINUTE_MS);
  const steady = log.slice(before);
  const result = {
    'open failbacks': open,
    VMs: scene.azure.vms().length,
    'ready, ms': readyMs,
    'reads in the first minute': readsIn(log.filter(({ at }) => at < startedAt + MINUTE_MS)),
    'reads a minute, steady': readsIn(steady),
    ...times('of a plan', ofPlans),
    ...times('of a VM', ofVms),
    'memory when ready, MB': Math.round(memoryAtStart),
    'memory after all, MB': Math.round(residentMb(bot.pid)),
    'load of the machine': Number(loadavg()[0]?.toFixed(1)),
    '429s while everybody is asked': throttledIn(log.slice(0, before)),
    '429s, steady': throttledIn(steady),
  };
  await bot.stop();
  await scene.close();
  return result;
}

/** A vault with the VMs of all plans and the single ones, and a bot with the settings that it has by itself. */
async function sceneFor({ synchronizing, vms }: Load): Promise<Scene> {
  const inPlans = namesOf('vm', PLANS * VMS_PER_PLAN);
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
  const rig = new FailbackRig(scene.azure, ledger, undefined, TIMEOUTS);
  await leaveUnderWay(rig, load.synchronizing);
  rig.channels = [{ platform: 'slack', channel: CHANNEL }];
  for (const plan of load.plans) await requestPlan(rig, plan);
  for (const vm of load.vms) await requestVm(rig, vm);
  await ledger.close();
  // The bot begins with a full budget of reads.
  await pause(REFILL_MS);
}

/** One direction after the other. From each click to its call. */
async function decideAll(scene: Scene, names: readonly string[]): Promise<readonly number[]> {
  const toCall: number[] = [];
  for (const name of names) {
    const direction = new DirectionInSlack(scene, name);
    await direction.open();
    const clickedAt = await direction.send();
    toCall.push((await direction.arrived()) - clickedAt);
    await direction.locked();
  }
  return toCall;
}

type Log = Scene['azure']['calls']['log'];

function times(what: string, toCall: readonly number[]) {
  if (toCall.length === 0) return {};
  return {
    [`click to call ${what} p50, ms`]: quantileOf(toCall, 0.5),
    [`click to call ${what} p95, ms`]: quantileOf(toCall, 0.95),
    [`decisions ${what}`]: toCall.length,
  };
}

function readsIn(log: Log): number {
  return log.filter(({ method }) => method === 'GET').length;
}

function throttledIn(log: Log): number {
  return log.filter(({ status }) => status === 429).length;
}
