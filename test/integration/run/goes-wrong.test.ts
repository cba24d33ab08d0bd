import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';
import { eventually } from '../../support/fast-clock.ts';

const { mina, jun, ada } = CAST;
const NAMES = ['db-01', 'db-02', 'web-01'];
const VMS = NAMES.map((name) => ({ name, writeEveryMs: 50 }));
const WARNING = 'Do not start the on-premises VM';
let bot: BotRig;

afterEach(() => bot.stop());

const azure = () => bot.scene.azure;
const differing = (...names: string[]) => names.map((name) => azure().vm(name).blocksThatDiffer());

async function start(): Promise<string> {
  bot = await BotRig.start({ vms: VMS });
  const answer = await bot.types(mina, '/failback start db-01 db-02 then web-01');
  const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0];
  if (run === undefined) throw new Error(`no run was started: ${answer}`);
  return run;
}

/** The id of the failback of this VM, as the board says it. */
async function idOf(vm: string): Promise<string> {
  const board = bot.now(await bot.message('Azure to on-premises =='));
  const id = new RegExp(`${vm} \\((FB-[0-9A-Z]{4})\\)`).exec(board)?.[1];
  if (id === undefined) throw new Error(`${vm} is not on the board: ${board}`);
  return id;
}

const board = async () => bot.now(await bot.message('Azure to on-premises =='));

/** The first wave comes home with db-01 alone; the second asks and begins without db-02. */
async function goesOnWithoutDb02(run: string, complete: string): Promise<void> {
  await bot.presses(jun, await bot.message(complete), 'Approve');
  await bot.approves(ada, await bot.message('Commit: delete db-01'), 'db-01');
  await bot.presses(jun, await bot.message(`On hold: wave 2 of ${run}`), 'Go on without it');
  await bot.approves(jun, await bot.message('Direction: bring web-01 home'), 'azure');
  await bot.presses(jun, await bot.message('Complete failover: take web-01 down'), 'Approve');
  await bot.approves(ada, await bot.message('Commit: delete web-01'), 'web-01');
}

describe('one VM of a wave goes wrong, and the others go on', () => {
  it('fails in Azure: the next wave waits and asks, and the board says what is owed', async () => {
    const run = await start();
    await bot.approves(jun, await bot.message('Direction: bring 2 VMs home'), 'azure');
    await eventually(() => expect(azure().calls.accepted('plannedFailover')).toBe(2));
    azure().jobs.fail('db-02', [{ code: '70094', message: 'Simulated.' }]);
    await bot.message('== On hold: db-02');
    await bot.message('Complete failover: take db-01 down');
    await eventually(async () => expect(await board()).toMatch(/db-01 \(FB-....\): a decision/));
    const shown = await board();
    const begun = bot.messages().some((message) => bot.read(message).includes('bring web-01'));
    await goesOnWithoutDb02(run, 'Complete failover: take db-01 down');
    await bot.types(jun, `/failback choose ${await idOf('db-02')} abandon`);
    const end = bot.read(await bot.message(`${run}: 2 of 3 VMs home and protected`));

    expect(shown).toMatch(/db-02 \(FB-....\): a choice, on hold since/);
    expect(begun).toBe(false);
    expect(end).toContain('To try again: /failback start db-02');
    expect(differing('db-01', 'web-01')).toEqual([0, 0]);
  });

  it('is cancelled while its data travels: it stays marked where the run is shown', async () => {
    const run = await start();
    await bot.approves(jun, await bot.message('Direction: bring 2 VMs home'), 'azure');
    await bot.message('Complete failover: take 2 VMs down');
    await bot.types(mina, `/failback cancel ${await idOf('db-02')} its storage is full`);
    await bot.submits(jun, await bot.message('Somebody asked to cancel.'), 'Cancel, do not start', {
      reason: 'It needs more room first.',
    });
    await bot.message('was cancelled');
    await goesOnWithoutDb02(run, 'Complete failover: take 1 VM down');
    const end = bot.read(await bot.message(`${run}: 2 of 3 VMs home and protected`));

    expect(end).toContain(WARNING);
    expect(await board()).toContain(WARNING);
    expect(await bot.types(mina, `/failback handover ${run}`)).toContain(WARNING);
    expect(differing('db-01', 'web-01')).toEqual([0, 0]);
    expect(differing('db-02')[0]).toBeGreaterThan(0);
    expect(azure().calls.accepted('resume')).toBe(2);
  });

  it('comes marked from before: the question says so, and the mark is gone when it is home', async () => {
    await start();
    await bot.approves(jun, await bot.message('Direction: bring 2 VMs home'), 'azure');
    await bot.message('Complete failover: take 2 VMs down');
    for (const name of ['db-01', 'db-02']) {
      await bot.types(mina, `/failback cancel ${await idOf(name)} once more`);
      const hold = await bot.message(`== On hold: ${name}`);
      await bot.submits(jun, hold, 'Cancel, do not start', { reason: 'from the beginning' });
      await bot.message(`${name} was cancelled`);
    }
    await bot.types(jun, `/failback choose ${await idOf('web-01')} abandon`);

    const again = await bot.types(mina, '/failback start db-01 db-02');
    const run = /RUN-[0-9A-Z]{4}/.exec(again)?.[0] ?? '';
    const direction = await bot.message('DO NOT START it');
    await bot.approves(jun, direction, 'azure');
    const complete = await bot.until(() =>
      bot
        .messages()
        .find(
          (message) =>
            bot.read(message).includes('Complete failover: take 2 VMs') &&
            bot.read(message).includes('[Approve]'),
        ),
    );
    await bot.presses(jun, complete, 'Approve');
    await bot.approves(ada, await bot.message('Commit: delete 2 VMs'), `${run} 2`);
    await bot.message(`${run}: all 2 VMs home and protected`);

    expect(bot.now(direction)).toContain('approved by Jun Sample');
    expect(differing('db-01', 'db-02')).toEqual([0, 0]);
    expect(await bot.types(mina, '/failback list')).not.toContain('do not start');
  });
});
