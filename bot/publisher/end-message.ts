import { minutes } from '../chat/duration.ts';
import type { Message } from '../chat/message.ts';
import { compose, note, paragraph, title } from '../chat/say.ts';
import { shownName } from '../chat/shorten.ts';
import type { Failback } from '../failback/failback.ts';
import { DO_NOT_START } from '../failback/readiness.ts';
import { type End, isEnd, STAGES } from '../failback/stages.ts';
import { type PhraseValues, phrase, type Words } from '../failback/words.ts';

interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** The last word on a failback, as a message of its own. `head` is the end of the audit trail at that moment. */
export function renderEnd(failback: Failback, head: Head | undefined): Message {
  const { id, target, stage, summary, doNotStart } = failback;
  const name = { id, vm: shownName(target.name) };
  const ending = isEnd(stage) ? ENDINGS[stage](name) : phrase('{id}: {vm} has ended', name);
  const advice = adviceOf(failback);
  return compose(
    title(ending),
    paragraph(summary ?? STAGES[stage].meaning),
    advice === undefined ? undefined : paragraph(advice),
    { kind: 'facts', facts: totals(failback) },
    doNotStart && stage !== 'protected' ? paragraph({ bold: DO_NOT_START }) : undefined,
    leftElsewhere(failback),
    head &&
      note(
        phrase('Audit trail up to here: {head}', {
          head: { code: `${head.sequence}:${head.hash}` },
        }),
      ),
  );
}

/** The mark ends with this failback, and the other copy of the VM is as bad as before. */
const leftElsewhere = ({ isLeftElsewhere, leftOn = '' }: Failback) =>
  isLeftElsewhere
    ? paragraph({
        bold: phrase(
          'Do not start the VM on {server}: an earlier failback left its disks there half written, and this one has not changed that.',
          { server: leftOn },
        ),
      })
    : undefined;

const ENDINGS: Readonly<Record<End, (name: PhraseValues) => Words>> = {
  protected: (name) => phrase('{id}: {vm} is home and protected', name),
  declined: (name) => phrase('{id}: {vm} was declined', name),
  expired: (name) => phrase('{id}: {vm} expired', name),
  cancelled: (name) => phrase('{id}: {vm} was cancelled', name),
  abandoned: (name) => phrase('{id}: {vm} was let go of', name),
  notReady: (name) => phrase('{id}: {vm} was not ready', name),
};

const PROTECTED_NEXT = phrase(
  'Planned, unplanned and test failovers are possible again. A test failover proves it.',
);

/** What is left to do for a person; undefined when all is done. */
function adviceOf(failback: Failback): Words | undefined {
  const { stage, target } = failback;
  if (stage === 'protected')
    return (failback.couldNotRestore && hostDanger(failback)) ?? PROTECTED_NEXT;
  if (stage !== 'abandoned')
    return sentences(
      phrase('To try again: /failback start {vm}', { vm: shownName(target.name) }),
      ...cancelDangers(failback),
    );
  return sentences(
    phrase('Whatever runs in Azure goes on without the bot. Finish it in the Azure portal.'),
    ...dangersOf(failback),
  );
}

const sentences = (...list: readonly Words[]): Words =>
  phrase('{all}', { all: { list, between: '\n' } });

/** Whoever cancels in the middle of the downtime has a VM that runs nowhere. */
const cancelDangers = ({ stage, cancelling }: Failback): readonly Words[] =>
  stage === 'cancelled' && cancelling?.wasDown
    ? [phrase('The Azure VM may be stopped: look at it in the Azure portal, and start it there.')]
    : [];

/** The state in which the VM was left. */
function dangersOf(failback: Failback): readonly Words[] {
  return [...azureDangers(failback), ...hostDangers(failback)];
}

/** What the bot has changed on-premises and not put back. */
const hostDangers = (failback: Failback): readonly Words[] => {
  const danger = hostDanger(failback);
  const isChanged = failback.couldNotRestore || !failback.isRestored;
  return danger === undefined || !isChanged ? [] : [danger];
};

const hostDanger = ({ startAction, doNotStart, isLeftElsewhere }: Failback): Words | undefined =>
  startAction === undefined || doNotStart || isLeftElsewhere
    ? undefined
    : phrase(
        'The on-premises VM no longer starts by itself when its server starts: set its automatic start action back to {before}.',
        { before: startAction.before },
      );

function azureDangers({ downFrom, downUntil, unprotectedFrom }: Failback): readonly Words[] {
  if (unprotectedFrom !== undefined)
    return [phrase('The VM is not protected: reverse replicate it.')];
  return downFrom !== undefined && downUntil === undefined
    ? [phrase('The VM may be down: its failover was under way.')]
    : [];
}

function totals({ entered, endedAt, downFrom, downUntil, unprotectedFrom }: Failback) {
  const pairs: [name: Words, value: Words][] = [];
  if (endedAt !== undefined)
    pairs.push([phrase('In all'), minutes(endedAt - (entered.checking ?? endedAt))]);
  if (downFrom !== undefined && downUntil !== undefined)
    pairs.push([phrase('Downtime'), minutes(downUntil - downFrom)]);
  if (unprotectedFrom !== undefined && endedAt !== undefined)
    pairs.push([phrase('Not protected for'), minutes(endedAt - unprotectedFrom)]);
  return pairs.map(([name, value]) => ({ name, value: [value] }));
}
