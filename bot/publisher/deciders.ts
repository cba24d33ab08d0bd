import type { Directory } from '../access/directory.ts';
import type { Failback } from '../failback/failback.ts';
import { type PhraseValue, phrase } from '../failback/words.ts';

/** So many people are called at once; more would be noise. */
const MAX_MENTIONS = 20;

/** Approvers other than the requester, called by name. */
export function deciders(failback: Failback, directory: Directory): PhraseValue {
  const people = directory
    .withRole('approver')
    .map(({ id }) => id)
    .filter((id) => id !== failback.requester.person);
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
