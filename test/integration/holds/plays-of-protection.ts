import { untilTrue } from '../../support/fast-clock.ts';
import { jobs } from './jobs-in-azure.ts';
import { accepted, home, notReady, type Play, type Plays, upTo } from './play.ts';

const HOUR_MS = 3_600_000;

/** Long enough to be seen in the middle, in milliseconds of the simulated Azure. */
const LONG_REPLICATION = { timings: { irCompletionMs: 2_500_000 } };
const ENDLESS_REPLICATION = { timings: { irCompletionMs: 400_000_000 } };

/** What may become of the protection of a VM, by itself or in a whole plan. */
export const playsOfProtection = (line: string, name: string): Plays => {
  const replicationFailed: Play = {
    what: 'initial replication fails',
    scene: LONG_REPLICATION,
    async reach(bot) {
      await upTo(bot, 'committing', line);
      await untilTrue(() =>
        jobs(bot)
          .all()
          .some(({ plan }) => plan.scenario === 'IrCompletion' && plan.vm?.name === 'web-01'),
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
      await untilTrue(() => accepted(bot).reProtect === 1);
      await untilTrue(() => bot.scene.azure.vm('web-01').state === 'protected');
      bot.passes(25 * HOUR_MS);
    },
    says: ['The VM is not protected: for a day nothing has shown'],
    ways: {
      'Look again': {
        async leadsTo(bot) {
          await bot.message('Was on hold');
          await untilTrue(() => bot.events().at(-1)?.type !== 'held');
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
    replicationFailed: [replicationFailed],
    notProtectedYet: [notProtectedYet],
    itemGone: [itemGone, itemGoneLater],
  };
};
