import { knownCodeIn } from './known-codes.ts';
import type { Job, ServiceIssue } from './ports/site-recovery.ts';
import { coded, quoted } from './words/coded.ts';
import { namedState, type Statement } from './words/statement.ts';

/** So many errors are shown on a hold; a job and its child jobs rarely report more that differ. */
const MOST_ISSUES = 3;

/** What is known of a job, as the facts of a hold: state, errors, their causes, and what is advised. */
export function jobEvidence(job: Job): Record<string, Statement> {
  const { errors } = job;
  const shown = errors.slice(0, MOST_ISSUES).map((issue, index) => issueFacts(issue, index));
  const left = errors.length - shown.length;
  return {
    Job: job.id,
    State: stateOf(job),
    ...Object.assign({}, ...shown),
    ...(left > 0 && {
      'More errors': coded('moreErrors', { left }),
    }),
  };
}

const said = (text: string): Statement => (text === '' ? coded('notSaid') : quoted('Azure', text));

const stateOf = ({ state, stateDescription: own }: Job): Statement =>
  own === '' || own === state
    ? namedState(state)
    : coded('stateByOtherName', { state: namedState(state), own });

/** The service's own words first, then what is known of the code. */
function issueFacts(issue: ServiceIssue, index: number): Record<string, Statement> {
  const name = (fact: string) => (index === 0 ? fact : `${fact} ${index + 1}`);
  const { possibleCauses, recommendedAction } = issue;
  const known = knownCodeIn(issue);
  return {
    [name('Error')]: said([issue.vm, issue.code, issue.message].filter(Boolean).join(': ')),
    ...(possibleCauses && { [name('Possible causes')]: said(possibleCauses) }),
    ...(recommendedAction && { [name('Recommended action')]: said(recommendedAction) }),
    ...(known && {
      [name('What it means')]: { list: [known.means, known.remedy], between: ' ' },
      [name('Source')]: known.source,
    }),
  };
}
