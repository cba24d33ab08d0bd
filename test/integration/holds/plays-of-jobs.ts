import { CAST } from '../../../simulators/rehearsal/scene.ts';
import type { BotRig } from '../../support/bot.ts';
import { untilTrue } from '../../support/fast-clock.ts';
import { jobs, SNAPSHOT } from './jobs-in-azure.ts';
import { cancelled, home, notReady, type Play, type Plays, untilTask, upTo } from './play.ts';

const { jun } = CAST;
const HOUR_MS = 3_600_000;

/** Long enough to be seen in the middle, in milliseconds of the simulated Azure. */
const LONG_SYNCHRONIZATION = { timings: { synchronizationMs: 2_500_000 } };
const LONG_COMMIT = { timings: { commitMs: 2_000_000 } };

const untilCommitted = ({ scene }: BotRig) =>
  untilTrue(() => scene.azure.vm('web-01').state === 'failbackCommitted');

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
    ways: { 'Look again': { leadsTo: home({ failoverCommit: 2 }, name) } },
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
      'Look again': {
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
  return {
    jobFailed: [failedWaiting, failedCommit],
    jobCancelled: [cancelledElsewhere],
    jobGone: [gone],
    jobUnknown: [unknownState],
    jobPartly: [partlyCommitted],
    jobStuck: [stuck],
  };
};
