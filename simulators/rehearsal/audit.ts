import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { evolve } from '../../bot/failback/evolve/evolve.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import type { LedgerEntry } from '../../bot/failback/state/ledger.ts';
import type { Stage } from '../../bot/failback/state/stages.ts';
import type { Scene } from './scene.ts';

const run = promisify(execFile);

/** What a failback went through, as the ledger has it. */
export interface Story {
  readonly failback: Failback;
  readonly stages: readonly Stage[];
  readonly lastedMs: number;
}

/** Runs `failback audit` on the ledger that the bot has left. Rejects when its exit code is not 0. */
async function audit({ program, env }: Scene, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program.node, [...program.commandLine, 'audit', ...args], {
    cwd: program.root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trim();
}

/** Whether the ledger is intact and has this head, which was kept outside of it. */
export async function verifyAudit(scene: Scene, head: string | undefined) {
  const kept = head === undefined ? [] : ['--head', head];
  try {
    const text = await audit(scene, 'verify', ...kept);
    return { isIntact: true, text, events: Number(/\d+/.exec(text)?.[0] ?? 0) };
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    return { isIntact: false, text: String(stderr ?? error).trim(), events: 0 };
  }
}

/** All failbacks, in the order in which they were asked for. */
export async function readStories(scene: Scene): Promise<readonly Story[]> {
  const exported = await audit(scene, 'export', '--format', 'jsonl');
  const entries = exported.split('\n').filter((line) => line.includes('"stream":"FB-'));
  const streams = new Map<string, LedgerEntry[]>();
  for (const entry of entries.map((line): LedgerEntry => JSON.parse(line)))
    streams.set(entry.stream, [...(streams.get(entry.stream) ?? []), entry]);
  return [...streams.values()].flatMap((entries) => storyOf(entries) ?? []);
}

function storyOf(entries: readonly LedgerEntry[]): Story | undefined {
  const stages: Stage[] = [];
  let failback: Failback | undefined;
  for (const entry of entries) {
    failback = evolve(failback, entry);
    if (failback.stage !== stages.at(-1)) stages.push(failback.stage);
  }
  const lastedMs = (entries.at(-1)?.at ?? 0) - (entries[0]?.at ?? 0);
  return failback && { failback, stages, lastedMs };
}
