import { gateAwaitedIn } from '../failback/gates.ts';
import type { HoldChoice } from '../failback/holds.ts';

/** What the button of a way out says. The name that is typed, and what it does, stand beside it. */
export function choiceLabel({ name, leadsTo }: Pick<HoldChoice, 'name' | 'leadsTo'>): string {
  if (name === 'override' && leadsTo === 'checking') return 'Go on although unsupported';
  if (name !== 'again') return LABELS[name] ?? name;
  if (leadsTo === 'checking') return 'Start over';
  return gateAwaitedIn(leadsTo) === undefined ? 'Look again' : 'Ask again';
}

const LABELS: Readonly<Record<string, string>> = {
  wait: 'Look again',
  adopt: 'Take this job',
  'adopt-changes': 'Take it: changes only',
  'adopt-download': 'Take it: full download',
  follow: 'Go on from there',
  continue: 'Expected, go on',
  anyway: 'Go on anyway',
  without: 'Go on without it',
  override: 'Commit without proof',
  confirm: 'It is protected',
  finish: 'Let it finish',
  cancel: 'Cancel, do not start',
  'cancel-again': 'Cancel and run again',
  abandon: 'Let go',
};
