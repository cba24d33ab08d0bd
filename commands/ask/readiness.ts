import type { Line, Message } from '../../bot/chat/message/message.ts';
import { phrase, type Words } from '../../bot/chat/message/phrase.ts';
import { bulletList, compose, note, title } from '../../bot/chat/message/say.ts';
import { shortWords, shownName } from '../../bot/chat/message/shorten.ts';
import type { Outlook } from '../../bot/failback/outlook/outlook.ts';
import { isReady } from '../../bot/failback/readiness/readiness.ts';
import type { Check } from '../../bot/failback/words/check.ts';
import { outlookLines } from '../../bot/messages/words/outlook-lines.ts';
import { subjectWords } from '../../bot/messages/words/subject-words.ts';

/** What was checked: how it is called, and how it is typed behind a command. */
interface Checked {
  readonly name: Words;
  readonly typed: string;
}

/** A point of a check as it is shown. */
export interface ShownCheck extends Pick<Check, 'outcome' | 'source'> {
  readonly name: Words;
  readonly finding: Words;
}

/** The findings of a readiness check of a VM, what stands in the way first. */
export function readinessMessage(vm: string, checks: readonly Check[], outlook?: Outlook): Message {
  const name = shownName(vm);
  return readinessOf(
    { name, typed: name },
    checks.map(shownCheck),
    outlook && outlookLines(outlook),
  );
}

export const shownCheck = (check: Check): ShownCheck => ({ ...check, name: subjectWords(check) });

/** The findings about anything that can come home, with what is advised once it is ready. */
export function readinessOf(
  { name, typed }: Checked,
  checks: readonly ShownCheck[],
  advice: readonly Line[] = [],
): Message {
  const ready = isReady(checks);
  const sorted = [...checks].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
  return compose(
    title(
      ready
        ? phrase('{vm} is ready to come home', { vm: name })
        : phrase('{vm} is not ready to come home', { vm: name }),
    ),
    bulletList(
      sorted.map(
        ({ name: check, outcome, finding, source }): Line => [
          MARKS[outcome],
          ' ',
          { bold: check },
          ': ',
          shortWords(finding, MAX_FINDING),
          source === undefined ? '' : ` ${source}`,
        ],
      ),
    ),
    bulletList(ready ? advice : []),
    note(nextOf(typed, checks)),
  );
}

/** What can be done now. What is not supported may still be started: an approver is asked first. */
function nextOf(vm: string, checks: readonly ShownCheck[]): Words {
  if (isReady(checks)) return phrase('Nothing was changed. Next: /failback start {vm}', { vm });
  return checks.some(({ outcome }) => outcome === 'blocked')
    ? phrase('Nothing was changed. Put it right, then look again: /failback check {vm}', { vm })
    : phrase(
        'Nothing was changed. /failback start {vm} asks an approver whether to go on although it is not supported.',
        { vm },
      );
}

/** What Azure says of one finding is shown in this many characters. */
const MAX_FINDING = 500;

const ORDER = { blocked: 0, notSupported: 1, warning: 2, notChecked: 3, ok: 4 } as const;
const MARKS = {
  blocked: phrase('[no]'),
  notSupported: phrase('[not supported]'),
  warning: phrase('[warning]'),
  notChecked: phrase('[not checked]'),
  ok: phrase('[ok]'),
} as const;
