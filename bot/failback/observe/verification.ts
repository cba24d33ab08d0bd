import { heldUnproven } from '../holds/unproven.ts';
import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import { areSameProofs, isProven } from '../on-premises/proofs.ts';
import { sameId } from '../ports/site-recovery.ts';
import { whichVm } from '../state/coming-home.ts';
import { commitFacts, type Examined, examinedIn, isReadyForCommit } from '../state/commit-facts.ts';
import type { EventOf, FailbackEvent, ProvenVm } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { withdraw } from '../state/withdraw.ts';
import { coded, hasCode } from '../words/coded.ts';
import type { Code } from '../words/codes.ts';
import type { Difference, Fact } from '../words/facts.ts';
import { differences } from '../words/facts.ts';
import type { Statement } from '../words/statement.ts';

/** What a look at a VM that has come home shows. */
export type ExaminedVm = Examined & { readonly vm: OnPremisesVm };

/**
 * What a look at the VMs that have come home leads to: the commit is asked for when every proof holds, or somebody has let pass
 * those that do not; when the patience with booting guests is over, a person is asked.
 */
export function judgeVerification(
  failback: Failback,
  examined: readonly ExaminedVm[],
  isPatienceOver: boolean,
): readonly FailbackEvent[] {
  const seen = examined.filter(({ proofs }) => proofs.length > 0);
  if (seen.length === 0) return [notChecked];
  if (isReadyForCommit(seen, failback.proofOverrides))
    return [verified(seen, examined.length - seen.length)];
  const news = newProofs(failback, seen);
  return isPatienceOver ? [...news, heldUnproven(failback, seen)] : news;
}

const notChecked: FailbackEvent = {
  type: 'verified',
  outcome: 'notChecked',
  why: coded('vmHasNoConnector'),
};

function verified(seen: readonly ExaminedVm[], unseen: number): EventOf<'verified'> {
  const isProvenAll = seen.every(({ proofs }) => isProven(proofs));
  return {
    type: 'verified',
    outcome: isProvenAll ? 'passed' : 'overridden',
    why: whyOf(isProvenAll, unseen),
    vms: seen.map(
      ({ vm, proofs, verified: sight, unseen: answer }): ProvenVm => ({
        itemId: vm.itemId,
        proofs,
        ...(sight && { verified: sight }),
        ...(answer && { unseen: answer }),
      }),
    ),
  };
}

function whyOf(isProvenAll: boolean, unseen: number): Statement {
  const found = isProvenAll ? coded('allProofsHold') : coded('proofsLetPass');
  return unseen === 0 ? found : coded('someVmsNotChecked', { found, unseen });
}

const newProofs = (failback: Failback, seen: readonly ExaminedVm[]): readonly FailbackEvent[] =>
  seen
    .filter(({ vm, proofs }) => !areSameProofs(proofs, vm.proofs))
    .map(({ vm, proofs }) => ({ type: 'proofsObserved', ...whichVm(failback, vm), proofs }));

/** Whether a VM that is home is looked at while its commit is waited for. */
export const isVerifiedVmWatched = (
  { stage, hold }: Failback,
  { host, isDestination, proofs }: OnPremisesVm,
): boolean =>
  stage === 'awaitingCommit' &&
  hold === undefined &&
  isDestination &&
  host !== undefined &&
  proofs.length > 0;

/**
 * What was seen of a VM while its commit is waited for: when it is not as it was verified, the question is withdrawn and it is
 * verified again. A server that does not answer says nothing about the VM; the look before the call decides.
 */
export function observeVerifiedVm(failback: Failback, look: ExaminedVm): readonly FailbackEvent[] {
  const isSilent = look.unseen !== undefined && look.unseen !== 'absent';
  if (!isVerifiedVmWatched(failback, look.vm) || isSilent) return [];
  const before = examinedIn(failback);
  const now = before.map((one) => (sameId(one.vm.itemId, look.vm.itemId) ? look : one));
  const changed = commitDifferences(commitFacts(failback, before), commitFacts(failback, now));
  return changed.length === 0
    ? []
    : [
        ...withdraw(failback, coded('vmNotAsVerified')),
        { type: 'verificationVoided', differences: changed },
      ];
}

/** What differs of what was approved. Of a VM that is not seen any more it is said once, and not of each of its facts. */
export function commitDifferences(
  asked: readonly Fact[],
  now: readonly Fact[],
): readonly Difference[] {
  const all = differences(asked, now);
  const unseen = all.filter((one) => isUnseen(one.now)).map(({ vm }) => vm);
  return all.filter(
    (one) =>
      isUnseen(one.now) ||
      !unseen.includes(one.vm) ||
      !(hasCode(one.now, 'notKnown') || hasCode(one.asked, 'notKnown')),
  );
}

const UNSEEN: readonly Code[] = [
  'notSeen',
  'notSeenUnreachable',
  'notSeenForbidden',
  'notSeenAbsent',
  'notSeenFailed',
  'notSeenUncertain',
];

const isUnseen = (value: Statement): boolean => UNSEEN.some((code) => hasCode(value, code));
