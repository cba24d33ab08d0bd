import type { Check } from './check.ts';
import type { Actor } from './events.ts';
import type { Statement } from './words/statement.ts';

/** Somebody let pass what is not supported as far as the evidence goes. */
export interface SupportOverride {
  readonly by: Actor;
  readonly reason: string;
  /** The names of the checks. */
  readonly checks: readonly string[];
}

/** The checks that an approver would have to let pass, and has not. */
export function unsupportedIn(
  checks: readonly Check[],
  overrides: readonly SupportOverride[],
): readonly Check[] {
  const passed = new Set(overrides.flatMap((override) => override.checks));
  return checks.filter(({ outcome, name }) => outcome === 'notSupported' && !passed.has(name));
}

/** Before the start everything that makes a VM ready stands in the way when it is no longer so. */
export function obstacleToStart(
  { overrides }: { readonly overrides: readonly SupportOverride[] },
  checks: readonly Check[],
): Statement | undefined {
  const blocking = checks.find(({ outcome }) => outcome === 'blocked');
  return (blocking ?? unsupportedIn(checks, overrides)[0])?.finding;
}
