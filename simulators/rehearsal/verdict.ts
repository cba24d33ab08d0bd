import type { AzureSimulator } from '../azure/azure-simulator.ts';
import { readStories, type Story, verifyAudit } from './audit.ts';
import type { Finding } from './finding.ts';
import { Reader } from './reader.ts';
import type { CallCounts, Outcome, Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';

/** What the rehearsal has shown; `isGood` only when all of it is as it should be. */
export interface Verdict {
  readonly isGood: boolean;
  readonly findings: readonly Finding[];
  readonly summary: string;
}

const CALLS = ['plannedFailover', 'resume', 'cancel', 'failoverCommit', 'reProtect'] as const;

/** Looks at the simulated data centre and at the ledger's file, from outside of the bot. */
export async function judge(
  { name, outcome }: Scenario,
  scene: Scene,
  noted: readonly Finding[],
): Promise<Verdict> {
  const stories = await readStories(scene);
  const audit = await verifyAudit(scene, lastHead(scene));
  const findings = [
    ...noted,
    ...judgeStories(outcome, stories),
    ...judgeHome(outcome, scene),
    ...judgeCalls(outcome, scene),
    { isGood: audit.isIntact, text: `failback audit verify: ${audit.text.replaceAll('\n', ' ')}` },
  ];
  const isGood = findings.every((finding) => finding.isGood);
  const figures = [
    ...stories.map(describeStory),
    `${differing(outcome, scene)} blocks differ`,
    `audit of ${audit.events} events ${audit.isIntact ? 'verified' : 'NOT VERIFIED'}`,
  ];
  return {
    isGood,
    findings,
    summary: `${name}: ${isGood ? 'all is as it should be' : 'NOT as it should be'}. ${figures.join('; ')}`,
  };
}

/** Whether the VMs are at home with every block, whoever brought them there. */
export const judgeHome = ({ home }: Outcome, scene: Scene): readonly Finding[] =>
  home.map((vm) => judgeVm(scene, vm));

/** The last head of the audit trail that the channel was shown. */
function lastHead(scene: Scene): string | undefined {
  const reader = new Reader(scene);
  const heads = reader
    .messages()
    .flatMap((message) => /(\d+:[0-9a-f]{64})/.exec(reader.read(message))?.[1] ?? []);
  return heads.at(-1);
}

/** Each failback's stages beside those of the script. */
function judgeStories({ failbacks }: Outcome, stories: readonly Story[]): readonly Finding[] {
  const counted = {
    isGood: stories.length === failbacks.length,
    text: `Failbacks: ${stories.length}`,
  };
  const each = stories.map(({ failback, stages }, at): Finding => {
    const wanted = failbacks[at];
    const isGood = wanted?.of === failback.target.name && wanted.stages.join() === stages.join();
    const instead = isGood ? '' : `; wanted ${wanted?.of}: ${wanted?.stages.join(', ')}`;
    return {
      isGood,
      text: `${failback.id} ${failback.target.name}: ${stages.join(', ')}${instead}`,
    };
  });
  return [counted, ...each];
}

function judgeVm({ azure }: Scene, { vm: name, on }: Outcome['home'][number]): Finding {
  const vm = azure.vm(name);
  const differing = vm.blocksThatDiffer();
  const blocks = vm.disks.reduce((sum, disk) => sum + disk.azure.length, 0);
  const server = azure.hosts.find(({ id }) => id === vm.hostId)?.name;
  const isHome =
    vm.onPremisesVm === 'running' && vm.azureVm === 'deleted' && vm.state === 'protected';
  return {
    isGood:
      isHome &&
      differing === 0 &&
      server === (on ?? azure.host.name) &&
      vm.startAction !== 'Nothing',
    text: `VM ${name}: on ${server} ${vm.onPremisesVm}, in Azure ${vm.azureVm}, replication ${vm.state}, automatic start ${vm.startAction}, ${differing} of ${blocks} blocks differ`,
  };
}

/** Counted where they arrive, for whatever there is a call. */
function judgeCalls({ calls }: Outcome, { azure }: Scene): readonly Finding[] {
  const names = new Set([...azure.vms().map(({ name }) => name), ...Object.keys(calls)]);
  return [...names].flatMap((name) => {
    const counts = CALLS.map((call) => ({ call, count: accepted(azure, call, name) }));
    const wanted: CallCounts = calls[name] ?? {};
    const isGood = counts.every(({ call, count }) => count === (wanted[call] ?? 0));
    const made = counts.filter(({ count }) => count > 0);
    if (isGood && made.length === 0) return [];
    const text = made.map(({ call, count }) => `${call} ${count}`).join(', ');
    return [{ isGood, text: `Calls that Azure carried out for ${name}: ${text || 'none'}` }];
  });
}

/** Resuming and cancelling name a job, the others name the VM or the recovery plan. */
function accepted(azure: AzureSimulator, call: (typeof CALLS)[number], name: string): number {
  if (call !== 'resume' && call !== 'cancel') return azure.calls.accepted(call, name);
  const jobs = azure.jobs.all().filter(({ plan }) => (plan.vm ?? plan.recoveryPlan)?.name === name);
  return jobs.reduce((sum, { id }) => sum + azure.calls.accepted(call, id), 0);
}

const differing = ({ home }: Outcome, { azure }: Scene) =>
  home.reduce((sum, { vm }) => sum + azure.vm(vm).blocksThatDiffer(), 0);

function describeStory({ failback, lastedMs }: Story): string {
  const { id, target, stage, downFrom, downUntil } = failback;
  const down =
    downFrom === undefined || downUntil === undefined
      ? ''
      : `, downtime ${seconds(downUntil - downFrom)}`;
  return `${id} ${target.name} ${stage}${down}, total ${seconds(lastedMs)}`;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
