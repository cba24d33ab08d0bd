import type { Directory } from '../../access/directory.ts';
import type { Line, Message } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shorten, shownName } from '../../chat/message/shorten.ts';
import { DO_NOT_START } from '../../failback/readiness/readiness.ts';
import { isMarked } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { comesBefore, isEnd } from '../../failback/state/stages.ts';
import { age, headline, type Moment } from '../board/board.ts';
import { owed } from '../board/owed.ts';
import { markPart } from '../words/do-not-start.ts';
import { minutes } from '../words/duration.ts';
import { decisionLine } from '../words/refusal.ts';
import { downtimeOf, listedName, unprotectedTimeOf } from '../words/run-words.ts';
import { windowLine } from '../words/window-words.ts';
import { comesNext, irrevocable, whoMayDecide } from './handover-words.ts';

/** Of what was decided the newest: the rest is in the timeline. */
const MAX_DECISIONS = 4;

/** So many failbacks are read on a phone. */
const MAX_FAILBACKS = 8;

/** The names of those who may decide, where several failbacks stand below each other. */
const MAX_NAMES = 100;

/** Everything that the next shift has to know of one failback, short enough for a phone. */
export function renderHandover(failback: Failback, directory: Directory, moment: Moment): Message {
  const { id, target, policy, stage } = failback;
  const { now } = moment;
  const isDowntimeAhead = !isEnd(stage) && comesBefore(stage, 'completing');
  const window = isDowntimeAhead ? windowLine(policy, now) : undefined;
  const undone = irrevocable(failback);
  return compose(
    title(phrase('Handover of {id}: {vm}', { id, vm: shownName(target.name) })),
    paragraph({ bold: headline(failback, now) }),
    markPart(failback),
    { kind: 'facts', facts: [...present(failback, directory, now), ...clocks(failback, now)] },
    window && paragraph(...window),
    undone.length === 0
      ? paragraph(phrase('Nothing was started in Azure so far.'))
      : paragraph({ bold: phrase('Cannot be undone any more') }),
    bulletList(undone),
    bulletList(decided(failback, directory)),
    isEnd(stage) ? undefined : note(age(moment, [failback])),
  );
}

interface Fact {
  readonly name: Words;
  readonly value: Line;
}

function present(failback: Failback, directory: Directory, now: number): readonly Fact[] {
  if (isEnd(failback.stage)) return [];
  const next = comesNext(failback);
  const people = whoMayDecide(failback, directory);
  return [
    { name: phrase('Owed'), value: [owed(failback, now)] },
    { name: phrase('May decide'), value: [people === '' ? phrase('nobody') : people] },
    ...(next === undefined ? [] : [{ name: phrase('Then'), value: [next] }]),
  ];
}

function clocks(failback: Failback, now: number): readonly Fact[] {
  const { entered, endedAt, stage, stageSince } = failback;
  const down = downtimeOf(failback, now);
  const unprotected = unprotectedTimeOf(failback, now);
  const fact = (name: Words, ms: number): Fact => ({ name, value: [minutes(ms)] });
  return [
    fact(phrase('In all'), (endedAt ?? now) - (entered.checking ?? now)),
    ...(isEnd(stage) ? [] : [fact(phrase('In this stage for'), now - stageSince)]),
    ...(down === undefined ? [] : [fact(phrase('Downtime'), down)]),
    ...(unprotected === undefined ? [] : [fact(phrase('Not protected for'), unprotected)]),
  ];
}

/** What people have decided, by whom and when, the newest last. */
function decided(failback: Failback, directory: Directory): readonly Line[] {
  const { decisions, releases } = failback;
  const nameOf = (by: { readonly person?: string; readonly userId: string } | undefined) =>
    by === undefined ? phrase('nobody') : directory.nameOf(by.person ?? by.userId);
  const lines = [
    ...decisions.map((decision) => ({ at: decision.at, line: decisionLine(decision, directory) })),
    ...releases.flatMap(({ at, choice, by }) =>
      choice === undefined
        ? []
        : [
            {
              at,
              line: [
                phrase('Hold: {who} chose {choice}, {time}', {
                  who: nameOf(by),
                  choice: { verbatim: choice },
                  time: { time: at },
                }),
              ],
            },
          ],
    ),
  ];
  return lines
    .sort((a, b) => a.at - b.at)
    .slice(-MAX_DECISIONS)
    .map(({ line }) => line);
}

/** Several failbacks, each in a few lines. */
export function renderHandovers(
  failbacks: readonly Failback[],
  directory: Directory,
  now: number,
): Message {
  const shown = failbacks.slice(0, MAX_FAILBACKS);
  const left = failbacks.length - shown.length;
  return compose(
    title(phrase('Handover: {count} open failbacks', { count: failbacks.length })),
    bulletList(shown.map((failback) => shortLine(failback, directory, now))),
    note(
      left > 0
        ? phrase('{count} more are not shown. One by itself: /failback handover FB-…', {
            count: left,
          })
        : phrase('One by itself: /failback handover FB-…'),
    ),
  );
}

function shortLine(failback: Failback, directory: Directory, now: number): Line {
  const down = downtimeOf(failback, now);
  const unprotected = unprotectedTimeOf(failback, now);
  const people = whoMayDecide(failback, directory);
  return [
    { bold: `${failback.id} ${listedName(failback)}. ` },
    headline(failback, now),
    ' ',
    phrase('Owed:'),
    ' ',
    owed(failback, now),
    '.',
    ...(people === ''
      ? []
      : [' ', phrase('May decide: {people}.', { people: shorten(people, MAX_NAMES) })]),
    ...(down === undefined ? [] : [' ', phrase('Downtime: {time}.', { time: minutes(down) })]),
    ...(unprotected === undefined
      ? []
      : [' ', phrase('Not protected for {time}.', { time: minutes(unprotected) })]),
    ...(isMarked(failback) ? [' ', { bold: DO_NOT_START }] : []),
  ];
}
