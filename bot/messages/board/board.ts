import type { Directory } from '../../access/directory.ts';
import type { Line, Message } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shorten, shownName } from '../../chat/message/shorten.ts';
import { waitForWindow } from '../../failback/next/schedule.ts';
import { isReversed } from '../../failback/observe/judge-protection.ts';
import { createsVm } from '../../failback/ports/destination.ts';
import type { ObservedJob } from '../../failback/site-recovery/jobs.ts';
import { comingHome } from '../../failback/state/coming-home.ts';
import { isDataTravelling } from '../../failback/state/data-travelling.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { isEnd, stageMeaning } from '../../failback/state/stages.ts';
import { namedState } from '../../failback/words/statement.ts';
import { destinationWords } from '../words/destination-words.ts';
import { markPart } from '../words/do-not-start.ts';
import { minutes } from '../words/duration.ts';
import { GATE_NAMES } from '../words/gate-names.ts';
import { missingLine } from '../words/missing-proofs.ts';
import { vmWords } from '../words/vm-words.ts';
import { windowWords } from '../words/window-words.ts';
import { planLines } from './plan-lines.ts';
import { stepLines } from './steps.ts';

/** What Azure calls things is shown in this many characters. */
const MAX_WORDS = 120;

/** What the board needs besides the state: the clock, and the age of what is known of Azure. */
export interface Moment {
  readonly now: number;
  readonly readAt: number | undefined;
}

/** The one message that shows where a failback is. It is drawn anew, never added to. */
export function renderBoard(failback: Failback, directory: Directory, moment: Moment): Message {
  const { id, target, requester } = failback;
  return compose(
    title(phrase('{id}: {vm}, Azure to on-premises', { id, vm: shownName(target.name) })),
    paragraph({ bold: headline(failback, moment.now) }),
    markPart(failback),
    bulletList(stepLines(failback)),
    bulletList(planLines(failback)),
    {
      kind: 'facts',
      facts: [
        ...whereTo(failback),
        ...clocks(failback, moment.now),
        ...progress(failback, moment.now),
      ],
    },
    note(
      phrase('Asked for by {name}, vault {vault}.', {
        name: directory.nameOf(requester.person ?? requester.userId),
        vault: shorten(target.vault, MAX_WORDS),
      }),
      ...(isEnd(failback.stage) ? [] : [' ', age(moment, [failback])]),
    ),
  );
}

/** The stage in words; a hold comes before everything else. */
export function headline(failback: Failback, now: number): Words {
  if (failback.hold) return phrase('On hold: the bot waits for a choice.');
  if (waitForWindow(failback, now))
    return phrase('Ready, waiting for the maintenance window. The Azure VM keeps running.');
  return failback.summary ?? stageMeaning(failback.stage);
}

interface Fact {
  readonly name: Words;
  readonly value: Line;
}

const fact = (name: Words, ...value: Line): Fact => ({ name, value });

const whereTo = ({ destination }: Failback): readonly Fact[] =>
  createsVm(destination) ? [fact(phrase('Where to'), destinationWords(destination))] : [];

function clocks(failback: Failback, now: number): readonly Fact[] {
  const { downFrom, downUntil, unprotectedFrom, endedAt } = failback;
  const facts: Fact[] = [];
  if (downFrom !== undefined)
    facts.push(fact(phrase('Downtime'), minutes((downUntil ?? endedAt ?? now) - downFrom)));
  if (unprotectedFrom !== undefined)
    facts.push(fact(phrase('Not protected for'), minutes((endedAt ?? now) - unprotectedFrom)));
  return facts;
}

function progress(failback: Failback, now: number): readonly Fact[] {
  const { job, stage, stageSince } = failback;
  if (isEnd(stage)) return [];
  const facts = [fact(phrase('In this stage for'), minutes(now - stageSince))];
  if (job) facts.push(fact(phrase('Azure job'), jobWords(job)));
  return [
    ...facts,
    ...replication(failback),
    ...onPremises(failback),
    ...waitingFor(failback, now),
  ];
}

