import type { Directory } from '../../access/directory.ts';
import type { Line, Message } from '../../chat/message/message.ts';
import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shownName } from '../../chat/message/shorten.ts';
import type { Decision, Failback, Release } from '../../failback/state/failback.ts';
import { HOLD_WORDS } from '../words/hold-words.ts';
import { decisionLine } from '../words/refusal.ts';
import { gateWords } from './gate.ts';

/** A question that is over: what came of it, and nothing left to press. */
export function renderDecision(
  decision: Decision,
  failback: Failback,
  directory: Directory,
): Message {
  return compose(
    title(phrase('Closed. {question}', { question: gateWords(decision.kind, failback).title })),
    paragraph(...decisionLine(decision, directory)),
    bulletList(reasonsOf(decision, directory)),
    note(nothingLeft(failback, decision.number)),
  );
}

function reasonsOf({ votes }: Decision, directory: Directory): readonly Line[] {
  return votes
    .filter(({ reason }) => reason !== undefined)
    .map(({ by, reason }) => [`${directory.nameOf(by.person ?? by.userId)}: `, reason ?? '']);
}

/** A hold that is over. */
export function renderRelease(release: Release, failback: Failback, directory: Directory): Message {
  return compose(
    title(phrase('Was on hold: {vm}', { vm: shownName(failback.target.name) })),
    paragraph(HOLD_WORDS[release.reason]),
    paragraph(releaseWords(release, directory)),
    note(nothingLeft(failback, release.number)),
  );
}

const nothingLeft = ({ id }: Failback, number: number): Phrase =>
  phrase('{id}, question {number}. Nothing is left to decide here.', {
    id,
    number: String(number),
  });

/** How a hold was answered, and when. */
export function releaseWords({ by, choice, at }: Release, directory: Directory): Phrase {
  const time = { time: at };
  if (choice === undefined) return phrase('Closed without an answer, {time}', { time });
  if (by === undefined) return phrase('Answered "{choice}", {time}', { choice, time });
  const name = directory.nameOf(by.person ?? by.userId);
  return phrase('Answered "{choice}" by {name}, {time}', { choice, name, time });
}
