import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { Basis, Estimate, Minutes } from '../../failback/outlook/estimate.ts';
import { minutes as inUnits } from './duration.ts';

/** Up to here minutes are easier to read than hours. */
const MAX_MINUTES = 120;

/** A range with what it rests on: `about 20 to 50 minutes (from published figures)`. */
export const estimateWords = ({ minutes, basis }: Estimate): Phrase =>
  phrase('{range} ({basis})', { range: rangeWords(minutes), basis: basisWords(basis) });

/** A range without what it rests on. */
export function rangeWords([from, to]: Minutes): Phrase {
  return to <= MAX_MINUTES
    ? phrase('about {from} to {to} minutes', { from, to })
    : phrase('about {from} to {to}', { from: inUnits(from * 60_000), to: inUnits(to * 60_000) });
}

function basisWords(basis: Basis): Phrase {
  switch (basis.kind) {
    case 'past':
      return phrase(
        'from {count, plural, one {one earlier failback} other {# earlier failbacks}} here',
        {
          count: basis.count,
        },
      );
    case 'link':
      return phrase('at {mbps} Mbit/s, all of the data at most', { mbps: String(basis.mbps) });
    case 'documented':
      return phrase('from published figures');
    case 'assumed':
      return phrase('as is usual');
  }
}