/** The job's state, and the task in which it is as Azure calls it. */
const jobWords = ({ state, task }: ObservedJob): Words =>
  task === undefined
    ? namedState(state)
    : phrase('{state}, “{task}”', { state: namedState(state), task: shorten(task, MAX_WORDS) });

/** Until the VM is protected: how far that is, as far as Azure says it, and what may be done meanwhile. */
function replication(failback: Failback): readonly Fact[] {
  const { item, unprotectedFrom } = failback;
  if (unprotectedFrom === undefined) return [];
  const percent = item?.initialReplicationPercent;
  const how = percent === undefined ? phrase('under way') : phrase('{percent} % done', { percent });
  return [
    ...(isReversed(failback) ? [fact(phrase('Initial replication'), how)] : []),
    fact(phrase('Meanwhile'), phrase('The VM may be used. It cannot be failed over to Azure yet.')),
  ];
}

/** Of a plan each VM's own line says how it stands there. */
function onPremises(failback: Failback): readonly Fact[] {
  const vms = comingHome(failback);
  const known = vms.filter(({ host }) => host !== undefined);
  if (known.length < vms.length) return [notCheckedFact(failback, vms.length - known.length)];
  const unproven = failback.stage === 'verifying' ? missingLine(failback) : undefined;
  if (unproven !== undefined)
    return [fact(phrase('Commit is locked. Not proven yet'), ...unproven)];
  const [vm] = vms;
  return failback.target.kind === 'recoveryPlan' ||
    vm?.seen === undefined ||
    !isDataTravelling(failback)
    ? []
    : [fact(phrase('On-premises VM'), vmWords(vm.seen))];
}

const notCheckedFact = ({ target }: Failback, count: number): Fact =>
  target.kind === 'recoveryPlan'
    ? fact(phrase('On-premises VMs'), phrase('{count} not checked by the bot', { count }))
    : fact(phrase('On-premises VM'), phrase('not checked by the bot'));

function waitingFor(failback: Failback, now: number): readonly Fact[] {
  const { gate, grant, hold, policy } = failback;
  const wait = waitForWindow(failback, now);
  if (wait) {
    return [
      fact(
        phrase('Waiting for'),
        phrase('the maintenance window. The bot asks about {question} at {time}', {
          question: GATE_NAMES[wait.gate],
          time: { time: wait.until },
        }),
      ),
      fact(phrase('Maintenance window'), windowWords(policy.windows ?? [])),
    ];
  }
  if (grant)
    return [
      fact(
        phrase('Approval'),
        phrase('good until {time}, then asked again', { time: { time: grant.expiresAt } }),
      ),
    ];
  if (hold)
    return [
      fact(phrase('Waiting for'), phrase('a choice. See the message on hold in the channel.')),
    ];
  if (gate === undefined) return [];
  return [
    fact(
      phrase('Waiting for'),
      phrase('a decision about {question}, {votes} of {needed} approvals, until {time}', {
        question: GATE_NAMES[gate.kind],
        votes: gate.votes.length,
        needed: gate.needed,
        time: { time: gate.expiresAt },
      }),
    ),
  ];
}

/**
 * How old the picture of Azure is; told in minutes, so that the board is not redrawn for seconds. Until the vault has been
 * read as a whole, the checks are what is known of it.
 */
export function age({ now, readAt: polledAt }: Moment, about: readonly Failback[]): Words {
  const readAt = polledAt ?? firstCheck(about);
  if (readAt === undefined) return phrase('Azure was not read yet.');
  return now - readAt < 60_000
    ? phrase('Azure was read within the last minute.')
    : phrase('Azure was read {time} ago.', { time: minutes(now - readAt) });
}

function firstCheck(failbacks: readonly Failback[]): number | undefined {
  const times = failbacks.flatMap(({ checkedAt }) => (checkedAt === undefined ? [] : [checkedAt]));
  return times.length === 0 ? undefined : Math.min(...times);
}
