import type { Directory } from '../access/directory.ts';
import type { Button, Line, Message, Part } from '../chat/message.ts';
import { decisionLine } from '../chat/refusal.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import type { Decision, Failback, Gate, Hold, Release } from '../failback/failback.ts';
import { expectedMinutes, gateWords } from './gate-words.ts';
import { HOLD_WORDS } from './hold-words.ts';

/** The open question, with what it leads to and who may decide. */
export function renderGate(gate: Gate, failback: Failback, directory: Directory): Message {
  const words = gateWords(gate.kind, failback);
  return compose(
    title(words.title),
    becauseOf(gate),
    {
      kind: 'facts',
      facts: [
        { name: 'Will be called', value: [words.calls] },
        { name: 'Goes down', value: [words.goesDown] },
        { name: 'Can not be undone', value: [words.irreversible] },
        { name: 'Expected', value: [expectedMinutes(gate.kind, failback)] },
        {
          name: 'Needs',
          value: [
            `${gate.needed} approval${gate.needed === 1 ? '' : 's'}, ${gate.votes.length} so far`,
          ],
        },
        { name: 'Expires', value: [{ time: gate.expiresAt }] },
      ],
    },
    warningsOf(failback),
    paragraph('May decide: ', ...mentions(deciders(failback, directory))),
    list(
      gate.votes.map(({ by, at }) => [
        directory.nameOf(by.person ?? by.userId),
        ' approved, ',
        { time: at },
      ]),
    ),
    { kind: 'buttons', buttons: gateButtons(gate, failback) },
    note(
      `${failback.id}, question ${gate.number}. What is approved: ${gate.digest.slice(0, 12)}. If Azure shows anything else when it is called, it is asked again.`,
    ),
  );
}

/** Approvers other than the requester. */
function deciders(failback: Failback, directory: Directory): readonly string[] {
  return directory
    .withRole('approver')
    .map(({ id }) => id)
    .filter((id) => id !== failback.requester.person);
}

function mentions(people: readonly string[]): Line {
  if (people.length === 0) return ['nobody. Add an approver to failback.yaml.'];
  return people.flatMap((person, index) =>
    index === 0 ? [{ mention: person }] : [', ', { mention: person }],
  );
}

function becauseOf({ because }: Gate): Part | undefined {
  if (because.length === 0) return undefined;
  return list([
    ['Asked again: Azure changed since the last question.'],
    ...because.map(
      ({ name, asked, now }): Line => [`${name}: was `, { bold: asked }, ', is ', { bold: now }],
    ),
  ]);
}

/** The findings that were not ok, where they are decided on. */
function warningsOf({ checks, stage }: Failback): Part | undefined {
  const findings = checks.filter(
    ({ outcome }) => outcome === 'warning' || outcome === 'notChecked',
  );
  if (findings.length === 0 || stage !== 'awaitingDirection') return undefined;
  return list(
    findings.map(
      ({ name, outcome, finding }): Line => [
        outcome === 'warning' ? 'Warning, ' : 'Not checked, ',
        { bold: name },
        `: ${finding}`,
      ],
    ),
  );
}

function gateButtons({ number }: Gate, { id }: Failback): readonly Button[] {
  return [
    { label: 'Approve', style: 'primary', press: { command: 'approve', failback: id, number } },
    { label: 'Decline', style: 'danger', press: { command: 'decline', failback: id, number } },
  ];
}

/** A question that is over: what came of it, and nothing left to press. */
export function renderDecision(
  decision: Decision,
  failback: Failback,
  directory: Directory,
): Message {
  return compose(
    title(gateWords(decision.kind, failback).title),
    paragraph(...decisionLine(decision, directory)),
    list(reasonsOf(decision, directory)),
    note(`${failback.id}, question ${decision.number}`),
  );
}

function reasonsOf({ votes }: Decision, directory: Directory): readonly Line[] {
  return votes
    .filter(({ reason }) => reason !== undefined)
    .map(({ by, reason }) => [`${directory.nameOf(by.person ?? by.userId)}: `, reason ?? '']);
}

/** The bot stopped: what it saw, and the safe ways out. */
export function renderHold(hold: Hold, failback: Failback, directory: Directory): Message {
  return compose(
    title(`On hold: ${failback.target.name}`),
    paragraph(HOLD_WORDS[hold.reason]),
    failback.doNotStart ? paragraph({ bold: DO_NOT_START }) : undefined,
    { kind: 'facts', facts: hold.evidence.map(({ name, value }) => ({ name, value: [value] })) },
    list(hold.choices.map(({ name, means }): Line => [{ bold: name }, `: ${means}`])),
    paragraph('May choose: ', ...mentions(deciders(failback, directory))),
    {
      kind: 'buttons',
      buttons: hold.choices.map(
        ({ name }): Button => ({
          label: name,
          style: name === 'abandon' ? 'danger' : 'plain',
          press: { command: 'choose', failback: failback.id, number: hold.number, choice: name },
        }),
      ),
    },
    note(`${failback.id}, question ${hold.number}. The bot does nothing until somebody chooses.`),
  );
}

export const DO_NOT_START =
  'Do not start the on-premises VM: its disks are inconsistent until a failback of it has succeeded.';

/** A hold that is over. */
export function renderRelease(release: Release, failback: Failback, directory: Directory): Message {
  const { by, choice, at } = release;
  const who = by === undefined ? '' : ` by ${directory.nameOf(by.person ?? by.userId)}`;
  return compose(
    title(`Was on hold: ${failback.target.name}`),
    paragraph(HOLD_WORDS[release.reason]),
    paragraph(
      choice === undefined ? 'Over without an answer' : `Answered "${choice}"${who}`,
      ', ',
      { time: at },
    ),
    note(`${failback.id}, question ${release.number}`),
  );
}
