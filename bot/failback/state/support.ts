import type { Check } from '../words/check.ts';
import { isSameSubject, type Subject } from '../words/facts.ts';
import type { CheckName } from '../words/names.ts';
import type { Statement } from '../words/statement.ts';
import type { Actor } from './events.ts';

/** Somebody let pass what is not supported as far as the evidence goes. */
export interface SupportOverride {
  readonly by: Actor;
  readonly reason: string;
  readonly checks: readonly Subject<CheckName>[];
}

/** The checks that an approver would have to let pass, and has not. */
export function unsupportedIn(
  checks: readonly Check[],
  overrides: readonly SupportOverride[],
): readonly Check[] {
  const passed = overrides.flatMap((override) => override.checks);
  return checks.filter(
    (check) => check.outcome === 'notSupported' && !passed.some((one) => isSameSubject(one, check)),
  );
}

/** Before the start everything that makes a VM ready stands in the way when it is no longer so. */
export function obstacleToStart(
  { overrides }: { readonly overrides: readonly SupportOverride[] },
  checks: readonly Check[],
): Statement | undefined {
  const blocking = checks.find(({ outcome }) => outcome === 'blocked');
  return (blocking ?? unsupportedIn(checks, overrides)[0])?.finding;
}
