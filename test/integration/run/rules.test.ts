import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
const VMS = ['db-01', 'web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 }));
let bot: BotRig;

afterEach(() => bot.stop());

const calls = () => bot.scene.azure.calls;

async function start(line: string, settings: Readonly<Record<string, unknown>> = {}) {
  bot = await BotRig.start({ vms: VMS, settings });
  const answer = await bot.types(mina, `/failback start ${line}`);
  const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0];
  if (run === undefined) throw new Error(`no run was started: ${answer}`);
  return run;
}

describe('who may answer for a wave', () => {
  it('not the one who asked; each person once; and as many as each VM needs', async () => {
    const run = await start('web-01 web-02', { policies: { approvals: { complete: 2 } } });
    const direction = await bot.message('Direction: bring 2 VMs home');
    expect(await bot.presses(mina, direction, 'Approve')).toContain('somebody else has to decide');
    const timeline = await bot.types(mina, `/failback timeline ${run}`);
    expect(timeline).toContain('Refused: Mina Example');
    await bot.approves(jun, direction, 'azure');
    const complete = await bot.message('Complete failover: take 2 VMs down');

    expect(await bot.presses(jun, complete, 'Approve')).toContain('1 of 2');
    expect(await bot.presses(jun, complete, 'Approve')).toContain('counted already');
    expect(calls().received('resume')).toBe(0);
    expect(await bot.presses(ada, complete, 'Approve')).toContain('recorded for 2 VMs');
    await bot.message('Commit: delete 2 VMs');

    expect(calls().received('resume')).toBe(2);
    expect(await bot.presses(jun, direction, 'Approve')).toContain('no such question is open');
    expect(await bot.types(mina, `/failback timeline ${run}`)).not.toContain('Shortened:');
  });

  it('a press that is delivered again and again has one effect on each VM', async () => {
    await start('web-01 web-02');
    await bot.approves(jun, await bot.message('Direction: bring 2 VMs home'), 'azure');
    const complete = await bot.message('Complete failover: take 2 VMs down');
    await bot.presses(jun, complete, 'Approve');
    const press = bot.scene.slack.deliveries.at(-1);
    if (press === undefined) throw new Error('nothing was delivered');

    await bot.scene.slack.redeliver(press.payload, 30, 'atOnce');
    await bot.message('Commit: delete 2 VMs');

    expect(calls().received('resume')).toBe(2);
  });
});

describe('a wave whose turn does not come', () => {
  it('asks when a VM of the wave before is on hold, and begins without it when somebody says so', async () => {
    const run = await start('db-01 then web-01 web-02');
    await bot.approves(jun, await bot.message('Direction: bring db-01 home'), 'azure');
    await bot.message('Complete failover: take db-01 down');
    const db = /FB-[0-9A-Z]{4}/.exec(
      bot.read(await bot.message('Complete failover: take db')),
    )?.[0];
    await bot.types(mina, `/failback hold ${db} its owner wants to wait`);

    const broken = await bot.message(`On hold: wave 2 of ${run}`);
    expect(bot.read(broken)).toContain('db-01');
    expect(await bot.presses(mina, broken, 'Go on without it')).toContain('somebody else');
    await bot.presses(jun, broken, 'Go on without it');
    await bot.message('Direction: bring 2 VMs home');

    expect(bot.now(broken)).toContain('Answered "without" by Jun Sample');
  });

  it('is cancelled with the run, and what is under way goes on', async () => {
    const run = await start('db-01 then web-01 web-02');
    await bot.approves(jun, await bot.message('Direction: bring db-01 home'), 'azure');
    await bot.message('Complete failover: take db-01 down');

    const answer = await bot.types(mina, `/failback cancel ${run} not tonight`);

    expect(answer).toContain('web-01, web-02');
    expect(answer).toContain('db-01');
    expect(await bot.types(mina, `/failback status ${run}`)).toContain('ended, it was cancelled');
  });

  it('is not started at all when one of its VMs is not ready', async () => {
    bot = await BotRig.start();

    const answer = await bot.types(mina, '/failback start web-01 then app-01 db-01');

    expect(answer).toContain('Nothing was started: 1 of 3 VMs');
    expect(answer).toContain('is not committed');
    expect(answer).toContain('/failback start web-01 then app-01');
    expect(bot.messages()).toHaveLength(0);
  });
});
