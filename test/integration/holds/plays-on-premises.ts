import { expect } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import type { BotRig } from '../../support/bot.ts';
import { asked, cancelled, home, type Play, type Plays, upTo } from './play.ts';

const { mina, jun } = CAST;
const OTHER = 'HV-HOST-02.corp.example';

const MINUTE_MS = 60_000;

const server = ({ scene }: BotRig) => scene.hyperv.host(scene.azure.host.name);
const other = ({ scene }: BotRig) => scene.hyperv.host(OTHER);

async function approvesDirection(bot: BotRig): Promise<void> {
  await bot.approves(jun, await bot.question('Direction:'), 'azure');
}

const running: Play = {
  what: 'the VM is on at the start',
  async reach(bot) {
    await upTo(bot, 'direction');
    server(bot).startVm('web-01');
    await approvesDirection(bot);
  },
  says: ['must be off and have no checkpoints', 'Running'],
  ways: { 'Look again': { first: (bot) => server(bot).stopVm('web-01'), leadsTo: home() } },
};

const away: Play = {
  what: 'the server is away at the start',
  async reach(bot) {
    await upTo(bot, 'direction');
    server(bot).access = 'away';
    await approvesDirection(bot);
  },
  says: ['could not see to it', 'not reached'],
  ways: {
    'Look again': {
      first: (bot) => {
        server(bot).access = 'open';
      },
      leadsTo: home(),
    },
    'Go on without it': {
      async leadsTo(bot) {
        await bot.question('Complete failover:');
        server(bot).access = 'open';
        // A server that did not answer is left alone for a while.
        bot.passes(MINUTE_MS);
        bot.scene.passes(MINUTE_MS);
        await home()(bot);
      },
    },
  },
};

const started: Play = {
  what: 'somebody starts the VM while data travels',
  async reach(bot) {
    await upTo(bot, 'complete');
    server(bot).startVm('web-01');
  },
  says: ['Alarm: the on-premises VM was started', 'Do not start the on-premises VM'],
  ways: {
    'Cancel, do not start': { leadsTo: cancelled() },
    'Cancel and run again': {
      first: (bot) => server(bot).stopVm('web-01'),
      leadsTo: asked('Direction:', { cancel: 1 }),
    },
    'Go on anyway': {
      first: (bot) => server(bot).stopVm('web-01'),
      leadsTo: asked('Complete failover:'),
    },
  },
};

const checkpoint: Play = {
  what: 'somebody takes a checkpoint while data travels',
  async reach(bot) {
    await upTo(bot, 'complete');
    server(bot).takeCheckpoint('web-01');
  },
  says: ['a checkpoint was taken'],
  ways: {
    'Ask again': {
      first: (bot) => {
        bot.scene.azure.vm('web-01').checkpoints = 0;
      },
      leadsTo: home(),
    },
  },
};

const silent: Play = {
  what: 'nothing proves that the VM is well',
  scene: { patienceMinutes: 0.005 },
  async reach(bot) {
    server(bot).openPorts = [];
    await upTo(bot, 'complete');
    await bot.presses(jun, await bot.question('Complete failover:'), 'Approve');
  },
  says: ['Commit is locked', 'Port 443'],
  ways: {
    'Look again': {
      first: (bot) => {
        server(bot).openPorts = [443];
      },
      leadsTo: home(),
    },
    'Commit without proof': { leadsTo: home() },
  },
};

const switchNotMade: Play = {
  what: 'the virtual switch was not made',
  scene: {
    hosts: [OTHER],
    vms: [{ name: 'web-01', switches: ['External', 'Production'], writeEveryMs: 50 }],
  },
  async reach(bot) {
    server(bot).switches.push('Production');
    await bot.types(mina, '/failback start web-01 to HV-HOST-02');
    const question = await bot.question('Virtual switch: make');
    other(bot).misbehave({ kind: 'slow', ms: 1 });
    other(bot).misbehave({ kind: 'exit', code: 3 });
    await bot.presses(jun, question, 'Approve');
  },
  says: ['The virtual switch was not made', 'it is not there'],
  ways: {
    'Start over': {
      async leadsTo(bot) {
        await bot.presses(jun, await bot.question('Virtual switch: make'), 'Approve');
        await home()(bot);
        expect(other(bot).switches).toEqual(['External', 'Production']);
      },
    },
    'Go on without it': {
      async leadsTo(bot) {
        await home()(bot);
        expect(other(bot).switches).toEqual(['External']);
      },
    },
  },
};

const unsupported: Play = {
  what: 'it is not supported as far as anybody knows',
  scene: { vms: [{ name: 'web-01', managedDisks: 'replicated', writeEveryMs: 50 }] },
  reach: (bot) => bot.types(mina, '/failback start web-01'),
  says: ['Microsoft does not support this', 'issues/114722'],
  ways: { 'Go on although unsupported': { leadsTo: home() } },
};

/** What may happen to a VM on its server, and what the server cannot do. */
export const PLAYS_ON_PREMISES: Plays = {
  vmNotReady: [running],
  hostNotPrepared: [away],
  vmStarted: [started],
  checkpointTaken: [checkpoint],
  notProven: [silent],
  switchNotMade: [switchNotMade],
  notSupported: [unsupported],
};
