import type { GateKind, Operation } from '../bot/failback/state/gates.ts';
import type { HoldReason } from '../bot/failback/state/holds.ts';
import type { Stage } from '../bot/failback/state/stages.ts';

/** One step of the product's documented procedure, and what Failback makes of it. */
export interface ProcedureStep {
  /** What the documentation asks for, in our words. */
  readonly documented: string;
  /** What a person does in Failback. */
  readonly by: string;
  readonly gates?: readonly GateKind[];
  readonly stages?: readonly Stage[];
  readonly calls?: readonly Operation[];
  /** What is looked at; the first words of a check's name where the bot makes one. */
  readonly checked: string;
  /** How the bot stops when it does not go as it should. */
  readonly holds?: readonly HoldReason[];
}

interface Chapter {
  readonly title: string;
  /** Absent for what the documentation does not speak of. */
  readonly source?: string;
  readonly steps: readonly ProcedureStep[];
}

const FAILBACK = 'https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback';

/** What each call is on the wire, below the vault's address. */
export const WIRE: Readonly<Record<Operation, string>> = {
  plannedFailover: '`POST …/plannedFailover`, direction RecoveryToPrimary',
  completeFailover: '`POST …/replicationJobs/{job}/resume`',
  commit: '`POST …/failoverCommit`',
  reverseReplicate: '`POST …/reProtect`',
  completeAction: '`POST …/replicationJobs/{job}/resume`',
  cancelJob: '`POST …/replicationJobs/{job}/cancel`',
  restartJob: '`POST …/replicationJobs/{job}/restart`',
};

