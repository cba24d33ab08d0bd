import type { Line, Message } from '../../bot/chat/message/message.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { shorten, shortWords, shownName } from '../../bot/chat/message/shorten.ts';
import type { Outlook } from '../../bot/failback/outlook/outlook.ts';
import type { Check } from '../../bot/failback/words/check.ts';
import { adviceInBrief, decidingReason } from '../../bot/messages/words/outlook-lines.ts';
import { subjectWords } from '../../bot/messages/words/subject-words.ts';
import { readinessOf, type ShownCheck, shownCheck } from './readiness.ts';

/** So many points are told, the gravest first: a message has to be read as a whole. */
const MOST_POINTS = 10;

/** The names of VMs that have something in common are shown in this many characters. */
const MAX_NAMES = 150;

/** What was found to be well is shown in this many characters. */
const MAX_OK = 120;

/** What is advised for one VM of a plan. */
export interface VmOutlook {
  readonly name: string;
  readonly outlook: Outlook;
}

/** The findings of a readiness check of all VMs of a recovery plan, and what is advised for them. */
export function planReadinessMessage(
  plan: string,
  checks: readonly Check[],
  outlooks: readonly VmOutlook[] = [],
): Message {
  const sorted = [...checks].sort((a, b) => WEIGHT[a.outcome] - WEIGHT[b.outcome]);
  const shown = sorted.slice(0, MOST_POINTS).map(shortened);
  const name = shownName(plan);
  return readinessOf(
    { name: phrase('plan {plan}', { plan: name }), typed: `plan ${name}` },
    [...shown, ...others(sorted.slice(MOST_POINTS))],
    adviceLines(outlooks),
  );
}

const WEIGHT = { blocked: 0, notSupported: 1, warning: 2, notChecked: 3, ok: 4 } as const;

/** What is well needs fewer words than what stands in the way. */
const shortened = (check: Check): ShownCheck => ({
  ...shownCheck(check),
  name: shortWords(subjectWords(check), MAX_NAMES),
  finding: check.outcome === 'ok' ? shortWords(check.finding, MAX_OK) : check.finding,
});

/** The points that are not told by themselves. The gravest are, so mostly these are all well. */
function others(left: readonly Check[]): readonly ShownCheck[] {
  const count = left.length;
  if (count === 0) return [];
  const name = phrase('More points');
  return left.every(({ outcome }) => outcome === 'ok')
    ? [{ name, outcome: 'ok', finding: phrase('{count} more are well.', { count }) }]
    : [
        {
          name,
          outcome: 'notChecked',
          finding: phrase('{left} more are not shown. Check the VMs one by one.', { left: count }),
        },
      ];
}

/** A plan comes home in one way for all of its VMs, and they may need different ones. */
export function adviceLines(outlooks: readonly VmOutlook[]): readonly Line[] {
  const [first] = outlooks;
  if (first === undefined) return [];
  const downloads = outlooks.filter(
    ({ outlook: { advice } }) => advice.synchronization === 'fullDownload',
  );
  if (downloads.length > 0 && downloads.length < outlooks.length)
    return [
      [
        phrase(
          'A full download is advised for {names}, synchronization before failover for the others. The plan comes home in one way for all of them.',
          { names: shorten(downloads.map(({ name }) => name).join(', '), MAX_NAMES) },
        ),
      ],
    ];
  const { advice } = first.outlook;
  return [[{ bold: adviceInBrief(advice) }, ' ', decidingReason(advice)]];
}
