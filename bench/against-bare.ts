import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Load, LoadReport } from './load.ts';
import { quantileOf } from './percentiles.ts';

const ROUNDS = 8;
const AT_ONCE = 50;
const RATIO_BAR = 0.8;
const P99_BAR_MS = 500;

/** Something that answers requests: the bot, or the bare SDK that it is measured against. */
export interface Side {
  readonly name: string;
  readonly url: string;
  /** How many requests have reached the code behind. */
  readonly handled: () => number;
}

interface Contest<L extends Load> {
  readonly failback: Side;
  readonly bare: Side;
  /** The program that puts the load on, in a process of its own. */
  readonly program: URL;
  /** What it has to know beside the address and the numbers. */
  readonly load: Omit<L, keyof Load>;
  readonly requests: number;
  /** What an answer is called here. */
  readonly answer: string;
}

/**
 * Requests per second of the bot against the bare SDK, in alternating rounds of one run after half a round to warm up;
 * and how long an answer of the bot takes with 50 at once. Prints both, and sets the exit code by their bars.
 */
export async function measureAgainstBare<L extends Load>(contest: Contest<L>): Promise<void> {
  const { failback, bare, requests, answer } = contest;
  const loader = fork(contest.program, { execArgv: ['--import', 'tsx'] });
  const perSecond = new Map<Side, number>();
  const ratios: number[] = [];
  const latencies: number[] = [];
  const measure = (side: Side, count: number) =>
    measureSide(loader, side, { ...contest.load, url: side.url, requests: count, atOnce: AT_ONCE });

  for (const side of [bare, failback]) await measure(side, requests / 2);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const side of round % 2 === 1 ? [bare, failback] : [failback, bare]) {
      const report = await measure(side, requests);
      perSecond.set(side, report.perSecond);
      if (side === failback) latencies.push(...report.latenciesMs);
    }
    const [ours = 0, theirs = 0] = [failback, bare].map((side) => perSecond.get(side));
    ratios.push(ours / theirs);
    console.log(
      `round ${round}: ${failback.name} ${ours.toFixed(0)}/s, ${bare.name} ${theirs.toFixed(0)}/s`,
    );
  }
  loader.kill();
  report(ratios, latencies, answer);
}

async function measureSide(
  loader: ChildProcess,
  side: Side,
  load: Load & object,
): Promise<LoadReport> {
  const before = side.handled();
  loader.send(load);
  const [report] = (await once(loader, 'message')) as [LoadReport];
  if (report.failed > 0) throw new Error(`${report.failed} requests were not answered`);
  const missing = load.requests - (side.handled() - before);
  if (missing !== 0) throw new Error(`${missing} requests were answered but not handled`);
  return report;
}

function report(ratios: readonly number[], latencies: readonly number[], answer: string): void {
  const ratio = quantileOf(ratios, 0.5);
  const p99 = quantileOf(latencies, 0.99);
  console.log(
    `ratio: median ${ratio.toFixed(2)} of ${ROUNDS} rounds, ${quantileOf(ratios, 0).toFixed(2)} to ${quantileOf(ratios, 1).toFixed(2)}; bar ${RATIO_BAR}`,
  );
  console.log(
    `${answer} with ${AT_ONCE} at once: p50 ${quantileOf(latencies, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, bar ${P99_BAR_MS} ms`,
  );
  process.exitCode = ratio >= RATIO_BAR && p99 < P99_BAR_MS ? 0 : 1;
}
