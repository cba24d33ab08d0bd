import type { Stage } from '../../bot/failback/state/stages.ts';
import type { CallCounts } from './scenario.ts';

const UP_TO_START = ['checking', 'awaitingDirection', 'starting'] as const;
const FROM_VERIFY_ON = [
  'verifying',
  'awaitingCommit',
  'committing',
  'reversing',
  'protected',
] as const;

const UP_TO_DOWNTIME = [
  ...UP_TO_START,
  'synchronizing',
  'awaitingCompletion',
  'completing',
] as const satisfies readonly Stage[];

/** Synchronization before failover, from the first look to the end. */
export const BEFORE_FAILOVER: readonly Stage[] = [...UP_TO_DOWNTIME, ...FROM_VERIFY_ON];

/** The recovery plan has an action that waits for a person before a group starts. */
export const WITH_ACTION: readonly Stage[] = [
  ...UP_TO_DOWNTIME,
  'awaitingAction',
  'resuming',
  'completing',
  ...FROM_VERIFY_ON,
];

/** The Azure VM stops at once: nothing is left to complete. */
export const FULL_DOWNLOAD: readonly Stage[] = [...UP_TO_START, 'transferring', ...FROM_VERIFY_ON];

/** Each call of a synchronization before failover once. */
export const ONCE_EACH: CallCounts = {
  plannedFailover: 1,
  resume: 1,
  failoverCommit: 1,
  reProtect: 1,
};
