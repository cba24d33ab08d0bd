import { vi } from 'vitest';
import type { JobError } from '../../../simulators/azure/simulated-job.ts';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import type { BotRig } from '../../support/bot.ts';
import {
  accepted,
  asked,
  cancelled,
  home,
  notReady,
  type Play,
  type Plays,
  untilTask,
  upTo,
} from './play.ts';

const { mina, jun } = CAST;
const HOUR_MS = 3_600_000;

/** Long enough to be seen in the middle, in milliseconds of the simulated Azure. */
const LONG_SYNCHRONIZATION = { timings: { synchronizationMs: 4_000_000 } };
const LONG_COMMIT = { timings: { commitMs: 2_000_000 } };
const LONG_REPLICATION = { timings: { irCompletionMs: 4_000_000 } };
const ENDLESS_REPLICATION = { timings: { irCompletionMs: 400_000_000 } };

const SNAPSHOT: JobError = {
  code: '0x800700EA',
  message: 'The snapshot failed.',
  possibleCauses: 'Dynamic disks.',
  recommendedAction: 'Look at the disks in the guest.',
};

const jobs = ({ scene }: BotRig) => scene.azure.jobs;

const untilCommitted = ({ scene }: BotRig) =>
  vi.waitUntil(() => scene.azure.vm('web-01').state === 'failbackCommitted', 10_000);

