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
        ({ name: check, outcome, finding, source }): Line => [
          `${MARKS[outcome]} `,
          { bold: check },
          `: ${shorten(finding, MAX_FINDING)}`,
          source === undefined ? '' : ` ${source}`,
        ],
      ),
    ),
    note(nextOf(name, checks)),
  );
}

/** What can be done now. What is not supported may still be started: an approver is asked first. */
function nextOf(name: string, checks: readonly Check[]): string {
  if (isReady(checks)) return `Nothing was changed. Next: /failback start ${name}`;
  return checks.some(({ outcome }) => outcome === 'blocked')
    ? `Nothing was changed. Put it right, then look again: /failback check ${name}`
    : `Nothing was changed. /failback start ${name} asks an approver whether to go on although it is not supported.`;
}

/** What Azure says of one finding is shown in this many characters. */
const MAX_FINDING = 500;

const ORDER = { blocked: 0, notSupported: 1, warning: 2, notChecked: 3, ok: 4 } as const;
const MARKS = {
  blocked: '[no]',
  notSupported: '[not supported]',
  warning: '[warning]',
  notChecked: '[not checked]',
  ok: '[ok]',
} as const;
