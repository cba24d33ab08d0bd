import type { VirtualMachine } from '../virtual-machine.ts';
import type { JobPlan, Step } from './simulated-job.ts';
import type { Timings } from './timings.ts';

export interface JobStart {
  readonly vm: VirtualMachine;
  readonly requestId: string;
  readonly startedAt: number;
  readonly timings: Timings;
}

/** How a VM is brought home. */
export interface Way {
  /** The wire's `ForDownTime`. */
  readonly isDelta: boolean;
  readonly hostId: string;
  readonly createsVm: boolean;
}

/**
 * Failback of one item. Its task list was never recorded: INFERRED from the recorded list of a recovery plan's failback
 * (prerequisites, preparing, data synchronization, waiting, shutdown, failover, start) with the task names of an item's
 * failover where a plan has groups. `isDelta` is the wire's `ForDownTime`; else synchronization and waiting are skipped.
 */
export function failbackPlan(start: JobStart, { isDelta, hostId }: Way): JobPlan {
  const { vm, timings } = start;
  const before = vm.state;
  return {
    ...start,
    scenario: 'Failback',
    friendlyName: 'Planned failover',
    steps: [
      step(
        'VmPfoPrerequisitesCheck',
        'Prerequisites check for planned failover',
        timings.prerequisitesMs,
      ),
      {
        ...step(
          'PrepareVmOnPremForFailback',
          'Preparing the on-premises virtual machine',
          timings.prepareMs,
        ),
        end: () => {
          if (!vm.isOn(hostId)) vm.makeOn(hostId);
        },
      },
      {
        ...step('DataSync', 'Data synchronization', timings.synchronizationMs),
        skipped: !isDelta,
        ...copying(vm),
      },
      {
        ...step('WaitForUserInputForFailback', 'Waiting for user input', 0),
        waits: true,
        skipped: !isDelta,
      },
      {
        ...step('VmShutdownVmOnPrimary', 'Shut down the virtual machine', timings.shutdownMs),
        end: (at) => vm.stopInAzure(at),
      },
      { ...step('VmFailover', 'Start failover', timings.failoverMs), ...copying(vm) },
      {
        ...step('VmFoStartVmOnSecondary', 'Start the replica virtual machine', timings.startVmMs),
        end: (at) => vm.startOnPremises(at),
      },
    ],
    succeeded: () => {
      vm.state = 'failedBack';
    },
    // The item offers its failback again: running it again is the documented way out.
    stopped: () => {
      vm.state = before;
    },
  };
}

export function commitPlan(start: JobStart): JobPlan {
  const { vm, timings } = start;
  const before = vm.state;
  const isFailback = before === 'failedBack';
  return {
    ...start,
    scenario: 'CommitFailover',
    friendlyName: 'Commit',
    steps: [
      step('VmCommitPrerequisitesCheck', 'Prerequisite check', timings.prerequisitesMs),
      {
        ...step('VmCommit', 'Commit', timings.commitMs),
        end: () => {
          if (isFailback) vm.azureVm = 'deleted';
        },
      },
    ],
    succeeded: () => {
      vm.state = isFailback ? 'failbackCommitted' : 'committedInAzure';
    },
    stopped: () => {
      vm.state = before;
    },
  };
}

/** Succeeds when initial replication has been started; what completes it is another job. */
export function reverseReplicatePlan(start: JobStart, complete: (at: number) => void): JobPlan {
  const { vm, timings } = start;
  return {
    ...start,
    scenario: 'ReprotectReplicationGroup',
    friendlyName: 'Reverse replication',
    steps: [
      step('CreateProtectionTarget', 'Identifying the replication target', timings.reverseMs * 0.1),
      step('EnableProtection', 'Enable replication', timings.reverseMs * 0.6),
      step('VmStartInitialReplication', 'Starting initial replication', timings.reverseMs * 0.3),
    ],
    succeeded: (at) => {
      vm.state = 'protected';
      complete(at);
    },
    stopped: () => {
      vm.state = 'failbackCommitted';
    },
  };
}

/**
 * The scenario's name is PowerShell's; its tasks and friendly name are INFERRED, and so is what the item shows meanwhile: a
 * percentage, and a recovery point from the moment on in which it has finished.
 */
export function irCompletionPlan(start: JobStart): JobPlan {
  const { vm } = start;
  return {
    ...start,
    scenario: 'IrCompletion',
    friendlyName: 'Complete initial replication',
    steps: [
      {
        ...step(
          'VmCompleteInitialReplication',
          'Completing initial replication',
          start.timings.irCompletionMs,
        ),
        progress: (fraction) => {
          vm.initialReplicationPercent = Math.floor(fraction * 100);
        },
      },
    ],
    succeeded: (at) => {
      vm.initialReplicationPercent = 0;
      vm.lastRecoveryPointAt = at;
    },
    stopped: () => {
      vm.replicationHealth = 'Critical';
    },
  };
}

export function restartPlan(start: JobStart, restarted: (at: number) => void): JobPlan {
  return {
    ...start,
    scenario: 'RestartJob',
    friendlyName: 'Restart job',
    steps: [step('RemediateTask', 'Restarting job', start.timings.restartMs)],
    succeeded: restarted,
    stopped: () => undefined,
  };
}

function step(name: string, friendlyName: string, durationMs: number): Step {
  return { name, friendlyName, durationMs };
}

function copying(vm: VirtualMachine): Pick<Step, 'begin' | 'progress'> {
  return {
    begin: (at) => vm.beginCopy(at),
    progress: (fraction) => vm.copyUpTo(fraction),
  };
}
