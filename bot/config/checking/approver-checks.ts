import { hasRole } from '../../failback/state/roles.ts';
import type { Finding } from '../problems/problem.ts';
import type { PersonSettings } from '../sections/people-settings.ts';
import { APPROVED_STEPS, type PoliciesSettings } from '../sections/policy-settings.ts';

/**
 * Whether every step can be approved at all. The requester never counts, so an approver who starts a failback leaves
 * one approver less; who overrides a check or hurries a question leaves one less, too. What nobody could ever pass is a
 * problem; what some requesters could not pass, or nobody after an override, is a warning.
 */
export function checkApprovers(
  people: readonly PersonSettings[],
  policies: PoliciesSettings,
): { readonly findings: readonly Finding[]; readonly warnings: readonly string[] } {
  const requesters = people.filter(({ roles }) => hasRole(roles, 'operator'));
  if (requesters.length === 0) {
    return {
      findings: [
        { path: ['people'], text: 'nobody may start a failback. Give somebody the role operator' },
      ],
      warnings: [],
    };
  }
  const left = requesters.map(({ id }) => ({ id, approvers: approversWithout(id, people) }));
  const most = Math.max(...left.map(({ approvers }) => approvers));
  return {
    findings: APPROVED_STEPS.filter((gate) => policies.approvals[gate] > most).map((gate) => ({
      path: ['policies', 'approvals', gate],
      text: `${policies.approvals[gate]} ${policies.approvals[gate] === 1 ? 'approval is' : 'approvals are'} needed, but at most ${count(most)} could ever be found: who asks for a failback never counts. Give the role approver to more people${most === 0 ? '' : `, or say ${gate}: ${most}`}`,
    })),
    warnings: [
      ...left.flatMap(({ id, approvers }) => warningFor(id, approvers, most, policies)),
      ...warningAfterOverride(most, policies),
    ],
  };
}

function approversWithout(requester: string, people: readonly PersonSettings[]): number {
  return people.filter(({ id, roles }) => id !== requester && hasRole(roles, 'approver')).length;
}

function warningFor(
  id: string,
  approvers: number,
  most: number,
  policies: PoliciesSettings,
): readonly string[] {
  const stuck = APPROVED_STEPS.filter(
    (gate) => policies.approvals[gate] > approvers && policies.approvals[gate] <= most,
  );
  if (stuck.length === 0) return [];
  return [
    `people: a failback that ${id} starts could not pass ${stuck.join(', ')}: besides ${id} there ${onlyApprovers(approvers)}. Give one more person the role approver, or let somebody else start it`,
  ];
}

/** Whoever overrides a check does not decide what it leads to: one more approver is needed then. */
function warningAfterOverride(most: number, { approvals }: PoliciesSettings): readonly string[] {
  const stuck = APPROVED_STEPS.filter((gate) => approvals[gate] === most);
  return stuck.length === 0
    ? []
    : [
        `people: when an approver has overridden a check, or has had a question asked outside of the maintenance windows, nobody could pass ${stuck.join(', ')} any more: there ${onlyApprovers(most)} besides who asks. Give one more person the role approver`,
      ];
}

const onlyApprovers = (count: number): string =>
  count === 1 ? 'is only 1 approver' : `are only ${count} approvers`;

function count(approvers: number): string {
  return approvers === 1 ? '1 approver' : `${approvers} approvers`;
}
