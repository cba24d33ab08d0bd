import type { Message } from '../../chat/message/message.ts';
import { type PhraseValues, phrase, type Words } from '../../chat/message/phrase.ts';
import { compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shorten, shortWords, shownName } from '../../chat/message/shorten.ts';
import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import type { Target } from '../../failback/site-recovery/target.ts';
import { comingHome } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { type End, isEnd, stageMeaning } from '../../failback/state/stages.ts';
import { markPart } from '../words/do-not-start.ts';
import { minutes } from '../words/duration.ts';

/** It names VMs of a plan. */
const MAX_SUMMARY = 2_000;

interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** The last word on a failback, as a message of its own. `head` is the end of the audit trail at that moment. */
export function renderEnd(failback: Failback, head: Head | undefined): Message {
  const { id, target, stage, summary } = failback;
  const name = { id, vm: shownName(target.name) };
  const ending = isEnd(stage) ? ENDINGS[stage](name) : phrase('{id}: {vm} has ended', name);
  const advice = adviceOf(failback);
  return compose(
    title(ending),
    paragraph(shortWords(summary ?? stageMeaning(stage), MAX_SUMMARY)),
    advice === undefined ? undefined : paragraph(advice),
    { kind: 'facts', facts: totals(failback) },
    markPart(failback),
    head &&
      note(
        phrase('Audit trail up to here: {head}', {
          head: { verbatim: `${head.sequence}:${head.hash}` },
        }),
      ),
  );
}

const ENDINGS: Readonly<Record<End, (name: PhraseValues) => Words>> = {
  protected: (name) => phrase('{id}: {vm} is home and protected', name),
  declined: (name) => phrase('{id}: {vm} was declined', name),
  expired: (name) => phrase('{id}: {vm} expired', name),
  cancelled: (name) => phrase('{id}: {vm} was cancelled', name),
  abandoned: (name) => phrase('{id}: {vm} was let go of', name),
  notReady: (name) => phrase('{id}: {vm} was not ready', name),
};

/** How it is typed behind `start`. */
const typedName = ({ kind, name }: Target): string =>
  kind === 'recoveryPlan' ? `plan ${shownName(name)}` : shownName(name);

const PROTECTED_NEXT = phrase(
  'Planned, unplanned and test failovers are possible again. A test failover proves it.',
);

/** What is left to do for a person; undefined when all is done. */
function adviceOf(failback: Failback): Words | undefined {
  const { stage, target } = failback;
  if (stage === 'protected')
    return (
      hostDanger(failback, ({ couldNotRestore }) => couldNotRestore === true) ?? PROTECTED_NEXT
    );
  if (stage !== 'abandoned')
    return sentences(
      phrase('To try again: /failback start {vm}', { vm: typedName(target) }),
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
  const danger = hostDanger(
    failback,
    ({ couldNotRestore, isRestored }) => couldNotRestore === true || !isRestored,
  );
  return danger === undefined ? [] : [danger];
};

/** The names of VMs are shown in this many characters. */
const MAX_NAMES = 200;

/** Those VMs that do not start by themselves any more, and should. */
function hostDanger(
  failback: Failback,
  isConcerned: (vm: OnPremisesVm) => boolean,
): Words | undefined {
  const vms = comingHome(failback).filter((vm) => !vm.isMarked && isConcerned(vm));
  const changed = vms.flatMap(({ name, startAction }) =>
    startAction === undefined ? [] : [{ name, before: startAction.before }],
  );
  const [first] = changed;
  if (first === undefined) return undefined;
  return failback.target.kind === 'recoveryPlan'
    ? phrase(
        'These on-premises VMs no longer start by themselves when their server starts. Set their automatic start actions back: {vms}.',
        {
          vms: shorten(
            changed.map(({ name, before }) => `${name}: ${before}`).join(', '),
            MAX_NAMES,
          ),
        },
      )
    : phrase(
        'The on-premises VM no longer starts by itself when its server starts: set its automatic start action back to {before}.',
        { before: first.before },
      );
}

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
