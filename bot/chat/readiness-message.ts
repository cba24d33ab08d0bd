import type { Check } from '../failback/check.ts';
import { isReady } from '../failback/readiness.ts';
import type { Line, Message } from './message.ts';
import { compose, list, note, title } from './say.ts';
import { shorten, shownName } from './shorten.ts';

/** The findings of a readiness check, what stands in the way first. */
export function readinessMessage(vm: string, checks: readonly Check[]): Message {
  const ready = isReady(checks);
  const name = shownName(vm);
  const sorted = [...checks].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
  return compose(
    title(ready ? `${name} is ready to come home` : `${name} is not ready to come home`),
    list(
      sorted.map(
        ({ name: check, outcome, finding }): Line => [
          `${MARKS[outcome]} `,
          { bold: check },
          `: ${shorten(finding, MAX_FINDING)}`,
        ],
      ),
    ),
    note(
      ready
        ? `Nothing was changed. Next: /failback start ${name}`
        : `Nothing was changed. Put it right, then look again: /failback check ${name}`,
    ),
  );
}

/** What Azure says of one finding is shown in this many characters. */
const MAX_FINDING = 500;

const ORDER = { blocked: 0, warning: 1, notChecked: 2, ok: 3 } as const;
const MARKS = {
  blocked: '[no]',
  warning: '[warning]',
  notChecked: '[not checked]',
  ok: '[ok]',
} as const;
