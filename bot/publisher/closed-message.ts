import type { Directory } from '../access/directory.ts';
import type { Line, Message } from '../chat/message.ts';
import { decisionLine } from '../chat/refusal.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import { shownName } from '../chat/shorten.ts';
import type { Decision, Failback, Release } from '../failback/failback.ts';
import { gateWords } from './gate-words.ts';
import { HOLD_WORDS } from './hold-words.ts';

/** A question that is over: what came of it, and nothing left to press. */
export function renderDecision(
  decision: Decision,
  failback: Failback,
  directory: Directory,
): Message {
  return compose(
    title(`Closed. ${gateWords(decision.kind, failback).title}`),
    paragraph(...decisionLine(decision, directory)),
    list(reasonsOf(decision, directory)),
    note(`${failback.id}, question ${decision.number}. Nothing is left to decide here.`),
  );
}

function reasonsOf({ votes }: Decision, directory: Directory): readonly Line[] {
  return votes
    .filter(({ reason }) => reason !== undefined)
    .map(({ by, reason }) => [`${directory.nameOf(by.person ?? by.userId)}: `, reason ?? '']);
}

/** A hold that is over. */
export function renderRelease(release: Release, failback: Failback, directory: Directory): Message {
  const { by, choice, at } = release;
  const who = by === undefined ? '' : ` by ${directory.nameOf(by.person ?? by.userId)}`;
  return compose(
    title(`Was on hold: ${shownName(failback.target.name)}`),
    paragraph(HOLD_WORDS[release.reason]),
    paragraph(
      choice === undefined ? 'Closed without an answer' : `Answered "${choice}"${who}`,
      ', ',
      {
        time: at,
      },
    ),
    note(`${failback.id}, question ${release.number}. Nothing is left to decide here.`),
  );
}
