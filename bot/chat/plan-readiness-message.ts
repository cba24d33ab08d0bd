import { type Check, notChecked } from '../failback/check.ts';
import { phrase } from '../failback/words.ts';
import type { Message } from './message.ts';
import { readinessMessage } from './readiness-message.ts';
import { shorten, shownName } from './shorten.ts';

/** So many points are told, the gravest first: a message has to be read as a whole. */
const MOST_POINTS = 10;

/** The names of VMs that have something in common are shown in this many characters. */
const MAX_NAMES = 150;

/** The findings of a readiness check of all VMs of a recovery plan. */
export function planReadinessMessage(plan: string, checks: readonly Check[]): Message {
  const sorted = [...checks].sort((a, b) => WEIGHT[a.outcome] - WEIGHT[b.outcome]);
  const left = sorted.length - MOST_POINTS;
  const shown = sorted
    .slice(0, MOST_POINTS)
    .map((check) => ({ ...check, name: shorten(check.name, MAX_NAMES) }));
  return readinessMessage(
    phrase('plan {plan}', { plan: shownName(plan) }),
    left > 0
      ? [
          ...shown,
          notChecked(
            'More points',
            phrase('{left} more are not shown. Check the VMs one by one.', { left }),
          ),
        ]
      : shown,
  );
}

const WEIGHT = { blocked: 0, notSupported: 1, warning: 2, notChecked: 3, ok: 4 } as const;
