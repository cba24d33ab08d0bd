import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Scene } from './scene.ts';

const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../../bot/cli.ts', import.meta.url));

/** What the rehearsal has shown; `isGood` only when all of it is as it should be. */
export interface Verdict {
  readonly isGood: boolean;
  /** One line each: what was looked at and what was seen. */
  readonly findings: readonly string[];
  readonly summary: string;
}

/** The mutations of one failback: each exactly once. */
const MUTATIONS = ['plannedFailover', 'resume', 'failoverCommit', 'reProtect'] as const;

/** Looks at the simulated data centre and at the ledger's file, from outside of the bot. */
export async function judge(scene: Scene, played: { id: string; head: string }): Promise<Verdict> {
  const vm = scene.azure.vm('web-01');
  const differing = vm.blocksThatDiffer();
  const blocks = vm.disks.reduce((sum, disk) => sum + disk.azure.length, 0);
  const counts = MUTATIONS.map((name) => ({ name, count: acceptedFor(scene, name) }));
  const audit = await verifyAudit(scene, played.head);
  const events = await exportEvents(scene, played.id);
  const host = scene.hyperv.host(scene.azure.host.name);
  const isRestored = vm.startAction !== 'Nothing';
  const isHome =
    vm.onPremisesVm === 'running' && vm.azureVm === 'deleted' && vm.state === 'protected';
  const isGood =
    differing === 0 &&
    counts.every(({ count }) => count === 1) &&
    audit.intact &&
    isHome &&
    isRestored;
  return {
    isGood,
    findings: [
      `VM web-01: on-premises ${vm.onPremisesVm}, in Azure ${vm.azureVm}, replication ${vm.state}`,
      `Its host: automatic start is ${vm.startAction} again, ${host.downloadThreads ?? 'the default'} download threads`,
      `Disks, block by block: ${differing} of ${blocks} blocks differ`,
      `Calls that Azure carried out: ${counts.map(({ name, count }) => `${name} ${count}`).join(', ')}`,
      `failback audit verify --head ${played.head.slice(0, 20)}…: ${audit.text}`,
    ],
    summary: `${played.id} ${isHome ? 'protected' : 'NOT protected'}: ${durations(events)}, ${differing} blocks differ, audit of ${audit.entries} events ${audit.intact ? 'verified' : 'NOT VERIFIED'}`,
  };
}

/** Resuming names a job, the others name the VM. */
function acceptedFor({ azure }: Scene, call: (typeof MUTATIONS)[number]): number {
  return azure.calls.accepted(call, call === 'resume' ? undefined : 'web-01');
}

async function verifyAudit(scene: Scene, head: string) {
  const args = ['--import', 'tsx', CLI, 'audit', 'verify', '--head', head];
  const options = { env: { PATH: process.env['PATH'] ?? '', ...scene.env } };
  try {
    const { stdout } = await run(process.execPath, args, options);
    return { intact: true, text: stdout.trim(), entries: Number(/\d+/.exec(stdout)?.[0] ?? 0) };
  } catch (error) {
    return {
      intact: false,
      text: String((error as { stderr?: string }).stderr ?? error).trim(),
      entries: 0,
    };
  }
}

interface ExportedEvent {
  readonly at: number;
  readonly type: string;
}

async function exportEvents(scene: Scene, id: string): Promise<readonly ExportedEvent[]> {
  const args = ['--import', 'tsx', CLI, 'audit', 'export', '--format', 'jsonl', '--stream', id];
  const { stdout } = await run(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...scene.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { at: string | number; event: { type: string } })
    .map(({ at, event }) => ({ at: new Date(at).getTime(), type: event.type }));
}

/** From complete failover to the running VM, and from the first event to the last. */
function durations(events: readonly ExportedEvent[]): string {
  const accepted = events
    .filter(({ type }) => type === 'callAccepted' || type === 'callAdopted')
    .map(({ at }) => at);
  const verified = events.find(({ type }) => type === 'verified')?.at ?? 0;
  const [first, last] = [events[0]?.at ?? 0, events.at(-1)?.at ?? 0];
  return `downtime ${seconds(verified - (accepted[1] ?? 0))}, total ${seconds(last - first)}`;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
