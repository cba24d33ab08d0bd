import type { AzureSnapshot } from '../../failback/calls/azure-snapshot.ts';
import { judgeCall, showsInJobs } from '../../failback/calls/calls.ts';
import { stageAfterCommit } from '../../failback/evolve/jobs.ts';
import { wayBack } from '../../failback/holds/way-back.ts';
import type { Call, Failback } from '../../failback/state/failback.ts';
import { isChosen } from '../../failback/state/gates.ts';
import { adoptJob, evidenceOf, follow, type HoldChoice, held } from '../../failback/state/holds.ts';
import { stageAfterStart } from '../../failback/state/stages.ts';
import { coded } from '../../failback/words/coded.ts';
import { LOOK_BACK_MS, lookFresh } from '../../looks/look-fresh.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import type { Tools } from './tools.ts';

/** Finds out what became of a call whose answer is not known, and takes it up, or asks. */
export async function reconcile(
  call: Call,
  failback: Failback,
  tools: Tools,
): Promise<StepOutcome> {
  // Taken before the look: what happened while reading may not be in it.
  const now = tools.clock.now();
  const [fresh, jobs] = await Promise.all([
    lookFresh({ vault: tools.vault, hosts: [] }, failback, call.operation, now),
    showsInJobs(call.operation) ? tools.vault.listJobs(call.at - LOOK_BACK_MS) : undefined,
  ]);
  const look: AzureSnapshot = { ...fresh.look, ...(jobs && { jobs }) };
  const judgement = judgeCall(failback, call, look, now);
  const { requestId } = call;
  switch (judgement.verdict) {
    case 'taken': {
      const { jobId, evidence } = judgement;
      return {
        events: [
          { type: 'callAdopted', requestId, evidence, ...(jobId !== undefined && { jobId }) },
        ],
      };
    }
    case 'notTaken':
      return { events: [{ type: 'callNotTaken', requestId, evidence: judgement.evidence }] };
    case 'lookAgain':
      return { events: [], wakeAt: tools.clock.now() + tools.fastMs };
    case 'unclear': {
      const choices = waysOut(call, failback, judgement.jobId, look.item?.allowedOperations ?? []);
      return {
        events: [
          held(
            'callUnclear',
            evidenceOf({ call: call.operation, evidence: judgement.evidence }),
            choices,
          ),
        ],
      };
    }
  }
}

function waysOut(
  { operation }: Call,
  failback: Failback,
  jobId: string | undefined,
  offered: readonly string[],
): readonly HoldChoice[] {
  const choices = [wayBack(failback)];
  if (jobId !== undefined && operation !== 'completeFailover' && !isChosen(operation)) {
    choices.unshift(
      adoptJob(
        operation === 'plannedFailover'
          ? stageAfterStart(failback.synchronization)
          : failback.stage,
        jobId,
      ),
    );
  }
  if (operation === 'commit' && offered.includes('ReverseReplicate')) {
    choices.unshift(follow(stageAfterCommit(failback), coded('followCommit')));
  }
  return choices;
}
