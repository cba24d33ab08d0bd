import { phrase, type Words } from '../../chat/message/phrase.ts';
import { gateAwaitedIn } from '../../failback/state/gates.ts';
import type { HoldChoice } from '../../failback/state/holds.ts';

/** What the button of a way out says. The name that is typed, and what it does, stand beside it. */
export function choiceLabel({ name, leadsTo }: Pick<HoldChoice, 'name' | 'leadsTo'>): Words {
  if (name === 'override' && leadsTo === 'checking') return phrase('Go on although unsupported');
  if (name !== 'again') return LABELS[name] ?? name;
  if (leadsTo === 'checking') return phrase('Start over');
  return gateAwaitedIn(leadsTo) === undefined ? phrase('Look again') : phrase('Ask again');
}

const LABELS: Readonly<Record<string, Words>> = {
  wait: phrase('Look again'),
  adopt: phrase('Take this job'),
  'adopt-changes': phrase('Take it: changes only'),
  'adopt-download': phrase('Take it: full download'),
  follow: phrase('Go on from there'),
  continue: phrase('Expected, go on'),
  anyway: phrase('Go on anyway'),
  without: phrase('Go on without it'),
  override: phrase('Commit without proof'),
  confirm: phrase('It is protected'),
  restart: phrase('Restart the job'),
  finish: phrase('Let it finish'),
  cancel: phrase('Cancel, do not start'),
  'cancel-again': phrase('Cancel and run again'),
  abandon: phrase('Let go'),
};
