import type { Timings } from '../../../simulators/azure/jobs/timings.ts';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import type { BotRig } from '../../support/bot.ts';
import { untilTrue } from '../../support/fast-clock.ts';
import { jobs } from './jobs-in-azure.ts';
import { accepted, home, type Play, type Plays, untilTask } from './play.ts';

const { mina, jun } = CAST;

const long = (part: keyof Timings) => ({ timings: { [part]: 1_500_000 } });
const adopts = (bot: BotRig) => bot.types(mina, '/failback adopt web-01');

const synchronizing: Play = {
  what: 'begun in the portal, and synchronizing',
  scene: long('synchronizationMs'),
  async reach(bot) {
    jobs(bot).failBackInPortal('web-01', 'beforeFailover');
    await untilTask(bot, 'web-01', 'DataSync');
    await adopts(bot);
  },
  says: ['is to be taken over', 'Data synchronization'],
  ways: { 'Take this job': { leadsTo: home({ plannedFailover: 0 }) } },
};

const waiting: Play = {
  what: 'begun in the portal, and waiting for complete failover',
  async reach(bot) {
    jobs(bot).failBackInPortal('web-01', 'beforeFailover');
    await untilTask(bot, 'web-01', 'WaitForUserInputForFailback');
    await adopts(bot);
  },
  says: ['is to be taken over'],
  ways: { 'Take this job': { leadsTo: home({ plannedFailover: 0 }) } },
};

const completing: Play = {
  what: 'completed in the portal, and in its downtime',
  scene: long('shutdownMs'),
  async reach(bot) {
    jobs(bot).failBackInPortal('web-01', 'beforeFailover');
    await untilTask(bot, 'web-01', 'WaitForUserInputForFailback');
    jobs(bot).resumeInPortal('web-01');
    await untilTask(bot, 'web-01', 'VmShutdownVmOnPrimary');
    await adopts(bot);
  },
  says: ['is to be taken over'],
  ways: { 'Take this job': { leadsTo: home({ plannedFailover: 0, resume: 0 }) } },
};

const downloading: Play = {
  what: 'begun in the portal as a full download',
  scene: long('shutdownMs'),
  async reach(bot) {
    jobs(bot).failBackInPortal('web-01', 'fullDownload');
    await untilTask(bot, 'web-01', 'VmShutdownVmOnPrimary');
    await adopts(bot);
  },
  says: ['is to be taken over'],
  ways: { 'Take this job': { leadsTo: home({ plannedFailover: 0, resume: 0 }) } },
};

const atHome: Play = {
  what: 'brought home in the portal, with the commit to come',
  async reach(bot) {
    jobs(bot).failBackInPortal('web-01', 'fullDownload');
    await untilTrue(() => bot.scene.azure.vm('web-01').state === 'failedBack');
    await adopts(bot);
  },
  says: ['is to be taken over'],
  ways: { 'Take this job': { leadsTo: home({ plannedFailover: 0, resume: 0 }) } },
};

const isHeldAgain = async (bot: BotRig, says: string) => {
  await bot.presses(jun, await bot.hold(says), 'Go on from there');
};

const unknownChanges: Play = {
  what: 'begun in the portal, and nothing tells yet that it synchronizes before the failover',
  scene: long('prerequisitesMs'),
  async reach(bot) {
    jobs(bot).failBackInPortal('web-01', 'beforeFailover');
    await adopts(bot);
  },
  says: ['is to be taken over', 'data synchronization before failover', 'full download'],
  ways: {
    'Take it: changes only': { leadsTo: home({ plannedFailover: 0 }) },
    // It was the other one: the job tells, and a person says that the bot goes on from there.
    'Take it: full download': {
      async leadsTo(bot) {
        await isHeldAgain(bot, 'which a full download never does');
        await home({ plannedFailover: 0 })(bot);
      },
    },
  },
};

const unknownDownload: Play = {
  what: 'begun in the portal, and nothing tells yet that it downloads everything',
  // Without a server: it may tell that the VM runs before Azure tells that the failover is over.
  scene: { ...long('prerequisitesMs'), settings: { hyperv: undefined } },
  async reach(bot) {
    jobs(bot).failBackInPortal('web-01', 'fullDownload');
    jobs(bot).override('web-01', { tasks: { DataSync: { state: 'NotStarted' } } });
    await adopts(bot);
    await bot.hold();
    jobs(bot).override('web-01', {});
  },
  says: ['is to be taken over', 'data synchronization before failover', 'full download'],
  ways: {
    'Take it: changes only': {
      async leadsTo(bot) {
        await isHeldAgain(bot, 'the failover was completed outside of the bot');
        await home({ plannedFailover: 0, resume: 0 })(bot);
      },
    },
    'Take it: full download': { leadsTo: home({ plannedFailover: 0, resume: 0 }) },
  },
};

const waveBroken: Play = {
  what: 'a VM of the wave before does not come home',
  scene: { vms: ['web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 })) },
  async reach(bot) {
    await bot.types(mina, '/failback start web-02 then web-01');
    const id = /FB-[0-9A-Z]{4}/.exec(await bot.types(mina, '/failback status web-02'))?.[0];
    await bot.types(mina, `/failback hold ${id} the application team is away`);
    await bot.presses(jun, await bot.hold('Somebody asked the bot to stop'), 'Let go');
  },
  says: ['This wave has not begun'],
  ways: {
    'Look again': {
      async leadsTo(bot) {
        await bot.hold('This wave has not begun');
        await untilTrue(() => accepted(bot).plannedFailover === 0);
      },
    },
    'Go on without it': { leadsTo: home() },
  },
};

/** What others have begun, and what others did not finish. */
export const PLAYS_OF_OTHERS: Plays = {
  adoptAsked: [
    synchronizing,
    waiting,
    completing,
    downloading,
    atHome,
    unknownChanges,
    unknownDownload,
  ],
  waveBroken: [waveBroken],
};
