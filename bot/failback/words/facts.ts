import { coded } from './coded.ts';
import type { EvidenceName, FactName, ProofName, SubjectName } from './names.ts';
import { canonical, type Statement } from './statement.ts';

/** What something that was found is about. */
export interface Subject<Name extends SubjectName = SubjectName> {
  readonly name: Name;
  /** The VM, where there are several. */
  readonly vm?: string;
  /** Several VMs of which the same was found. */
  readonly vms?: SomeVms;
  /** Where that VM is, and the failback that brings it home. */
  readonly server?: string;
  readonly failback?: string;
  /** Which TCP port. */
  readonly port?: number;
  /** Which proof. */
  readonly proof?: ProofName;
  /** Which of several: 2 for the second. The first has none. */
  readonly number?: number;
}

/** The names of some VMs, and how many more there are. */
export interface SomeVms {
  readonly names: readonly string[];
  readonly more: number;
}

/** One named fact that a person approves; all of them together are the question's digest. */
export interface Fact extends Subject<FactName> {
  readonly value: Statement;
}

/** What was seen when the bot stopped. */
export interface HoldEvidence extends Subject<EvidenceName> {
  readonly value: Statement;
}

/** A fact that changed between the question and the call. */
export interface Difference extends Subject<FactName> {
  readonly asked: Statement;
  readonly now: Statement;
}

/** What something is about, without what was found. */
export function subjectOf<Name extends SubjectName>(of: Subject<Name>): Subject<Name> {
  const { name, vm, vms, server, failback, port, proof, number } = of;
  return {
    name,
    ...(vm !== undefined && { vm }),
    ...(vms && { vms }),
    ...(server !== undefined && { server }),
    ...(failback !== undefined && { failback }),
    ...(port !== undefined && { port }),
    ...(proof && { proof }),
    ...(number !== undefined && { number }),
  };
}

export const isSameSubject = (a: Subject, b: Subject): boolean =>
  canonical(subjectOf(a)) === canonical(subjectOf(b));

/** What the digest of a question is made of: its facts in their order, in one form whatever the order of their fields. */
export const canonicalFacts = (facts: readonly Fact[]): string => canonical(facts);

/** What differs between the facts that were approved and the facts now. Empty when the approval still holds. */
export function differences(asked: readonly Fact[], now: readonly Fact[]): readonly Difference[] {
  const subjects = new Map(
    [...asked, ...now].map((fact) => [canonical(subjectOf(fact)), subjectOf(fact)]),
  );
  const valueIn = (facts: readonly Fact[], subject: Subject) =>
    facts.find((fact) => isSameSubject(fact, subject))?.value ?? coded('notKnown');
  return [...subjects.values()]
    .map((subject) => ({
      ...subject,
      asked: valueIn(asked, subject),
      now: valueIn(now, subject),
    }))
    .filter((difference) => canonical(difference.asked) !== canonical(difference.now));
}
