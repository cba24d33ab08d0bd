import type { Codes } from '../../failback/words/codes.ts';
import { ACCESS_CODE_WORDS } from './access.ts';
import { APPROVED_CODE_WORDS } from './approved.ts';
import { AZURE_CODE_WORDS } from './azure.ts';
import { CHECK_CODE_WORDS } from './checks.ts';
import { CHOICE_CODE_WORDS } from './choices.ts';
import { COMMON_CODE_WORDS } from './common.ts';
import { END_CODE_WORDS } from './ends.ts';
import { HOLD_CODE_WORDS } from './holds.ts';
import { HOST_CODE_WORDS } from './hosts.ts';
import { LEDGER_CODE_WORDS } from './ledger.ts';
import { OBSERVATION_CODE_WORDS } from './observations.ts';
import { OBSTACLE_CODE_WORDS } from './obstacles.ts';
import { PLAN_CODE_WORDS } from './plans.ts';
import { POWERSHELL_CODE_WORDS } from './powershell.ts';
import { PROOF_CODE_WORDS } from './proofs.ts';
import { SERVICE_ERROR_CODE_WORDS } from './service-errors.ts';
import { SLACK_CODE_WORDS } from './slack.ts';
import { TEAMS_CODE_WORDS } from './teams.ts';
import type { WordsOf } from './words-of.ts';

/** The words of every code, in every language. */
export const CODE_WORDS: WordsOf<Codes> = {
  ...ACCESS_CODE_WORDS,
  ...APPROVED_CODE_WORDS,
  ...AZURE_CODE_WORDS,
  ...CHECK_CODE_WORDS,
  ...CHOICE_CODE_WORDS,
  ...COMMON_CODE_WORDS,
  ...END_CODE_WORDS,
  ...HOLD_CODE_WORDS,
  ...HOST_CODE_WORDS,
  ...LEDGER_CODE_WORDS,
  ...OBSERVATION_CODE_WORDS,
  ...OBSTACLE_CODE_WORDS,
  ...PLAN_CODE_WORDS,
  ...POWERSHELL_CODE_WORDS,
  ...PROOF_CODE_WORDS,
  ...SERVICE_ERROR_CODE_WORDS,
  ...SLACK_CODE_WORDS,
  ...TEAMS_CODE_WORDS,
};
