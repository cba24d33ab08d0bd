import { afterEach, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';
import { eventually } from '../../support/fast-clock.ts';

const { mina, jun, ada } = CAST;
const WARNING = 'Do not start the on-premises VM';
let bot: BotRig;
afterEach(() => bot.stop());

const host = () => bot.scene.hyperv.host(bot.scene.azure.host.name);
const vm = () => bot.scene.azure.vm('web-01');

/** Mina starts, Jun approves, Mina wants to cancel while the data travels, and Jun chooses. */
async function cancelled(): Promise<string> {
  await bot.types(mina, '/failback start web-01');
  await bot.approves(jun, await bot.message('Direction:'), 'azure');
  await bot.message('Complete failover:');
  const answer = await bot.types(mina, '/failback cancel the site has no power');
  await bot.submits(jun, await bot.message('Somebody asked to cancel.'), 'Cancel, do not start', {
    reason: 'No power until noon.',
  });
  await bot.message('was cancelled');
  return answer;
}

it('a cancelled synchronization is told before and after, and the VM stays marked until it is home', async () => {
  bot = await BotRig.start();
  const answer = await cancelled();

  expect(answer).toContain('nothing is cancelled yet');
  expect(bot.read(await bot.message('Was on hold: web-01'))).toContain(
    'the on-premises VM must not be started afterwards',
  );
  const end = bot.read(await bot.message('was cancelled'));
  expect(end).toContain('No power until noon.');
  expect(end).toContain(WARNING);
  expect(vm().blocksThatDiffer()).toBeGreaterThan(0);
  expect(vm().startAction).toBe('Nothing');
  for (const line of ['check web-01', 'status', 'status web-01', 'timeline web-01', 'hosts'])
    expect(await bot.types(mina, `/failback ${line}`), line).toContain(WARNING);
  expect(await bot.types(mina, '/failback list')).toContain('do not start the VM on-premises');
  expect(
    bot.scene.azure.calls.log.filter(({ operation }) => /cancel$/i.test(operation)),
  ).toHaveLength(1);

  expect(await bot.types(mina, '/failback start web-01')).toContain(WARNING);
  const direction = await bot.until(() =>
    bot
      .messages()
      .find(
        (message) =>
          bot.read(message).includes('Direction:') && bot.read(message).includes('[Approve]'),
      ),
  );
  await bot.approves(jun, direction, 'azure');
  await bot.presses(
    jun,
    await bot.until(() =>
      bot
        .messages()
        .find(
          (message) =>
            bot.read(message).includes('Complete failover:') &&
            bot.read(message).includes('[Approve]'),
        ),
    ),
    'Approve',
  );
  await bot.approves(ada, await bot.message('Commit:'), 'web-01');
  await bot.message('is home and protected');

  expect(vm().blocksThatDiffer()).toBe(0);
  await eventually(() => expect(vm().startAction).toBe('StartIfRunning'));
  for (const line of ['status', 'hosts', 'list'])
    expect(await bot.types(mina, `/failback ${line}`), line).not.toMatch(/do not start/i);
});

it('a marked VM that is started raises an alarm after the end too, once for each time', async () => {
  bot = await BotRig.start();
  await cancelled();
  await eventually(() => expect(vm().startAction).toBe('Nothing'));

  host().startVm('web-01');
  const alarm = await bot.message('Alarm: web-01 was started on-premises');
  expect(bot.read(alarm)).toContain('Turn it off now');
  host().stopVm('web-01');
  await bot.message('Over. Alarm: web-01');
  await bot.stopBot();
  host().startVm('web-01');
  await bot.startBot();
  await bot.until(
    () =>
      bot.messages().filter((message) => bot.read(message).includes('Turn it off now')).length ===
      1,
  );

  const alarms = bot.messages().filter((message) => bot.read(message).includes('Alarm: web-01'));
  expect(alarms).toHaveLength(2);
});

it('a VM that somebody makes start by itself again does not stay so while it is marked', async () => {
  bot = await BotRig.start();
  await cancelled();
  await eventually(() => expect(vm().startAction).toBe('Nothing'));

  vm().startAction = 'Start';

  await eventually(() => expect(vm().startAction).toBe('Nothing'));
});

it('a failback that was started in the portal is taken over by typed command, and confirmed by somebody else', async () => {
  bot = await BotRig.start();
  bot.scene.azure.jobs.failBackInPortal('web-01', 'beforeFailover');

  const busy = await bot.types(mina, '/failback check web-01');
  const answer = await bot.types(mina, '/failback adopt web-01');
  const asked = await bot.message('is to be taken over');
  const own = await bot.presses(mina, asked, 'Take this job');
  await bot.presses(jun, asked, 'Take this job');
  await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
  await bot.approves(ada, await bot.message('Commit:'), 'web-01');
  await bot.message('is home and protected');

  expect(busy).toContain('Azure is running');
  expect(answer).toContain('An approver other than you confirms');
  expect(own).toContain('somebody else has to decide');
  expect(bot.scene.azure.calls.received('plannedFailover')).toBe(0);
  expect(vm().blocksThatDiffer()).toBe(0);
});
