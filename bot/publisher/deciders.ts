import type { Directory } from '../access/directory.ts';
import type { Line } from '../chat/message.ts';
import type { Failback } from '../failback/failback.ts';

/** So many people are called at once; more would be noise. */
const MAX_MENTIONS = 20;

/** Approvers other than the requester, called by name. */
export function decidersLine(failback: Failback, directory: Directory): Line {
  const people = directory
    .withRole('approver')
    .map(({ id }) => id)
    .filter((id) => id !== failback.requester.person);
  if (people.length === 0)
    return ['nobody. The administrator has to add an approver to failback.yaml.'];
  const called = people.slice(0, MAX_MENTIONS);
  const left = people.length - called.length;
  const mentions = called.flatMap(
    (person, index): Line => (index === 0 ? [{ mention: person }] : [', ', { mention: person }]),
  );
  return left === 0 ? mentions : [...mentions, ` and ${left} more approvers`];
}
