import type { Check } from './check.ts';
import type { Actor } from './events.ts';

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
