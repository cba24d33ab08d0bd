import { afterEach, describe, expect, it } from 'vitest';
import { CAST, CHANNEL } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';
import { TwoChats } from '../../support/two-chats.ts';

const { mina, jun } = CAST;
const DAY = 86_400_000;
const OTHER = 'HV-HOST-02.corp.example';
const VMS = ['db-01', 'web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 }));
/** As the simulated Azure calls its Hyper-V site. */
const SITE = 'Site-Example';
let bot: BotRig | undefined;
let chats: TwoChats | undefined;

afterEach(async () => {
  await bot?.stop();
  await chats?.stop();
  bot = undefined;
  chats = undefined;
});

/** Opens the form that this line brings up, and fills it in. */
async function fillsIn(rig: BotRig, line: string, answers: Readonly<Record<string, string>>) {
  const { slack } = rig.scene;
  await slack.as(mina.user).types(CHANNEL, line);
  const view = await rig.until(() => slack.views.find(({ isOpen }) => isOpen));
  const before = slack.privateTo(mina.user).length;
  await slack.as(mina.user).fillsIn(answers);
  const answer = await rig.until(() => slack.privateTo(mina.user)[before]);
  return { form: JSON.stringify(view.view.blocks), answer: rig.read(answer) };
}

describe('the start form in Slack', () => {
  it('takes several VMs, those that wait for them, and another server for all', async () => {
    bot = await BotRig.start({ vms: VMS, hosts: [OTHER] });
    const [db, ...web] = VMS.map(({ name }) => `${name} (${SITE})`);
    const { answer } = await fillsIn(bot, '/failback start', {
      vm: db ?? '',
      later: web.join(', '),
      destination: `Alternate location: ${OTHER}`,
    });
    const direction = await bot.message('Direction: bring db-01 home');
    await bot.approves(jun, direction, 'azure');
    await bot.message('Complete failover: take db-01 down');

    expect(answer).toContain('is open for 3 VMs in 2 waves');
    expect(bot.scene.azure.calls.accepted('plannedFailover')).toBe(1);
    expect(bot.now(await bot.message('3 VMs, Azure to on-premises'))).toMatch(
      /web-02 .*to HV-HOST-02/,
    );
  });

  it('asks once more with the advice, and takes "each as advised"', async () => {
    const [db, ...others] = VMS;
    const long = { name: 'db-01', ...db, failedOverAt: Date.now() - 40 * DAY };
    bot = await BotRig.start({ vms: [long, ...others] });

    const { form, answer } = await fillsIn(bot, '/failback start db-01 then web-01 web-02', {
      destination: 'Original location',
      channel: 'incident',
      synchronization: 'Each VM as advised',
    });
    const asked = bot.read(await bot.message('Direction: bring db-01 home'));

    expect(form).toContain('The VM has been in Azure for 40 days');
    expect(answer).toContain('is open for 3 VMs in 2 waves');
    expect(asked).toContain('stops in Azure the moment this is approved');
  });
});

describe('the start form in Teams', () => {
  it('takes several VMs, and refuses a VM that is chosen twice', async () => {
    chats = await TwoChats.start();
    const [web, app] = ['web-01', 'app-01'].map((name) => `${name} (${SITE})`);
    await chats.typesInTeams('mina', 'start');
    const twice = await chats.fillsInTeams('mina', { vm: `${web},${app}`, later: `${app}` });
    await chats.typesInTeams('mina', 'start');
    const answer = await chats.fillsInTeams('mina', { vm: `${web},${app}` });
    const direction = await chats.inTeams('Direction: bring 2 VMs home');

    expect(twice).toContain('app-01 is named twice');
    expect(answer).toContain('is open for 2 VMs in 1 wave');
    expect(direction).toBeDefined();
  });
});
