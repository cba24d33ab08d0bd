import { join } from 'node:path';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { openLedger } from '../../contract/sqlite-place.ts';
import type { BotRig } from '../../support/bot.ts';
import { untilTrue } from '../../support/fast-clock.ts';
import { jobs, SNAPSHOT } from './jobs-in-azure.ts';
import { asked, cancelled, home, notReady, type Play, type Plays, upTo } from './play.ts';

const { mina, jun } = CAST;
const HOUR_MS = 3_600_000;

/** What people do in the portal, and to cancel, for a VM or a whole plan. */
export const playsOfPeople = (line: string, name: string): Plays => {
  const isPlan = line.startsWith('plan');
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
  const laterVersion: Play = {
    what: 'a later version of the bot has written what this one does not know',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      await bot.stopBot();
      await writesUnknown(bot);
      await bot.startBot();
    },
    says: ['an entry that this version of the bot does not know', 'replicaMoved'],
    // This version does not know it any better the second time.
    ways: { 'Ask again': { leadsTo: heldAgain } },
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
      await untilTrue(() => bot.scene.azure.vm('web-01').state === 'failedBack');
      await bot.submits(jun, hold, 'Cancel, do not start', { reason: 'no power' });
    },
    says: ['The job ended before it could be cancelled'],
    ways: { 'Go on from there': { leadsTo: home({ resume: 0 }, name) } },
  };
  return {
    changedElsewhere: [
      resumedElsewhere,
      committedElsewhere,
      startedElsewhere,
      ...(isPlan ? [] : [waitsAfterAll]),
    ],
    restartedElsewhere: [restartedElsewhere],
    cancelAsked: [cancelAsked],
    cancelTooLate: [cancelTooLate],
    entryUnknown: [laterVersion],
  };
};

/** Another version of the bot writes into the ledger of this one, which is stopped. */
async function writesUnknown(bot: BotRig): Promise<void> {
  const ledger = openLedger(join(bot.scene.folder, 'failback.db'));
  const [stream = ''] = await ledger.openFailbacks();
  const event = { type: 'replicaMoved', to: 'HV-07' } as never;
  await ledger.append({ stream, expectedRevision: 'any', at: Date.now(), events: [event] });
  await ledger.close();
}

const heldAgain = async (bot: BotRig): Promise<void> => {
  const isHeldTwice = () =>
    bot.events().filter((event) => event.type === 'held' && event.reason === 'entryUnknown')
      .length === 2;
  await untilTrue(isHeldTwice);
};
