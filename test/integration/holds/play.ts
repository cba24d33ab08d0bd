import { expect } from 'vitest';
import type { HoldReason } from '../../../bot/failback/state/holds.ts';
import { CAST, type SceneOptions } from '../../../simulators/rehearsal/scene.ts';
import type { BotRig } from '../../support/bot.ts';
import { eventually } from '../../support/fast-clock.ts';

const { mina, jun, ada, lea } = CAST;

/** A conversation in which the bot stops for a reason, and is answered with each of its ways out. */
export interface Play {
  readonly what: string;
  readonly scene?: Partial<SceneOptions>;
  /** Brings the bot to the hold. */
  readonly reach: (bot: BotRig) => Promise<unknown>;
  /** What the hold says besides its choices. */
  readonly says: readonly string[];
  /** By the label of its button: what comes of it. Letting go is everywhere, and played everywhere. */
  readonly ways: Readonly<Record<string, Way>>;
}

/** What is put right before the button is pressed, and what has to come of the press. */
interface Way {
  readonly first?: (bot: BotRig) => unknown;
  readonly leadsTo: (bot: BotRig) => Promise<unknown>;
}

export type Plays = Readonly<Partial<Record<HoldReason, readonly Play[]>>>;

/** What was called in the end. One of each, where nothing else is said. */
interface Calls {
  readonly plannedFailover?: number;
  readonly resume?: number;
  readonly cancel?: number;
  readonly failoverCommit?: number;
  readonly reProtect?: number;
  readonly restart?: number;
}

const ONCE: Required<Calls> = {
  plannedFailover: 1,
  resume: 1,
  cancel: 0,
  failoverCommit: 1,
  reProtect: 1,
  restart: 0,
};

/** What Azure was asked for and took. */
export const accepted = ({ scene: { azure } }: BotRig): Required<Calls> =>
  Object.fromEntries(
    Object.keys(ONCE).map((name) => [name, azure.calls.accepted(name)]),
  ) as unknown as Required<Calls>;

/** Everything that is asked is approved until the VM, or the plan, is home with every block, and each call was made so often. */
export const home =
  (calls: Calls = {}, name = 'web-01') =>
  async (bot: BotRig): Promise<void> => {
    await approveAll(bot, name);
    expect(accepted(bot)).toEqual({ ...ONCE, ...calls });
    for (const vm of vmsHome(bot, name))
      expect([vm.name, vm.blocksThatDiffer()]).toEqual([vm.name, 0]);
  };

const vmsHome = ({ scene: { azure } }: BotRig, name: string) =>
  azure.vms().filter((vm) => name !== 'web-01' || vm.name === name);

/** By somebody who has passed over nothing. */
async function approveAll(bot: BotRig, name: string): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const next = await bot.until(() => {
      const end = bot.messages().find((one) => bot.read(one).includes('is home and protected'));
      const isNew = ({ ts }: { readonly ts: string }) => !done.has(ts);
      return end ?? bot.messages().find((one) => isNew(one) && bot.read(one).includes('[Approve]'));
    });
    const words = bot.read(next);
    if (words.includes('is home and protected')) return;
    done.add(next.ts);
    if (words.includes('Direction:')) await bot.approves(lea, next, 'azure');
    else if (words.includes('Commit:')) await bot.approves(lea, next, name);
    else await bot.presses(lea, next, 'Approve');
  }
}

/** Asked for, and brought as far as that question. */
export async function upTo(
  bot: BotRig,
  question: 'direction' | 'synchronization' | 'complete' | 'commit' | 'committing',
  line = 'web-01',
): Promise<void> {
  await bot.types(mina, `/failback start ${line}`);
  const direction = await bot.question('Direction:');
  if (question === 'direction') return;
  await bot.approves(jun, direction, 'azure');
  if (question === 'synchronization') return untilSeen(bot);
  if (!line.includes('full-download')) {
    const complete = await bot.question('Complete failover:');
    if (question === 'complete') return;
    await bot.presses(jun, complete, 'Approve');
  }
  const commit = await bot.question('Commit:');
  if (question === 'commit') return;
  await bot.approves(ada, commit, line.split(' ').at(line.startsWith('plan') ? 1 : 0) ?? '');
  await eventually(() => expect(accepted(bot).failoverCommit).toBe(1));
}

/** The bot has seen the job. */
const untilSeen = (bot: BotRig): Promise<void> =>
  eventually(() => {
    expect(bot.events().some(({ type }) => type === 'jobObserved')).toBe(true);
  });

/** The newest job of a VM or a plan has come to this task. */
export const untilTask = (bot: BotRig, of: string, task: string): Promise<void> =>
  eventually(() => {
    const { jobs, now } = bot.scene.azure;
    const runs = jobs
      .latest(of)
      .times(now())
      .filter(({ startedAt, endedAt }) => startedAt !== undefined && endedAt === undefined);
    expect(runs.map(({ step }) => step.name)).toContain(task);
  });

/** The job was cancelled: the failback has ended, and the VM is marked. */
export const cancelled =
  (name = 'web-01') =>
  async (bot: BotRig): Promise<void> => {
    const end = bot.read(await bot.message('was cancelled in Azure'));
    expect(end).toContain('Do not start the on-premises VM');
    expect(accepted(bot)).toMatchObject({ cancel: 1, failoverCommit: 0 });
    const differing = vmsHome(bot, name).reduce((sum, vm) => sum + vm.blocksThatDiffer(), 0);
    expect(differing).toBeGreaterThan(0);
  };

/** What is looked at again stands in the way: nothing more was started. */
export const notReady =
  (calls: Calls = {}) =>
  async (bot: BotRig): Promise<void> => {
    await bot.message('Not ready to come home');
    const none = { resume: 0, failoverCommit: 0, reProtect: 0 };
    expect(accepted(bot)).toEqual({ ...ONCE, ...none, ...calls });
  };

/** The question is open again, and nothing was called for it. */
export const asked =
  (question: string, calls: Calls = {}) =>
  async (bot: BotRig): Promise<void> => {
    const before = accepted(bot);
    await bot.question(question);
    expect(accepted(bot)).toEqual({ ...before, ...calls });
  };
