import { type Check, isReady } from '../failback/readiness.ts';
import type { Line, Message } from './message.ts';
import { compose, list, note, title } from './say.ts';

/** The findings of a readiness check, what stands in the way first. */
export function readinessMessage(vm: string, checks: readonly Check[]): Message {
  const ready = isReady(checks);
  const sorted = [...checks].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
  return compose(
    title(ready ? `${vm} is ready to come home` : `${vm} is not ready to come home`),
    list(
      sorted.map(
        ({ name, outcome, finding }): Line => [
          `${MARKS[outcome]} `,
          { bold: name },
          `: ${finding}`,
        ],
      ),
    ),
    note(
      ready
        ? `/failback start ${vm} asks for the direction. Nothing was changed.`
        : 'Nothing was changed.',
    ),
  );
}

const ORDER = { blocked: 0, warning: 1, notChecked: 2, ok: 3 } as const;
const MARKS = {
  blocked: '[no]',
  warning: '[warning]',
  notChecked: '[not checked]',
  ok: '[ok]',
} as const;
