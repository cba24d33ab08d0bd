import type { Directory } from '../access/directory.ts';
import { minutes } from '../chat/duration.ts';
import type { Line, Message, Part } from '../chat/message.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import type { Failback } from '../failback/failback.ts';
import { isEnd, STAGES, type Stage } from '../failback/stages.ts';
import { DO_NOT_START } from './ask-message.ts';

/** What the board needs besides the state: the clock, and the age of what is known of Azure. */
export interface Moment {
  readonly now: number;
  readonly readAt: number | undefined;
}

/** The one message that shows where a failback is. It is drawn anew, never added to. */
export function renderBoard(failback: Failback, directory: Directory, moment: Moment): Message {
  const { target, requester } = failback;
  return compose(
    title(`${failback.id}: ${target.name}, Azure to on-premises`),
    paragraph({ bold: headline(failback) }),
    failback.doNotStart ? paragraph({ bold: DO_NOT_START }) : undefined,
    list(STEPS.map((step) => stepLine(step, failback))),
    { kind: 'facts', facts: [...clocks(failback, moment.now), ...progress(failback, moment.now)] },
    note(
      `Asked for by ${directory.nameOf(requester.person ?? requester.userId)}, vault ${target.vault}. `,
      isEnd(failback.stage) ? '' : age(moment),
    ),
  );
}

/** The stage in words; a hold comes before everything else. */
export function headline(failback: Failback): string {
  if (failback.hold) return 'On hold: waits for a choice.';
  return failback.summary ?? STAGES[failback.stage].meaning;
}

interface BoardStep {
  readonly label: string;
  /** The stages in which the step is under way. */
  readonly stages: readonly Stage[];
}

const STEPS: readonly BoardStep[] = [
  { label: 'Check', stages: ['checking'] },
  { label: 'Direction', stages: ['awaitingDirection'] },
  { label: 'Planned failover and synchronization', stages: ['starting', 'synchronizing'] },
  { label: 'Complete failover', stages: ['awaitingCompletion', 'completing'] },
  { label: 'Verify on-premises', stages: ['verifying'] },
  { label: 'Commit', stages: ['awaitingCommit', 'committing'] },
  { label: 'Reverse replicate', stages: ['awaitingReverse', 'reversing'] },
];

function stepLine(step: BoardStep, failback: Failback): Line {
  const current = STEPS.findIndex(({ stages }) => stages.includes(failback.stage));
  const place = STEPS.indexOf(step);
  if (failback.stage === 'protected' || place < current) return ['[x] ', step.label];
  if (place === current) return ['[>] ', { bold: step.label }, ...since(step, failback)];
  return isEnd(failback.stage) && step.stages.some((stage) => failback.entered[stage] !== undefined)
    ? ['[!] ', step.label]
    : ['[ ] ', step.label];
}

function since({ stages }: BoardStep, { entered }: Failback): Line {
  const at = stages.map((stage) => entered[stage]).find((time) => time !== undefined);
  return at === undefined ? [] : [', since ', { time: at }];
}

function clocks(failback: Failback, now: number): readonly Fact[] {
  const { downFrom, downUntil, unprotectedFrom, endedAt } = failback;
  const facts: Pair[] = [];
  if (downFrom !== undefined)
    facts.push(['Downtime', minutes((downUntil ?? endedAt ?? now) - downFrom)]);
  if (unprotectedFrom !== undefined)
    facts.push(['Not protected for', minutes((endedAt ?? now) - unprotectedFrom)]);
  return facts.map(toFact);
}

function progress(failback: Failback, now: number): readonly Fact[] {
  const { job, stage, stageSince, gate, hold } = failback;
  if (isEnd(stage)) return [];
  const facts: Pair[] = [['In this stage for', minutes(now - stageSince)]];
  if (job) facts.push(['Azure job', `${job.state}${job.task ? `, ${job.task}` : ''}`]);
  if (gate)
    facts.push([
      'Waiting for',
      `a decision: ${gate.kind} (${gate.votes.length} of ${gate.needed})`,
    ]);
  if (hold) facts.push(['Waiting for', 'a choice, see the message on hold']);
  return facts.map(toFact);
}

type Pair = readonly [name: string, value: string];

interface Fact {
  readonly name: string;
  readonly value: Line;
}

const toFact = ([name, value]: Pair): Fact => ({ name, value: [value] });

/** How old the picture of Azure is; told in minutes, so that the board is not redrawn for seconds. */
function age({ now, readAt }: Moment): string {
  return readAt === undefined ? 'Azure was not read yet.' : `Azure was read ${ago(now - readAt)}.`;
}

const ago = (ms: number) => (ms < 60_000 ? 'within the last minute' : `${minutes(ms)} ago`);

/** The last word on a failback, as a message of its own. */
export function renderEnd(
  failback: Failback,
  head: { sequence: number; hash: string } | undefined,
): Message {
  const parts: Part[] = [
    title(`${failback.id}: ${failback.target.name} ${ENDINGS[failback.stage] ?? 'ended'}`),
    paragraph(failback.summary ?? STAGES[failback.stage].meaning),
    { kind: 'facts', facts: totals(failback) },
  ];
  if (failback.doNotStart && failback.stage !== 'protected')
    parts.push(paragraph({ bold: DO_NOT_START }));
  if (head) parts.push(note('Audit trail up to here: ', { code: `${head.sequence}:${head.hash}` }));
  return compose(...parts);
}

const ENDINGS: Partial<Record<Stage, string>> = {
  protected: 'is home and protected',
  declined: 'was declined',
  expired: 'expired',
  cancelled: 'was cancelled',
  abandoned: 'was let go of',
  notReady: 'was not ready',
};

function totals({ entered, endedAt, downFrom, downUntil, unprotectedFrom }: Failback) {
  const facts: Pair[] = [];
  if (endedAt !== undefined)
    facts.push(['In all', minutes(endedAt - (entered.checking ?? endedAt))]);
  if (downFrom !== undefined && downUntil !== undefined)
    facts.push(['Downtime', minutes(downUntil - downFrom)]);
  if (unprotectedFrom !== undefined && endedAt !== undefined) {
    facts.push(['Not protected for', minutes(endedAt - unprotectedFrom)]);
  }
  return facts.map(toFact);
}
