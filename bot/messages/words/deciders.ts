import type { Directory, Person } from '../../access/directory.ts';
import type { Part } from '../../chat/message/message.ts';
import { type PhraseValue, phrase, type Words } from '../../chat/message/phrase.ts';
import { paragraph } from '../../chat/message/say.ts';
import type { Failback, Gate } from '../../failback/state/failback.ts';
import { type Involvement, involvedIn } from '../../failback/state/involved.ts';

/** So many people are called at once; more would be noise. */
const MAX_MENTIONS = 20;

/** Approvers whose vote would count, called by name. */
export const deciders = (failback: Failback, directory: Directory): PhraseValue =>
  calledByName(mayDecide(failback, directory));

/** Approvers who may choose a way out of a hold, called by name. */
export const choosers = (failback: Failback, directory: Directory): PhraseValue =>
  calledByName(mayChoose(failback, directory));

function calledByName(approvers: readonly Person[]): PhraseValue {
  const people = approvers.map(({ id }) => id);
  if (people.length === 0)
    return phrase('nobody. The administrator has to add an approver to failback.yaml');
  const called = people.slice(0, MAX_MENTIONS);
  const left = people.length - called.length;
  const list = called.map((mention) => ({ mention }));
  return left === 0
    ? { list }
    : phrase('{people} and {count} more approvers', {
        people: { list, between: ', ' },
        count: left,
      });
}

/** Says that a question cannot be passed by those whose vote counts, and who is missing; undefined where it can. */
export function tooFewDeciders(
  { needed }: Pick<Gate, 'needed'>,
  failback: Failback,
  directory: Directory,
): Part | undefined {
  const count = mayDecide(failback, directory).length;
  if (count >= needed) return undefined;
  return paragraph(
    {
      bold: phrase(
        'Too few people can decide this: {needed, plural, one {# approval is} other {# approvals are}} needed, and {count, plural, =0 {nobody} one {one person} other {# people}} can give one.',
        { needed, count },
      ),
    },
    ' ',
    phrase('Not counted: {people}.', { people: { list: notCounted(failback, directory) } }),
    ' ',
    phrase(
      'The administrator has to name {missing, plural, one {one more approver} other {# more approvers}} in failback.yaml.',
      { missing: needed - count },
    ),
  );
}

/** The approvers whose vote would count. */
export const mayDecide = (failback: Failback, directory: Directory): readonly Person[] => {
  const involved = involvedIn(failback).map(({ by }) => by.person);
  return directory.withRole('approver').filter(({ id }) => !involved.includes(id));
};

/** The approvers who may choose a way out of a hold: everybody but who asked for the failback. */
export const mayChoose = ({ requester }: Failback, directory: Directory): readonly Person[] =>
  directory.withRole('approver').filter(({ id }) => id !== requester.person);

const notCounted = (failback: Failback, directory: Directory): readonly Words[] =>
  involvedIn(failback).map(({ by, why }) =>
    NOT_COUNTED[why](directory.nameOf(by.person ?? by.userId)),
  );

const NOT_COUNTED: Readonly<Record<Involvement, (name: string) => Words>> = {
  requested: (name) => phrase('{name} asked for the failback', { name }),
  overrode: (name) => phrase('{name} had a check passed over', { name }),
  hurried: (name) => phrase('{name} had it asked outside of the maintenance window', { name }),
};
