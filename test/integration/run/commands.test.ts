import { afterEach, describe, expect, it } from 'vitest';
import { DAYS } from '../../../bot/failback/state/maintenance-window.ts';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
const DAY_MS = 86_400_000;
const VMS = ['db-01', 'web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 }));
let bot: BotRig;

afterEach(() => bot.stop());

const calls = () => bot.scene.azure.calls;
const vm = (name: string) => bot.scene.azure.vm(name);

async function start(line: string, policies: Readonly<Record<string, unknown>> = {}) {
  bot = await BotRig.start({ vms: VMS, settings: { policies } });
  const answer = await bot.types(mina, `/failback start ${line}`);
  const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0];
  if (run === undefined) throw new Error(`no run was started: ${answer}`);
  return run;
}

/** Open for an hour, in three days: whatever the time is, not now. */
const notNow = () => ({
  days: [DAYS[new Date(Date.now() + 3 * DAY_MS).getUTCDay()]],
  from: '12:00',
  to: '13:00',
  timeZone: 'UTC',
});

describe('the id of a run', () => {
  it('stops all of it with one reason, and one choice for each wave lets it go on', async () => {
    const run = await start('db-01 then web-01 web-02');
    await bot.message('Direction: bring db-01 home');

    expect(await bot.types(mina, `/failback hold ${run}`)).toContain('Say why');
    const held = await bot.types(mina, `/failback hold ${run} the owners meet first`);
    const first = await bot.message(`On hold: wave 1 of ${run}`);
    const second = await bot.message(`On hold: wave 2 of ${run}`);
    const board = bot.read(await bot.message(`${run}: 3 VMs`));
    expect(await bot.types(mina, `/failback hold ${run} again`)).toContain('nothing of it goes on');
    expect(await bot.types(jun, `/failback choose ${run} again`)).toContain('name the wave');
    await bot.types(jun, `/failback choose ${run} wave-2 again`);
    await bot.presses(jun, first, 'Ask again');
    const direction = await bot.until(() =>
      bot
        .messages()
        .find(
          (message) =>
            bot.read(message).includes('Direction: bring db-01') &&
            bot.read(message).includes('[Approve]'),
        ),
    );
    await bot.approves(jun, direction, 'azure');
    await bot.message('Complete failover: take db-01 down');

    expect(held).toContain('on hold: db-01, web-01, web-02.');
    expect(bot.read(first)).toContain('the owners meet first');
    expect(bot.now(second)).toContain('Answered "again" by Jun Sample');
    expect(board).toContain('web-01, web-02: a choice, on hold since');
  });

  it('has the question that waits for the window asked now, for the whole wave as one', async () => {
    const run = await start('web-01 web-02', { maintenanceWindows: [notNow()] });
    const direction = await bot.message('Direction: bring 2 VMs home');
    const asked = bot.read(direction);
    await bot.approves(jun, direction, 'azure');
    const ready = await bot.until(() =>
      bot
        .messages()
        .find((message) => bot.read(message).includes('Wave 1, web-01, web-02: the bot')),
    );

    const own = await bot.presses(mina, ready, 'Ask now');
    await bot.submits(jun, ready, 'Ask now', { reason: 'the link is free' });
    const complete = await bot.message('Complete failover: take 2 VMs down');
    const again = await bot.types(jun, `/failback ask-now ${run} me too`);
    await bot.presses(ada, complete, 'Approve');
    await bot.approves(ada, await bot.message('Commit: delete 2 VMs'), `${run} 2`);
    await bot.message(`${run}: all 2 VMs home and protected`);

    expect(own).toContain('somebody else has to decide');
    expect(asked).toContain('Goes down later');
    expect(bot.read(complete)).toContain('Jun Sample had it asked now: the link is free');
    expect(again).toContain('nothing of it waits for a maintenance window');
    expect(bot.now(ready)).not.toContain('[Ask now]');
    expect(['web-01', 'web-02'].map((name) => vm(name).blocksThatDiffer())).toEqual([0, 0]);
    expect(calls().received('resume')).toBe(2);
  });

  it('says what is owed, what cannot be undone and what was decided, for the next shift', async () => {
    const run = await start('db-01 then web-01 web-02');
    await bot.approves(jun, await bot.message('Direction: bring db-01 home'), 'azure');
    await bot.message('Complete failover: take db-01 down');

    const handover = await bot.types(ada, `/failback handover ${run}`);
    const same = await bot.types(ada, '/failback handover');
    await bot.types(ada, `/failback handover ${run} post`);
    await bot.message(`Handover of ${run}: 3 VMs`);

    expect(handover).toMatch(/db-01 \(FB-....\): a decision about complete failover, 0 of 1/);
    expect(handover).toContain('web-01, web-02: waits until wave 1 is home');
    expect(handover).toContain('db-01: The on-premises disks are being overwritten.');
    expect(handover).toContain('db-01: Question about direction: approved by Jun Sample');
    expect(same).toContain(`Handover of ${run}`);
  });

  it.each([
    ['status', '3 VMs, Azure to on-premises'],
    ['timeline', 'events'],
    ['decline', 'Say why'],
    ['choose again', 'no such question is open'],
    ['ask-now please', 'nothing of it waits'],
    ['check', 'is not the name of a VM, but looks like an id'],
    ['adopt', 'is not the name of a VM, but looks like an id'],
    ['start', 'is not the name of a VM, but looks like an id'],
    ['cancel not tonight', 'cancelled before anything was started: db-01, web-01, web-02.'],
  ])('is understood by "%s", or told what to do instead', async (typed, expected) => {
    const run = await start('db-01 web-01 then web-02');
    await bot.message('Direction: bring 2 VMs home');
    const [command, ...rest] = typed.split(' ');

    // Mina asked for it: where only somebody else may act, Jun does.
    const who = command === 'decline' || command === 'choose' ? jun : mina;
    const answer = await bot.types(who, `/failback ${[command, run, ...rest].join(' ')}`);

    expect(answer).toContain(expected);
  });
});
