import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
const VMS = ['db-01', 'web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 }));
let bot: BotRig;

afterEach(() => bot.stop());

const calls = () => bot.scene.azure.calls;
const vm = (name: string) => bot.scene.azure.vm(name);

async function start(line: string): Promise<string> {
  bot = await BotRig.start({ vms: VMS });
  const answer = await bot.types(mina, `/failback start ${line}`);
  const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0];
  if (run === undefined) throw new Error(`no run was started: ${answer}`);
  return run;
}

/** The newest message with this title. */
const question = (text: string) => bot.message(text);

describe('several VMs come home together', () => {
  it('in one wave: one board, one approval for each question, and every block at home', async () => {
    const run = await start('web-01 web-02');

    const direction = await question('Direction: bring 2 VMs home');
    await bot.approves(jun, direction, 'azure');
    await bot.presses(jun, await question('Complete failover: take 2 VMs down'), 'Approve');
    const commit = await question('Commit: delete 2 VMs');
    expect(await bot.approves(ada, commit, 'web-01')).toContain('not the id of the run');
    await bot.approves(ada, commit, `${run} 2`);
    await bot.message(`${run}: all 2 VMs home and protected`);

    for (const name of ['web-01', 'web-02']) {
      expect(vm(name).blocksThatDiffer()).toBe(0);
      expect(calls().accepted('plannedFailover', name)).toBe(1);
      expect(calls().accepted('failoverCommit', name)).toBe(1);
    }
    const boards = bot
      .messages()
      .filter((message) => bot.read(message).includes('Azure to on-premises =='));
    expect(boards).toHaveLength(1);
    expect(bot.now(direction)).toContain('direction: approved by Jun Sample');
    expect(bot.now(direction)).not.toContain('[Approve]');
    expect(await bot.types(mina, '/failback audit')).toContain('The audit trail is intact.');
  });

  it('in two waves: the second is asked about when the first is home, and not before', async () => {
    const run = await start('db-01 then web-01 web-02');

    await bot.approves(jun, await question('Direction: bring db-01 home'), 'azure');
    const complete = await question('Complete failover: take db-01 down');
    const board = await bot.message(`${run}: 3 VMs`);
    expect(bot.now(board)).toContain('waits until wave 1 is home');
    expect(bot.messages().some((message) => bot.read(message).includes('bring 2 VMs'))).toBe(false);
    await bot.presses(jun, complete, 'Approve');

    await bot.approves(jun, await question('Direction: bring 2 VMs home'), 'azure');
    await bot.approves(ada, await question('Commit: delete db-01'), 'db-01');
    await bot.presses(jun, await question('Complete failover: take 2 VMs down'), 'Approve');
    await bot.approves(ada, await question('Commit: delete 2 VMs'), `${run} 2`);
    await bot.message(`${run}: all 3 VMs home and protected`);

    expect(VMS.map(({ name }) => vm(name).blocksThatDiffer())).toEqual([0, 0, 0]);
    expect(bot.now(board)).toContain('3 of 3 VMs home.');
  });
});
