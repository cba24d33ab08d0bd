import type { NoFacts, Statement } from './statement.ts';

/** What is said of a recovery plan. */
export interface PlanCodes {
  readonly planNotKnown: NoFacts;
  readonly planChanged: NoFacts;
  readonly moreVms: { readonly count: number };
  readonly planCannotComeHome: { readonly why: Statement };
  readonly planHasNoVm: NoFacts;
  readonly mixedPlan: { readonly away: Statement; readonly others: Statement; readonly vm: string };
  readonly vmWithState: { readonly vm: string; readonly state: Statement };
  readonly manualActions: { readonly names: Statement };
  readonly scripts: { readonly names: Statement };
  readonly sameForAllVms: { readonly count: number; readonly finding: Statement };
  readonly wellForSome: { readonly well: number; readonly count: number };
}
