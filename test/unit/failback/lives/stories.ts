import fc from 'fast-check';
import type { VmSnapshot } from '../../../../bot/failback/ports/hyperv-host.ts';
import type { Synchronization } from '../../../../bot/failback/ports/site-recovery.ts';
import type { Actor } from '../../../../bot/failback/state/events.ts';
import type { Operation } from '../../../../bot/failback/state/gates.ts';
import { DAYS, type MaintenanceWindow } from '../../../../bot/failback/state/maintenance-window.ts';
import {
  ada,
  jun,
  lea,
  mina,
  onTeams,
  otto,
  POLICY,
  vic,
} from '../../../support/failback-story.ts';
import type { Trouble } from '../../../support/fakes/fake-host.ts';
import type { Answer } from '../../../support/fakes/fake-vault.ts';

const OPERATIONS: readonly Operation[] = [
  'plannedFailover',
  'completeFailover',
  'completeAction',
  'cancelJob',
  'restartJob',
  'commit',
  'reverseReplicate',
];
const ANSWERS: readonly Answer[] = [
  'accepted',
  'acceptedWithoutId',
  'unknownButTaken',
  'unknownAndLost',
  'throttled',
  'refused',
];
const { person: _, ...stranger } = jun;
const PEOPLE: readonly Actor[] = [
  jun,
  ada,
  lea,
  mina,
  otto,
  vic,
  onTeams(jun),
  onTeams(mina),
  stranger,
];

export interface Ballot {
  readonly by: Actor;
  readonly vote: 'approve' | 'decline';
  readonly isRight: boolean;
  readonly isOld: boolean;
}

/** Something that happens in a life. */
export type Act =
  | { readonly do: 'wait'; readonly ms: number }
  | ({ readonly do: 'vote' | 'voteDuringCall' } & Ballot)
  | { readonly do: 'approve' | 'approveWaves' }
  | { readonly do: 'release'; readonly by: Actor; readonly choice: number }
  | { readonly do: 'cancel' | 'hold' | 'askNow'; readonly by: Actor }
  | { readonly do: 'holdRun' | 'askRunNow'; readonly by: Actor }
  | { readonly do: 'answer'; readonly operation: Operation; readonly answer: Answer }
  | { readonly do: 'elsewhere'; readonly operation: Operation }
  | { readonly do: 'endJob'; readonly state: 'Failed' | 'Cancelled' }
  | { readonly do: 'startVm' | 'checkpoint' | 'tidyVm' | 'hostAway' | 'hostBack' | 'silentGuest' }
  /** Something happens to the VM that has come home, or it is put right. */
  | { readonly do: 'spoil'; readonly change: Partial<VmSnapshot> }
  | { readonly do: 'write'; readonly trouble: Trouble }
  | { readonly do: 'strange' | 'forgetJobs' | 'hideItem' | 'showItem' | 'disconnect' | 'connect' }
  | { readonly do: 'straggle' | 'catchUp' }
  | { readonly do: 'outage'; readonly reads: number }
  | { readonly do: 'restart'; readonly at: number; readonly when: 'before' | 'after' };

/** What makes the approval of a commit void. */
const SPOILT: readonly Partial<VmSnapshot>[] = [
  { state: 'Off' },
  { checkpoints: 1 },
  { disks: [] },
  { disks: [{ path: 'D:\\web-01_1.avhdx', sizeMb: 40_960 }] },
  { switches: [] },
  { heartbeat: 'noContact' },
  { id: 'vm-other' },
];

const ballot = {
  by: fc.constantFrom(...PEOPLE),
  vote: fc.constantFrom('approve' as const, 'approve' as const, 'decline' as const),
  isRight: fc.boolean(),
  isOld: fc.boolean(),
};
const minutes = [1_000, 10_000, 65_000, 100_000, POLICY.grantMs, POLICY.questionMs];
const operation = fc.constantFrom(...OPERATIONS);

/** People who go on, and time, come more often than trouble: otherwise no life would come far. */
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('approve' as const, 'approve' as const, 'approveWaves' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...minutes) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('vote' as const, 'voteDuringCall' as const),
      ...ballot,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('release' as const),
      by: fc.constantFrom(...PEOPLE),
      choice: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('askNow' as const), by: fc.constantFrom(...PEOPLE) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'hold' as const),
      by: fc.constantFrom(...PEOPLE),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('holdRun' as const, 'askRunNow' as const),
      by: fc.constantFrom(...PEOPLE),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      operation,
      answer: fc.constantFrom(...ANSWERS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), operation }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('endJob' as const),
      state: fc.constantFrom('Failed' as const, 'Cancelled' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'strange',
        'forgetJobs',
        'hideItem',
        'showItem',
        'disconnect',
        'connect',
        'straggle',
        'catchUp',
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'startVm',
        'startVm',
        'checkpoint',
        'tidyVm',
        'tidyVm',
        'hostAway',
        'hostBack',
        'silentGuest',
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('spoil' as const),
      change: fc.constantFrom<Partial<VmSnapshot>>({}, {}, ...SPOILT),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      trouble: fc.constantFrom<Trouble>('failed', 'unknownButDone', 'unknownAndLost', 'ignored'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('outage' as const),
      reads: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('restart' as const),
      at: fc.integer({ min: 1, max: 8 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
) as fc.Arbitrary<Act>;

/** What happens, and to which of the failbacks where there are several. */
export const stories = fc.array(fc.record({ act, to: fc.nat(2) }), {
  minLength: 10,
  maxLength: 40,
});

/** Open for a few minutes of every day; a life begins at 03:00. */
const windows = fc.constantFrom<readonly MaintenanceWindow[]>(
  [],
  [],
  [{ days: DAYS, from: '02:50', to: '03:10', timeZone: 'UTC' }],
  [{ days: DAYS, from: '03:05', to: '03:07', timeZone: 'UTC' }],
);

const reminders = { beforeExpiryMs: 5 * 60_000, onHoldMs: 10 * 60_000 };

/** The rules that a life is lived under. */
export const policies = fc.record({
  windows,
  reminders: fc.constant(reminders),
  askBeforeReverse: fc.boolean(),
  approvals: fc.record({
    direction: fc.integer({ min: 1, max: 2 }),
    complete: fc.integer({ min: 1, max: 2 }),
    commit: fc.integer({ min: 1, max: 2 }),
    reverse: fc.integer({ min: 1, max: 2 }),
  }),
});

/** `adopted`: begun in the portal. `run`: three VMs in two waves, each in a vault of its own. */
export type Party = 'vm' | 'adopted' | 'plan' | 'run';

/** What is brought home, and from where. */
export interface Setting {
  readonly party: Party;
  readonly lagMs: number;
  readonly startAction: string;
  /** Whether a host connector knows the server. */
  readonly hasHost: boolean;
  readonly synchronization: Synchronization;
  /** Whether the server is another one than the VM's, and lacks a switch that it needs. */
  readonly isElsewhere: boolean;
  /** Whether what was begun in the portal was completed there, too. */
  readonly hasBegunDowntime: boolean;
}

/** The worlds that a life is lived in. */
export const settings: fc.Arbitrary<Setting> = fc.record({
  party: fc.constantFrom<Party>('vm', 'vm', 'vm', 'adopted', 'plan', 'plan', 'run'),
  lagMs: fc.constantFrom(0, 20_000),
  startAction: fc.constantFrom('Nothing', 'StartIfRunning', 'Start'),
  hasHost: fc.boolean(),
  synchronization: fc.constantFrom('beforeFailover' as const, 'fullDownload' as const),
  isElsewhere: fc.boolean(),
  hasBegunDowntime: fc.boolean(),
});
