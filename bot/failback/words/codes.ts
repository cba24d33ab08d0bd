import type { AccessCodes } from './access.ts';
import type { ApprovedCodes } from './approved.ts';
import type { AzureCodes } from './azure.ts';
import type { CheckCodes } from './checks.ts';
import type { ChoiceCodes } from './choices.ts';
import type { CommonCodes } from './common.ts';
import type { EndCodes } from './ends.ts';
import type { HoldCodes } from './holds.ts';
import type { HostCodes } from './hosts.ts';
import type { LedgerCodes } from './ledger.ts';
import type { ObservationCodes } from './observations.ts';
import type { ObstacleCodes } from './obstacles.ts';
import type { PlanCodes } from './plans.ts';
import type { PowershellCodes } from './powershell.ts';
import type { ProofCodes } from './proofs.ts';
import type { ServiceErrorCodes } from './service-errors.ts';
import type { SlackCodes } from './slack.ts';
import type { TeamsCodes } from './teams.ts';

/**
 * Every code that the domain and its ports say, with the type of its facts. They are stored: none is renamed once a release
 * has written it.
 */
export interface Codes
  extends AccessCodes,
    ApprovedCodes,
    AzureCodes,
    CheckCodes,
    ChoiceCodes,
    CommonCodes,
    EndCodes,
    HoldCodes,
    HostCodes,
    LedgerCodes,
    ObservationCodes,
    ObstacleCodes,
    PlanCodes,
    PowershellCodes,
    ProofCodes,
    ServiceErrorCodes,
    SlackCodes,
    TeamsCodes {}

export type Code = keyof Codes;
