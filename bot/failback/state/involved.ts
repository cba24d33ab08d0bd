import type { Actor } from './events.ts';
import type { Failback } from './failback.ts';
import { isOverride } from './holds.ts';

/** What somebody has done in a failback that keeps them from approving in it. */
export type Involvement = 'requested' | 'overrode' | 'hurried';

/** Somebody who may not approve what is asked, and why. */
export interface Involved {
  readonly by: Actor;
  readonly why: Involvement;
}

/**
 * Those whose approval does not count: who asked for the failback, who overrode a check in it, and who had the question asked
 * outside of the maintenance windows, as long as that is what the question is about.
 */
export const involvedIn = ({
  requester,
  releases,
  askedNow,
}: Pick<Failback, 'requester' | 'releases' | 'askedNow'>): readonly Involved[] => [
  { by: requester, why: 'requested' },
  ...releases.flatMap(({ choice, by }): readonly Involved[] =>
    by !== undefined && isOverride(choice) ? [{ by, why: 'overrode' }] : [],
  ),
  ...(askedNow === undefined ? [] : [{ by: askedNow.by, why: 'hurried' as const }]),
];

/** What keeps somebody from approving; undefined when nothing does. */
export const involvementOf = (failback: Failback, by: Actor): Involvement | undefined =>
  involvedIn(failback).find((one) => isSamePerson(one.by, by))?.why;

/** Whether two actors are one human: the same person of the settings, or the same account. */
export const isSamePerson = (a: Actor, b: Actor): boolean =>
  (a.person !== undefined && a.person === b.person) ||
  (a.platform === b.platform && a.userId === b.userId);
