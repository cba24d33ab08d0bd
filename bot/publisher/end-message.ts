import { minutes } from '../chat/duration.ts';
import type { Message } from '../chat/message.ts';
import { compose, note, paragraph, title } from '../chat/say.ts';
import { shownName } from '../chat/shorten.ts';
import type { Failback } from '../failback/failback.ts';
import { DO_NOT_START } from '../failback/readiness.ts';
import { type End, isEnd, STAGES } from '../failback/stages.ts';

interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** The last word on a failback, as a message of its own. `head` is the end of the audit trail at that moment. */
export function renderEnd(failback: Failback, head: Head | undefined): Message {
  const { id, target, stage, summary, doNotStart } = failback;
  const vm = shownName(target.name);
  const ending = isEnd(stage) ? ENDINGS[stage] : 'has ended';
  const advice = adviceOf(failback);
  return compose(
    title(`${id}: ${vm} ${ending}`),
    paragraph(summary ?? STAGES[stage].meaning),
    advice === undefined ? undefined : paragraph(advice),
    { kind: 'facts', facts: totals(failback) },
    doNotStart && stage !== 'protected' ? paragraph({ bold: DO_NOT_START }) : undefined,
    head && note('Audit trail up to here: ', { code: `${head.sequence}:${head.hash}` }),
  );
}

const ENDINGS: Readonly<Record<End, string>> = {
  protected: 'is home and protected',
  declined: 'was declined',
  expired: 'expired',
  cancelled: 'was cancelled',
  abandoned: 'was let go of',
  notReady: 'was not ready',
};

const PROTECTED_NEXT =
  'Planned, unplanned and test failovers are possible again. A test failover proves it.';

/** What is left to do for a person; undefined when all is done. */
function adviceOf(failback: Failback): string | undefined {
  const { stage, target } = failback;
  if (stage === 'protected')
    return (failback.couldNotRestore && hostDanger(failback)) ?? PROTECTED_NEXT;
  if (stage !== 'abandoned')
    return [
      `To try again: /failback start ${shownName(target.name)}`,
      ...cancelDangers(failback),
    ].join('. ');
  return [
    'Whatever runs in Azure goes on without the bot. Finish it in the Azure portal.',
    ...dangersOf(failback),
  ].join(' ');
}

/** Whoever cancels in the middle of the downtime has a VM that runs nowhere. */
const cancelDangers = ({ stage, cancelling }: Failback): readonly string[] =>
  stage === 'cancelled' && cancelling?.wasDown
    ? ['The Azure VM may be stopped: look at it in the Azure portal, and start it there.']
    : [];

/** The state in which the VM was left. */
function dangersOf(failback: Failback): readonly string[] {
  return [...azureDangers(failback), ...hostDangers(failback)];
}

/** What the bot has changed on-premises and not put back. */
const hostDangers = (failback: Failback): readonly string[] => {
  const danger = hostDanger(failback);
  const isChanged = failback.couldNotRestore || !failback.isRestored;
  return danger === undefined || !isChanged ? [] : [danger];
};

const hostDanger = ({ startAction, doNotStart }: Failback): string | undefined =>
  startAction === undefined || doNotStart
    ? undefined
    : `The on-premises VM no longer starts by itself when its server starts: set its automatic start action back to ${startAction.before}.`;

function azureDangers({ downFrom, downUntil, unprotectedFrom }: Failback): readonly string[] {
  if (unprotectedFrom !== undefined) return ['The VM is not protected: reverse replicate it.'];
  return downFrom !== undefined && downUntil === undefined
    ? ['The VM may be down: its failover was under way.']
    : [];
}

function totals({ entered, endedAt, downFrom, downUntil, unprotectedFrom }: Failback) {
  const pairs: [name: string, value: string][] = [];
  if (endedAt !== undefined)
    pairs.push(['In all', minutes(endedAt - (entered.checking ?? endedAt))]);
  if (downFrom !== undefined && downUntil !== undefined)
    pairs.push(['Downtime', minutes(downUntil - downFrom)]);
  if (unprotectedFrom !== undefined && endedAt !== undefined)
    pairs.push(['Not protected for', minutes(endedAt - unprotectedFrom)]);
  return pairs.map(([name, value]) => ({ name, value: [value] }));
}
