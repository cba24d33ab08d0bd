import { jobsOf } from '../../failback/calls/calls.ts';
import { LOCATIONS } from '../../failback/decide/item-facts.ts';
import { jobEvidence } from '../../failback/holds/job-evidence.ts';
import { takeOverAtHome, takeOvers } from '../../failback/holds/take-over.ts';
import { hostOf } from '../../failback/on-premises/on-premises.ts';
import type { Job, ProtectedItem } from '../../failback/ports/site-recovery.ts';
import { judgeJob, SCENARIOS } from '../../failback/site-recovery/jobs.ts';
import { providerOf } from '../../failback/site-recovery/registered.ts';
import type { EventOf, FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { evidenceOf, held } from '../../failback/state/holds.ts';
import { coded, quoted } from '../../failback/words/coded.ts';
import type { HoldEvidence } from '../../failback/words/facts.ts';
import type { Statement } from '../../failback/words/statement.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import type { Tools } from './tools.ts';

/** A job that waits for a person may have been started long ago. */
const LOOK_BACK_MS = 30 * 24 * 3_600_000;

/** Looks for a planned failover that was begun outside of the bot, and asks whether it is the one to be taken over. */
export async function lookForFailover(failback: Failback, tools: Tools): Promise<StepOutcome> {
  const { vault } = tools;
  const { target } = failback;
  if (target.kind === 'recoveryPlan') return nothing(coded('planCannotBeTakenOver'));
  const [item, providers] = await Promise.all([
    vault.readProtectedItem(target.itemId),
    vault.listProviders(),
  ]);
  if (item === undefined) return nothing(coded('itemNotInAzure'));
  const host = hostOf(tools.hosts, providerOf(item, providers));
  const seen: EventOf<'adoptionSeen'> = {
    type: 'adoptionSeen',
    totalSizeMb: item.disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0),
    ...(host && {
      host: { name: host.name, ...(item.vmId !== undefined && { vmId: item.vmId }) },
    }),
  };
  const job = await findJob(failback, item, tools);
  if (job !== undefined) return { events: [seen, askAbout(job, item)] };
  return isCommitPending(item)
    ? { events: [seen, held('adoptAsked', sideOf(item), [takeOverAtHome])] }
    : nothing(coded('nothingRunsHome'));
}

const askAbout = (job: Job, item: ProtectedItem) =>
  held('adoptAsked', [...jobEvidence(job), ...taskOf(job), ...sideOf(item)], takeOvers(job));

/** Home, with the commit to come: a failover to Azure that is not committed is not home. */
const isCommitPending = ({ activeLocation, allowedOperations, runningScenario }: ProtectedItem) =>
  activeLocation === 'onPremises' &&
  runningScenario === undefined &&
  allowedOperations.includes('Commit');

const sideOf = ({ activeLocation, protectionStateDescription }: ProtectedItem) =>
  evidenceOf({
    activeLocation: LOCATIONS[activeLocation],
    azureSays: quoted('Azure', protectionStateDescription),
  });

function taskOf(job: Job): readonly HoldEvidence[] {
  const active = job.tasks.findLast(({ state }) =>
    ['inprogress', 'suspended'].includes(state.toLowerCase()),
  );
  return active ? evidenceOf({ task: quoted('Azure', active.friendlyName || active.name) }) : [];
}

/** The job that Azure names as running on the item, else one that still waits; never one that has ended. */
async function findJob(
  failback: Failback,
  item: ProtectedItem,
  { vault, clock }: Tools,
): Promise<Job | undefined> {
  const listed = await vault.listJobs(clock.now() - LOOK_BACK_MS);
  const ids = [
    item.runningScenario?.jobId,
    ...jobsOf(failback, { item, jobs: listed })
      .filter(isRunningFailback)
      .map(({ id }) => id),
  ].filter((id) => id !== undefined && id !== '');
  for (const id of ids) {
    const job = await vault.readJob(id ?? '');
    if (job !== undefined && isRunningFailback(job)) return job;
  }
  return undefined;
}

const isRunningFailback = (job: Job) =>
  SCENARIOS.plannedFailover.includes(job.scenario) &&
  !['succeeded', 'failed', 'cancelled', 'cancelling'].includes(judgeJob(job, []).phase);

function nothing(why: Statement): StepOutcome {
  const event: FailbackEvent = {
    type: 'ended',
    end: 'notReady',
    summary: coded('nothingToTakeOver', { why }),
  };
  return { events: [event] };
}