/** What may become of a job in Azure, for a VM or a whole plan. */
export const playsOfJobs = (line: string, name: string): Plays => {
  const isPlan = line.startsWith('plan');
  const failedWaiting: Play = {
    what: 'the planned failover fails while it waits',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      jobs(bot).fail(name, [SNAPSHOT]);
    },
    says: [
      'The job failed in Azure',
      'The snapshot failed.',
      'Dynamic disks.',
      'Look at the disks in the guest.',
      'the VM has dynamic disks',
    ],
    ways: {
      ...(!isPlan && { 'Restart the job': { leadsTo: home({ restart: 1 }, name) } }),
      'Start over': { leadsTo: home({ plannedFailover: 2 }, name) },
    },
  };
  const failedCommit: Play = {
    what: 'the commit fails',
    scene: LONG_COMMIT,
    async reach(bot) {
      await upTo(bot, 'committing', line);
      jobs(bot).fail(name, [{ code: '1', message: 'Out of luck.' }]);
    },
    says: ['The job failed in Azure', 'Out of luck.'],
    ways: { 'Ask again': { leadsTo: home({ failoverCommit: 2 }, name) } },
  };
  const cancelledElsewhere: Play = {
    what: 'somebody cancels the job in the portal',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      jobs(bot).cancelInPortal(name);
    },
    says: ['The job was cancelled in Azure', 'Do not start the on-premises VM'],
    ways: { 'Start over': { leadsTo: home({ plannedFailover: 2 }, name) } },
  };
  const gone: Play = {
    what: 'Azure does not know the job any more',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      const { id } = jobs(bot).latest(name);
      jobs(bot).hide(name);
      bot.scene.azure.faults.always(
        { method: 'GET', name: id },
        { kind: 'status', status: 404, taken: false },
      );
    },
    says: ['Azure no longer knows the job'],
    ways: { 'Start over': { leadsTo: notReady() } },
  };
  const unknownState: Play = {
    what: 'the job is in a state that nobody knows',
    scene: LONG_SYNCHRONIZATION,
    async reach(bot) {
      await upTo(bot, 'synchronization', line);
      jobs(bot).override(name, { state: 'Paused' });
      await bot.hold();
      jobs(bot).override(name, {});
    },
    says: ['shows something that the bot does not know', 'Paused'],
    ways: { 'Expected, go on': { leadsTo: home({}, name) } },
  };
  const partlyCommitted: Play = {
    what: 'the commit succeeds in part',
    scene: LONG_COMMIT,
    async reach(bot) {
      await upTo(bot, 'committing', line);
      jobs(bot).override(name, {
        state: 'Succeeded',
        stateDescription: 'PartiallySucceeded',
        errors: [{ code: '2', message: 'One disk is left.', recommendedAction: 'Delete it.' }],
      });
    },
    says: ['only a part of it succeeded', 'One disk is left.', 'Delete it.'],
    ways: {
      'Expected, go on': { first: untilCommitted, leadsTo: home({}, name) },
      // Azure goes on with it, and shows in the end that the commit is done: it is not asked for twice.
      'Ask again': {
        first: untilCommitted,
        async leadsTo(bot) {
          const hold = await bot.hold('outside of the bot');
          await bot.presses(jun, hold, 'Go on from there');
          await home({}, name)(bot);
        },
      },
    },
  };
  const stuck: Play = {
    what: 'the job shows nothing new for half a day',
    scene: LONG_SYNCHRONIZATION,
    async reach(bot) {
      await upTo(bot, 'synchronization', line);
      await untilTask(bot, name, isPlan ? 'DataSyncAllActionGroup' : 'DataSync');
      bot.passes(13 * HOUR_MS);
    },
    says: ['shown nothing new for a long time', '13 hours'],
    ways: {
      'Look again': { first: ({ scene }) => scene.passes(13 * HOUR_MS), leadsTo: home({}, name) },
      'Cancel, do not start': { leadsTo: cancelled(name) },
      'Cancel and run again': {
        first: ({ scene }) => scene.passes(13 * HOUR_MS),
        leadsTo: home({ plannedFailover: 2, cancel: 1 }, name),
      },
    },
  };
  const resumedElsewhere: Play = {
    what: 'somebody completes the failover in the portal',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      jobs(bot).resumeInPortal(name);
    },
    says: ['Somebody acted in Azure outside of the bot'],
    ways: { 'Go on from there': { leadsTo: home({ resume: 0 }, name) } },
  };
  const committedElsewhere: Play = {
    what: 'somebody commits in the portal',
    async reach(bot) {
      await upTo(bot, 'commit', line);
      if (isPlan) jobs(bot).commitPlanInPortal(name);
      else jobs(bot).commitInPortal(name);
    },
    says: ['the commit was made outside of the bot'],
    ways: { 'Go on from there': { leadsTo: home({ failoverCommit: 0 }, name) } },
  };
  const startedElsewhere: Play = {
    what: 'somebody starts it in the portal while the direction is asked',
    async reach(bot) {
      await upTo(bot, 'direction', line);
      if (isPlan) jobs(bot).failBackPlanInPortal(name);
      else jobs(bot).failBackInPortal(name, 'beforeFailover');
    },
    says: ['was started outside of the bot'],
    ways: { 'Start over': { leadsTo: notReady({ plannedFailover: 0 }) } },
  };
  const waitsAfterAll: Play = {
    what: 'a full download waits for complete failover',
    scene: { timings: { shutdownMs: 40_000_000 } },
    async reach(bot) {
      await upTo(bot, 'synchronization', `${line} full-download`);
      jobs(bot).override(name, {
        state: 'Suspended',
        allowedActions: ['Cancel', 'Resume'],
        tasks: { WaitForUserInputForFailback: { state: 'Suspended' } },
      });
    },
    says: ['which a full download never does'],
    ways: {
      'Look again': {
        first: (bot) => {
          jobs(bot).override(name, {});
          bot.passes(HOUR_MS);
          bot.scene.passes(HOUR_MS);
        },
        leadsTo: home({ resume: 0 }, name),
      },
      'Go on from there': { leadsTo: asked('Complete failover:') },
    },
  };
  const restartedElsewhere: Play = {
    what: 'somebody restarts the failed job in the portal',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      jobs(bot).fail(name, [SNAPSHOT]);
      await bot.hold('The job failed in Azure');
      jobs(bot).restartInPortal(name);
    },
    says: ['a planned failover of the VM runs again', 'the job of this failback runs again'],
    ways: {
      'Take this job': { leadsTo: home({}, name) },
      'Start over': { leadsTo: notReady() },
    },
  };
  const cancelAsked: Play = {
    what: 'somebody asks to cancel while data travels',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      await bot.types(mina, '/failback cancel the site has no power');
    },
    says: ['Somebody asked to cancel', 'half written', 'the site has no power'],
    ways: {
      'Let it finish': { leadsTo: home({}, name) },
      'Cancel, do not start': { leadsTo: cancelled(name) },
      'Cancel and run again': { leadsTo: home({ plannedFailover: 2, cancel: 1 }, name) },
    },
  };
  const cancelTooLate: Play = {
    what: 'the job is done before it is cancelled',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      await bot.types(mina, '/failback cancel the site has no power');
      const hold = await bot.hold('Somebody asked to cancel');
      jobs(bot).resumeInPortal(name);
      await vi.waitUntil(() => bot.scene.azure.vm('web-01').state === 'failedBack', 10_000);
      await bot.submits(jun, hold, 'Cancel, do not start', { reason: 'no power' });
    },
    says: ['The job ended before it could be cancelled'],
    ways: { 'Go on from there': { leadsTo: home({ resume: 0 }, name) } },
  };
  const replicationFailed: Play = {
    what: 'initial replication fails',
    scene: LONG_REPLICATION,
    async reach(bot) {
      await upTo(bot, 'committing', line);
      await vi.waitUntil(
        () =>
          jobs(bot)
            .all()
            .some(({ plan }) => plan.scenario === 'IrCompletion' && plan.vm?.name === 'web-01'),
        10_000,
      );
      jobs(bot).failInitialReplication('web-01', [{ code: '3', message: 'The storage is full.' }]);
    },
    says: ['Initial replication to Azure failed', 'The storage is full.'],
    ways: {
      'Look again': { first: (bot) => jobs(bot).replicateAgain('web-01'), leadsTo: home({}, name) },
      'It is protected': { leadsTo: home({}, name) },
    },
  };
  const notProtectedYet: Play = {
    what: 'initial replication shows nothing new for a day',
    scene: ENDLESS_REPLICATION,
    async reach(bot) {
      await upTo(bot, 'committing', line);
      await vi.waitUntil(() => accepted(bot).reProtect === 1, 10_000);
      await vi.waitUntil(() => bot.scene.azure.vm('web-01').state === 'protected', 10_000);
      bot.passes(25 * HOUR_MS);
    },
    says: ['The VM is not protected: for a day nothing has shown'],
    ways: {
      'Look again': {
        async leadsTo(bot) {
          await bot.message('Was on hold');
          await vi.waitUntil(() => bot.events().at(-1)?.type !== 'held');
        },
      },
      'It is protected': { leadsTo: home({}, name) },
    },
  };
  const itemGone: Play = {
    what: 'somebody disables the protection before the start',
    async reach(bot) {
      await upTo(bot, 'direction', line);
      bot.scene.azure.vm('web-01').isProtected = false;
    },
    says: ['Azure no longer knows this protected item'],
    ways: { 'Start over': { leadsTo: notReady({ plannedFailover: 0 }) } },
  };
  const itemGoneLater: Play = {
    what: 'Azure does not know the protected item while data travels',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      bot.scene.azure.vm('web-01').isProtected = false;
    },
    says: ['Azure no longer knows this protected item'],
    ways: {
      'Ask again': {
        first: (bot) => {
          bot.scene.azure.vm('web-01').isProtected = true;
        },
        leadsTo: home({}, name),
      },
    },
  };
  return {
    jobFailed: [failedWaiting, failedCommit],
    jobCancelled: [cancelledElsewhere],
    jobGone: [gone],
    jobUnknown: [unknownState],
    jobPartly: [partlyCommitted],
    jobStuck: [stuck],
    changedElsewhere: [
      resumedElsewhere,
      committedElsewhere,
      startedElsewhere,
      ...(isPlan ? [] : [waitsAfterAll]),
    ],
    restartedElsewhere: [restartedElsewhere],
    cancelAsked: [cancelAsked],
    cancelTooLate: [cancelTooLate],
    replicationFailed: [replicationFailed],
    notProtectedYet: [notProtectedYet],
    itemGone: [itemGone, itemGoneLater],
  };
};