/** The documented procedure, chapter by chapter. */
export const PROCEDURE: readonly Chapter[] = [
  {
    title: 'Before you start',
    source: FAILBACK,
    steps: [
      {
        documented: 'Decide between the original location and an alternate location.',
        by: '`start`, in the form or as `start <vm> to <server>`',
        stages: ['checking'],
        checked: 'The servers that Azure lists, and which of them can take the VM.',
      },
      {
        documented: 'The Azure VM must not be on managed disks.',
        by: '`check`, and again at `start`; override by name, with a reason',
        checked:
          'Managed disks. The documentation and a later issue contradict each other, so an approver may let it pass.',
        holds: ['notSupported'],
      },
      {
        documented: 'The Hyper-V host or the VMM server runs and is connected to Azure.',
        by: '`check`, `hosts`',
        checked:
          'On-premises server, Heartbeat, Provider version; with a host connector its services and its way out.',
        holds: ['hostNotPrepared'],
      },
      {
        documented: 'Failover to Azure and its commit are complete.',
        by: '`check`',
        checked: 'Active location, Failover committed, Running operation.',
        holds: ['notOffered', 'itemGone'],
      },
      {
        documented: 'The on-premises VM is off and has no checkpoints.',
        by: 'automatically, with a host connector',
        stages: ['starting'],
        checked:
          'On-premises power, Checkpoints; before the call once more. Automatic start is set to Nothing.',
        holds: ['vmNotReady', 'hostNotPrepared'],
      },
      {
        documented: 'To go faster, let the agent use more download threads.',
        by: '`threads <server> 16`; put back afterwards',
        checked: 'Download speed: threads and bandwidth limits.',
      },
    ],
  },
  {
    title: 'Fail back',
    source: FAILBACK,
    steps: [
      {
        documented: 'Start a planned failover of the protected item or of the recovery plan.',
        by: '`start <vm>`, `start <plan>`, `start <vm> <vm> …`, or `adopt <vm>` for one that was begun in the portal',
        stages: ['starting'],
        calls: ['plannedFailover'],
        checked:
          'All readiness checks once more, immediately before the call; what was approved against what is seen then.',
        holds: ['callRefused', 'callUnclear', 'callRepeatedInVain', 'changedElsewhere'],
      },
      {
        documented: 'Choose source and target, and note the direction.',
        by: 'the question about the direction; the live side has to be named',
        gates: ['direction'],
        stages: ['awaitingDirection'],
        checked:
          'Who decides: an approver who is not the requester, once per person, on either chat.',
        holds: ['gateDeclined', 'gateExpired'],
      },
      {
        documented:
          'Data synchronization before failover: only the changes travel, the Azure VM goes on running.',
        by: 'offered in the form of `start`, with advice and an estimate',
        stages: ['synchronizing'],
        checked: 'The job and its tasks; the on-premises VM, which must stay off.',
        holds: ['jobUnknown', 'jobFailed', 'jobGone', 'jobStuck', 'vmStarted', 'checkpointTaken'],
      },
      {
        documented:
          'Data synchronization during failover only (full download): the Azure VM stops at once. Advised after a month in Azure, or when the on-premises VM is gone.',
        by: 'offered by `start`, with advice and estimates; the question about the direction says that the downtime begins with it',
        stages: ['transferring'],
        checked: 'As above. A job that waits here is not expected.',
        holds: ['jobUnknown', 'jobFailed', 'changedElsewhere', 'vmStarted'],
      },
      {
        documented: 'With VMM and data encryption, choose the certificate.',
        by: 'nothing: the interface has no field for it in a failback. `check` says so',
        checked: 'Whether the VMM cloud has data encryption enabled.',
      },
      {
        documented: 'A manual action or a script of the recovery plan waits for a person.',
        by: 'a question of its own, with the instructions of the plan; approving it resumes the job',
        gates: ['action'],
        stages: ['awaitingAction', 'resuming'],
        calls: ['completeAction'],
        checked: 'That the job waits for exactly this action; anything else that waits is a stop.',
        holds: ['jobUnknown'],
      },
      {
        documented: 'The failover may be begun in the portal as well.',
        by: '`adopt <vm>`: an approver confirms, and the bot goes on from where the job is. Adopting calls nothing',
        stages: ['adopting'],
        checked: 'The running job, what kind of synchronization it does, and where it is.',
        holds: ['adoptAsked', 'restartedElsewhere'],
      },
      {
        documented: 'Follow the job.',
        by: 'the board, `status`, `timeline`, `handover`',
        checked: 'Jobs and items of the whole vault, by page.',
        holds: ['entryUnknown', 'jobCancelled', 'jobPartly', 'askedFor'],
      },
      {
        documented:
          'Complete failover: the Azure VM stops, the last changes travel, the on-premises VM starts.',
        by: 'the question about complete failover, in the maintenance window where one is set',
        gates: ['complete'],
        stages: ['awaitingCompletion', 'completing'],
        calls: ['completeFailover'],
        checked: 'The job waits for exactly this, and may be resumed.',
        holds: ['callUnclear', 'callRepeatedInVain', 'notOffered'],
      },
      {
        documented: 'Sign in to the on-premises VM and see that it works.',
        by: 'automatically, with a host connector: commit is locked until all of it holds, or somebody overrides it by name; again whenever the VM changes before its commit',
        stages: ['verifying'],
        checked:
          'Running, Heartbeat, Integration services, Disks, Addresses, the ports of the settings.',
        holds: ['notProven'],
      },
      {
        documented: 'Commit: the Azure VM and its disks are deleted.',
        by: 'the question about commit; the name of the VM has to be typed',
        gates: ['commit'],
        stages: ['awaitingCommit', 'committing'],
        calls: ['commit'],
        checked:
          'All proofs above once more, immediately before the call, and that the VM is as it was when its commit was approved: server, id, power, checkpoints, disks, adapters; that Azure offers a commit.',
        holds: ['notOffered', 'callRefused', 'callUnclear'],
      },
      {
        documented: 'Reverse replicate: only the changes since the Azure VM stopped are sent.',
        by: 'automatically after the commit, or the question about it where the policy asks',
        gates: ['reverse'],
        stages: ['awaitingReverse', 'reversing'],
        calls: ['reverseReplicate'],
        checked:
          'Initial replication has finished: its job succeeded, or Azure has a recovery point from after the commit. Until then the board counts the time without protection.',
        holds: ['jobFailed', 'notOffered', 'replicationFailed', 'notProtectedYet'],
      },
      {
        documented: 'A job that has failed can be restarted.',
        by: '`choose restart` on the hold of a failed planned failover of a VM; a failed commit is asked for again instead',
        stages: ['restarting'],
        calls: ['restartJob'],
        checked:
          'That Azure offers to restart the job, that nothing else runs on the VM, and that it is off.',
        holds: ['jobFailed', 'vmNotReady', 'notOffered', 'restartedElsewhere'],
      },
      {
        documented:
          'A cancelled data synchronization leaves the on-premises disks inconsistent: the VM must not be started, and the failback has to be run again.',
        by: '`cancel`: it is said first, then let it finish, cancel and mark, or cancel and run again',
        stages: ['cancelling'],
        calls: ['cancelJob'],
        checked:
          'That the job may be cancelled. The mark is shown by every command, and a marked VM that runs is an alarm.',
        holds: ['cancelAsked', 'cancelTooLate', 'jobCancelled'],
      },
    ],
  },
  {
    title: 'To an alternate location',
    source: FAILBACK,
    steps: [
      {
        documented:
          'Install a supported Windows with the Hyper-V role on the new server, and register it.',
        by: '`hosts`; the check of the chosen server',
        checked: 'Windows version and edition, role, connection, free space.',
        holds: ['notSupported'],
      },
      {
        documented: 'Create a virtual switch with the name that the VM had on the original server.',
        by: 'a question of its own where one is missing',
        gates: ['switch'],
        stages: ['awaitingSwitch', 'creatingSwitch'],
        checked: 'The names of all switches that the VM needs.',
        holds: ['switchNotMade'],
      },
      {
        documented: 'Choose to create the VM if it does not exist, and the host to put it on.',
        by: '`start <vm> to <server>`, or the form',
        checked: 'That the target is a Hyper-V site; a VMM server cannot be one.',
      },
    ],
  },
  {
    title: 'How it ends',
    steps: [
      {
        documented: 'The VM is home and protected.',
        by: 'the last message, with the head of the audit trail',
        stages: ['protected'],
        checked: 'That Azure shows the VM as protected and healthy on-premises.',
      },
      {
        documented: 'It did not begin.',
        by: 'the last message says why, and how to try again',
        stages: ['notReady', 'declined', 'expired', 'cancelled'],
        checked:
          'That Azure was certainly not asked for anything; otherwise it says to look at the portal.',
        holds: ['waveBroken'],
      },
      {
        documented: 'The bot lets go.',
        by: '`choose <failback> abandon`; what runs in Azure goes on',
        stages: ['abandoned'],
        checked: 'In what state the VM is left: down, not protected, not to be started.',
      },
    ],
  },
];
