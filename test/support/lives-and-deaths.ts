import type { Failback } from '../../bot/failback/state/failback.ts';
import { isEnd } from '../../bot/failback/state/stages.ts';
import type { AzureSimulator } from '../../simulators/azure/azure-simulator.ts';
import { FailbackRig } from './failback-rig.ts';
import { type Death, DyingLedger, isDeath } from './fakes/dying-ledger.ts';
import { MemoryLedger } from './fakes/memory-ledger.ts';

/** One death at each of these events, before and after it is stored. */
export const deaths = (
  from: number,
  to: number,
  times: readonly Death['when'][] = ['before', 'after'],
): readonly Death[] =>
  times.flatMap((when) => numbers(from, to).map((at) => ({ when, of: 'any', at }) as const));

/**
 * One death before each of these events that tell of a call. Between an event and the next the world is changed by a
 * call alone: to die before any other event is the same as to die after the one before it.
 */
export const deathsAtCalls = (from: number, to: number): readonly Death[] =>
  numbers(from, to).map((at) => ({ when: 'before', of: 'call', at }));

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What people do until the failback has ended. Begun anew after a death, on what is stored. */
export interface Course {
  readonly id: string;
  readonly request: (rig: FailbackRig) => Promise<void>;
  readonly live: (rig: FailbackRig) => Promise<Failback>;
}

/** Two lives of the bot: the first one dies where it is told to, the second one goes on from what is stored. */
export async function diesOnce(
  azure: AzureSimulator,
  death: Death,
  { id, request, live }: Course,
): Promise<{ readonly ended: Failback; readonly rig: FailbackRig }> {
  const ledger = new MemoryLedger();
  const dying = new DyingLedger(ledger, death);
  const first = new FailbackRig(azure, dying);
  const life = liveUntilDeath(first, async () => {
    await request(first);
    await live(first);
  });
  await Promise.race([life, dying.death()]);
  const rig = new FailbackRig(azure, ledger);
  rig.aheadMs = first.aheadMs;
  await rig.runner.start();
  if ((await ledger.read(id)).length === 0) await request(rig);
  const ended = await live(rig);
  await rig.runner.stop();
  return { ended, rig };
}

async function liveUntilDeath(rig: FailbackRig, life: () => Promise<void>): Promise<void> {
  try {
    await rig.runner.start();
    await life();
  } catch (error) {
    if (!isDeath(error)) throw error;
  } finally {
    await rig.runner.stop();
  }
}

/** The failback whose process dies. */
export const ID = 'FB-KILL';

/** What somebody does about an open question, a hold, or a stage; false where there is nothing to be done. */
export type Deed = (failback: Failback, rig: FailbackRig) => Promise<boolean>;

/** Approves what is asked, and does what the deed says in its place, until the failback ends. */
export const lives =
  (deed: Deed, isDue: (failback: Failback) => boolean = () => false) =>
  async (rig: FailbackRig): Promise<Failback> => {
    for (;;) {
      const failback = await rig.until(
        ID,
        (state) => isEnd(state.stage) || !!state.gate || !!state.hold || isDue(state),
      );
      if (isEnd(failback.stage)) return failback;
      if (await deed(failback, rig)) continue;
      if (failback.gate === undefined) throw new Error(`held: ${failback.hold?.reason}`);
      await rig.approve(ID);
    }
  };

/** Answers a hold of this reason. */
export const answering =
  (reason: string, choice: string): Deed =>
  async ({ hold }, rig) => {
    if (hold?.reason !== reason) return false;
    await rig.choose(ID, choice);
    return true;
  };

/** A name of its own for each death. */
export const nameOf = (what: string, { at, when, of }: Death) => `${what}-${when}-${of}-${at}`;
