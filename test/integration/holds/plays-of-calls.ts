import { expect } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import type { BotRig } from '../../support/bot.ts';
import { eventually } from '../../support/fast-clock.ts';
import { home, notReady, type Play, type Plays, upTo } from './play.ts';

const { mina, jun } = CAST;

const LOST = { kind: 'reset', taken: false } as const;
const BUSY = {
  kind: 'status',
  status: 409,
  taken: false,
  code: 'Conflict',
  message: 'Another operation is running.',
} as const;
const START = { method: 'POST', operation: 'plannedFailover' } as const;

const arrived = (bot: BotRig, operation: string, count = 1): Promise<void> =>
  eventually(() => expect(bot.scene.azure.calls.received(operation)).toBe(count));

/** Longer than any question waits. */
const DAYS_MS = 14 * 24 * 3_600_000;

const approvesDirection = async (bot: BotRig): Promise<string> =>
  bot.approves(jun, await bot.question('Direction:'), 'azure');

/** What may become of a call, for a VM or a whole plan. */
export const playsOfCalls = (line: string, name: string): Plays => {
  const isPlan = line.startsWith('plan');
  const refusedStart: Play = {
    what: 'the planned failover is refused',
    async reach(bot) {
      await upTo(bot, 'direction', line);
      bot.scene.azure.faults.next(START, BUSY);
      await approvesDirection(bot);
    },
    says: ['Azure refused', 'Conflict', 'Another operation is running.'],
    ways: { 'Start over': { leadsTo: home({}, name) } },
  };
  const refusedCommit: Play = {
    what: 'the commit is refused',
    async reach(bot) {
      await upTo(bot, 'commit', line);
      bot.scene.azure.faults.next({ method: 'POST', operation: 'failoverCommit' }, BUSY);
      await bot.approves(jun, await bot.question('Commit:'), name);
    },
    says: ['Azure refused'],
    ways: { 'Look again': { leadsTo: home({}, name) } },
  };
  const lostWhileOthersStart: Play = {
    what: 'the call is lost, and somebody else starts it at the same moment',
    async reach(bot) {
      await upTo(bot, 'direction', line);
      bot.scene.azure.faults.next(START, LOST);
      await approvesDirection(bot);
      await arrived(bot, 'plannedFailover');
      if (isPlan) bot.scene.azure.jobs.failBackPlanInPortal(name);
      else bot.scene.azure.jobs.failBackInPortal(name, 'beforeFailover');
    },
    says: ['it is not certain what came of it', 'was started by somebody else'],
    ways: {
      'Take this job': { leadsTo: home({ plannedFailover: 0 }, name) },
      'Start over': { leadsTo: notReady({ plannedFailover: 0 }) },
    },
  };
  const neverTaken: Play = {
    what: 'the call is lost again and again',
    async reach(bot) {
      await upTo(bot, 'direction', line);
      bot.scene.azure.faults.next(START, LOST, 3);
      await approvesDirection(bot);
    },
    says: ['shows no sign of it', 'Azure did not take the call'],
    ways: { 'Start over': { leadsTo: home({}, name) } },
  };
  const serverGone: Play = {
    what: 'the server loses its connection before the start',
    async reach(bot) {
      await upTo(bot, 'direction', line);
      bot.scene.azure.host.connectionStatus = 'Disconnected';
      await approvesDirection(bot);
    },
    says: ['Azure does not offer the next step', 'not connected to Azure'],
    ways: {
      'Start over': {
        first: (bot) => {
          bot.scene.azure.host.connectionStatus = 'Connected';
        },
        leadsTo: home({}, name),
      },
    },
  };
  const commitNotOffered: Play = {
    what: 'the commit is not offered any more',
    async reach(bot) {
      await upTo(bot, 'commit', line);
      bot.scene.azure.vm('web-01').fields['allowedOperations'] = [];
      await bot.approves(jun, await bot.question('Commit:'), name);
    },
    says: ['Azure does not offer the next step'],
    ways: {
      'Look again': {
        first: (bot) => delete bot.scene.azure.vm('web-01').fields['allowedOperations'],
        leadsTo: home({}, name),
      },
    },
  };
  const declined: Play = {
    what: 'complete failover is declined',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      const complete = await bot.question('Complete failover:');
      await bot.submits(jun, complete, 'Decline', { reason: 'not in the day' });
    },
    says: ['The question was declined'],
    ways: { 'Ask again': { leadsTo: home({}, name) } },
  };
  const expired: Play = {
    what: 'nobody answers about complete failover',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      bot.passes(DAYS_MS);
      bot.scene.passes(DAYS_MS);
    },
    says: ['Nobody decided in time'],
    ways: { 'Ask again': { leadsTo: home({}, name) } },
  };
  const stopped: Play = {
    what: 'somebody asks the bot to stop',
    async reach(bot) {
      await upTo(bot, 'complete', line);
      await bot.types(mina, '/failback hold wait for the network team');
    },
    says: ['Somebody asked the bot to stop', 'wait for the network team'],
    ways: { 'Ask again': { leadsTo: home({}, name) } },
  };
  const all = {
    callRefused: [refusedStart, refusedCommit],
    callUnclear: [lostWhileOthersStart],
    callRepeatedInVain: [neverTaken],
    notOffered: [serverGone, commitNotOffered],
    gateDeclined: [declined],
    gateExpired: [expired],
    askedFor: [stopped],
  };
  return all;
};
