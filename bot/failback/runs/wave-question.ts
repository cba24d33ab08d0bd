import { isToBeAskedWithOthers } from '../next/asked-together.ts';
import type { Decision, Failback, Release } from '../state/failback.ts';
import { GATES, type GateKind } from '../state/gates.ts';
import type { HoldReason } from '../state/holds.ts';
import { isGoingOn, type Run } from '../state/run.ts';

/** One question to a wave: each of its VMs is asked it, and answered, in its own record. */
export interface WaveQuestion<About, Over> {
  readonly run: string;
  /** 1 for the first wave. */
  readonly wave: number;
  readonly about: About;
  /** How often the wave was asked this before. */
  readonly round: number;
  /** Those who are asked: their question is open. */
  readonly open: readonly Failback[];
  /** Those whose question is over. */
  readonly over: readonly { readonly failback: Failback; readonly how: Over }[];
  /**
   * Made of the open questions of which it consists: an answer to it as it stood before somebody joined or left it is
   * recognised as outdated.
   */
  readonly number: number;
}

export type WaveGate = WaveQuestion<GateKind, Decision>;
export type WaveHold = WaveQuestion<HoldReason, Release>;

/** The gates that VMs of a wave are asked about together, those that are over too. */
export function waveGates(run: Run): readonly WaveGate[] {
  return questionsOf(run, ({ decisions, gate }: Failback): readonly Turn<GateKind, Decision>[] => [
    ...decisions
      .filter(({ together }) => together)
      .map((decision) => ({ about: decision.kind, over: decision })),
    ...(gate?.together ? [{ about: gate.kind, id: `${gate.number} ${gate.digest}` }] : []),
  ]);
}

/** The holds of VMs of a wave that ask the same, those that are over too. */
export function waveHolds(run: Run): readonly WaveHold[] {
  return questionsOf(run, ({ releases, hold }: Failback): readonly Turn<HoldReason, Release>[] => [
    ...releases
      .filter(({ together }) => together)
      .map((release) => ({ about: release.reason, over: release })),
    ...(hold?.together ? [{ about: hold.reason, id: String(hold.number) }] : []),
  ]);
}

/** How long the others are waited for before those are asked who can be asked. */
const PATIENCE_MS = 60_000;

/** Whether everybody who is about to be asked is asked by now, or has kept the others waiting too long. */
export function isWhole({ about, wave, open }: WaveGate, { waves }: Run, now: number): boolean {
  const isStillToCome = (waves[wave - 1] ?? []).some(
    (one) =>
      isGoingOn(one) &&
      one.stage === GATES[about].awaits &&
      one.gate === undefined &&
      isToBeAskedWithOthers(one, now),
  );
  const since = Math.min(...open.map(({ gate }) => gate?.openedAt ?? now));
  return !isStillToCome || now - since >= PATIENCE_MS;
}

/** What one failback was asked: `over` how it ended, or `id` of the one that is open. */
interface Turn<About, Over> {
  readonly about: About;
  readonly over?: Over;
  readonly id?: string;
}

/** Questions of the same kind that were asked for the same time, in one wave, are one. */
function questionsOf<About extends string, Over>(
  run: Run,
  turnsOf: (failback: Failback) => readonly Turn<About, Over>[],
): readonly WaveQuestion<About, Over>[] {
  return run.waves.flatMap((wave, index) => {
    const groups = new Map<string, Asked<About, Over>[]>();
    for (const failback of wave) {
      for (const asked of numbered(failback, turnsOf(failback))) {
        const key = `${asked.about} ${asked.round}`;
        groups.set(key, [...(groups.get(key) ?? []), asked]);
      }
    }
    return [...groups.values()].map((group) => questionOf(run.id, index + 1, group));
  });
}

interface Asked<About, Over> extends Turn<About, Over> {
  readonly failback: Failback;
  readonly round: number;
}

const numbered = <About, Over>(
  failback: Failback,
  turns: readonly Turn<About, Over>[],
): readonly Asked<About, Over>[] =>
  turns.map((turn, index) => ({
    ...turn,
    failback,
    round: turns.slice(0, index).filter(({ about }) => about === turn.about).length,
  }));

function questionOf<About, Over>(
  run: string,
  wave: number,
  group: readonly Asked<About, Over>[],
): WaveQuestion<About, Over> {
  const [first] = group;
  if (first === undefined) throw new Error(`${run} has a question to nobody`);
  const { about, round } = first;
  const open = group.filter(({ over }) => over === undefined);
  const words = open.map(({ failback, id }) => `${failback.id} ${id}`);
  return {
    run,
    wave,
    about,
    round,
    open: open.map(({ failback }) => failback),
    over: group.flatMap(({ failback, over }) =>
      over === undefined ? [] : [{ failback, how: over }],
    ),
    number: shortHash(`${about} ${words.join(', ')}`),
  };
}
/** 32 bit FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv. Enough to tell two states of one question apart. */
export function shortHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
