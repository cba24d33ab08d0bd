import type { Job, ServiceIssue } from '../ports/site-recovery.ts';
import { evidenceOf } from '../state/holds.ts';
import { coded, quoted } from '../words/coded.ts';
import type { HoldEvidence } from '../words/facts.ts';
import { namedState, type Statement, stateInAzure } from '../words/statement.ts';
import { knownCodeIn } from './known-codes.ts';

/** So many errors are shown on a hold; a job and its child jobs rarely report more that differ. */
const MOST_ISSUES = 3;

/** What is known of a job, as the facts of a hold: state, errors, their causes, and what is advised. */
export function jobEvidence(job: Job): readonly HoldEvidence[] {
  const { errors } = job;
  const shown = errors.slice(0, MOST_ISSUES).flatMap((issue, index) => issueFacts(issue, index));
  const left = errors.length - MOST_ISSUES;
  return [
    ...evidenceOf({ job: job.id, state: stateOf(job) }),
    ...shown,
    ...(left > 0 ? evidenceOf({ moreErrors: coded('moreErrors', { left }) }) : []),
  ];
}

const said = (text: string): Statement => (text === '' ? coded('notSaid') : quoted('Azure', text));

const stateOf = ({ state, stateDescription: own }: Job): Statement =>
  own === '' || own === state
    ? stateInAzure(state)
    : coded('stateByOtherName', { state: namedState(state), own });

/** The service's own words first, then what is known of the code. */
function issueFacts(issue: ServiceIssue, index: number): readonly HoldEvidence[] {
  const { possibleCauses, recommendedAction } = issue;
  const known = knownCodeIn(issue);
  const facts = evidenceOf({
    error: said([issue.vm, issue.code, issue.message].filter(Boolean).join(': ')),
    ...(possibleCauses && { possibleCauses: said(possibleCauses) }),
    ...(recommendedAction && { recommendedAction: said(recommendedAction) }),
    ...(known && {
      meaning: { list: [known.means, known.remedy], between: ' ' },
      source: known.source,
    }),
  });
  return index === 0 ? facts : facts.map((fact) => ({ ...fact, number: index + 1 }));
}
