import { afterEach, expect, it } from 'vitest';
import { TEAMS_CHANNEL } from '../../simulators/rehearsal/teams-scene.ts';
import { describeActivity } from '../../simulators/teams/describe-activity.ts';
import { eventually } from '../support/fast-clock.ts';
import { TwoChats } from '../support/two-chats.ts';

let chats: TwoChats;
afterEach(() => chats.stop());

/** The question in Teams that is open. */
const open = (text: string) =>
  chats.teams.until(() => {
    const { messages } = chats.teams.conversation(TEAMS_CHANNEL);
    return messages.findLast(({ content }) => {
      const words = describeActivity(content);
      return words.includes(text) && words.includes('[Approve]');
    });
  }, 15_000);

it('a failed job is told in both chats with its cause, restarted from Teams, and the VM comes home whole', async () => {
  chats = await TwoChats.start();
  const { azure } = chats.scene;
  await chats.typesInTeams('mina', 'start web-01');
  await chats.approvesInTeams('jun', await chats.inTeams('Direction:'), 'azure');
  await chats.inTeams('Complete failover:');

  azure.jobs.fail('web-01', [
    {
      code: '0x800700EA',
      message: 'The snapshot failed.',
      possibleCauses: 'Dynamic disks.',
      recommendedAction: 'Look at the disks in the guest.',
    },
  ]);
  const inTeams = await chats.inTeams('The job failed in Azure.');
  const inSlack = await chats.inSlack('The job failed in Azure.');
  const asked = chats.nowInTeams(inTeams);
  const own = await chats.pressesInTeams('mina', inTeams, 'Restart the job');
  const answer = await chats.pressesInTeams('jun', inTeams, 'Restart the job');
  await eventually(() => expect(chats.nowInSlack(inSlack)).toContain('Was on hold'));
  const late = await chats.pressesInTeams('ada', inTeams, 'Start over');

  for (const words of ['The snapshot failed.', 'Dynamic disks.', 'the VM has dynamic disks'])
    expect(asked).toContain(words);
  expect(own).toContain('somebody else has to decide');
  expect(answer).toContain('your choice is recorded');
  expect(late).not.toContain('recorded');
  await chats.pressesInTeams('jun', await open('Complete failover:'), 'Approve');
  await chats.approvesInTeams('ada', await open('Commit:'), 'web-01');
  await chats.inTeams('is home and protected');

  expect(azure.calls.accepted('restart')).toBe(1);
  expect(azure.calls.accepted('plannedFailover')).toBe(1);
  expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);
});
