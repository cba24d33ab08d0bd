import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAST, CHANNEL } from '../../../simulators/rehearsal/scene.ts';
import { TEAMS_CHANNEL } from '../../../simulators/rehearsal/teams-scene.ts';
import { eventually } from '../../support/fast-clock.ts';
import { TwoChats } from '../../support/two-chats.ts';

const { jun, ada } = CAST;
let chats: TwoChats;

beforeEach(async () => {
  chats = await TwoChats.start();
});
afterEach(() => chats.stop());

const calls = () => chats.scene.azure.calls;

async function startWeb01() {
  await chats.typesInTeams('mina', 'start web-01');
  return Promise.all([chats.inTeams('Direction:'), chats.inSlack('Direction:')]);
}

describe('one VM comes home in two chats', () => {
  it('asked for in Teams, decided in Teams, in Slack, and in Teams', async () => {
    const [inTeams, inSlack] = await startWeb01();
    await chats.approvesInTeams('jun', inTeams, 'azure');
    await chats.scene.slack
      .as(jun.user)
      .presses(await chats.inSlack('Complete failover:'), 'Approve');
    await chats.approvesInTeams('ada', await chats.inTeams('Commit:'), 'web-01');
    await Promise.all([
      chats.inTeams('is home and protected'),
      chats.inSlack('is home and protected'),
    ]);

    expect(chats.nowInTeams(inTeams)).toContain('direction: approved by Jun Sample');
    expect(chats.nowInSlack(inSlack)).toContain('direction: approved by Jun Sample');
    expect(chats.nowInTeams(inTeams)).not.toContain('[Approve]');
    expect(calls().accepted('failoverCommit')).toBe(1);
    expect(await chats.typesInTeams('mina', 'audit')).toContain('The audit trail is intact.');
  });

  it('one person who decides in both has one vote', async () => {
    await chats.stop();
    chats = await TwoChats.start({ policies: { approvals: { complete: 2 } } });
    const [inTeams] = await startWeb01();
    await chats.approvesInTeams('jun', inTeams, 'azure');
    const [complete, other] = await Promise.all([
      chats.inTeams('Complete failover:'),
      chats.inSlack('Complete failover:'),
    ]);

    const first = await chats.pressesInTeams('jun', complete, 'Approve');
    const before = chats.scene.slack.privateTo(jun.user).length;
    await chats.scene.slack.as(jun.user).presses(other, 'Approve');
    const second = await chats.scene.slack.until(
      () => chats.scene.slack.privateTo(jun.user)[before],
    );

    expect(first).toContain('1 of 2');
    expect(second.text).toContain('counted already');
    expect(calls().received('resume')).toBe(0);
  });

  it('a click in each chat at the same moment has one effect', async () => {
    const [inTeams] = await startWeb01();
    await chats.approvesInTeams('jun', inTeams, 'azure');
    const [complete, other] = await Promise.all([
      chats.inTeams('Complete failover:'),
      chats.inSlack('Complete failover:'),
    ]);

    await Promise.all([
      chats.pressesInTeams('jun', complete, 'Approve'),
      chats.scene.slack.as(ada.user).presses(other, 'Approve'),
    ]);
    await chats.inTeams('Commit:');

    expect(calls().received('resume')).toBe(1);
  });

  it('a press delivered 100 times in Teams has one effect, and is answered each time', async () => {
    const [inTeams] = await startWeb01();
    await chats.approvesInTeams('jun', inTeams, 'azure');
    await chats.pressesInTeams('jun', await chats.inTeams('Complete failover:'), 'Approve');
    const { activity } = chats.teams.deliveries.at(-1)!;

    const again = await chats.teams.redeliver(activity, 100, 'atOnce');
    await chats.inTeams('Commit:');

    expect(again.every(({ isAcknowledged }) => isAcknowledged)).toBe(true);
    expect(calls().received('resume')).toBe(1);
  });
});

describe('who must not decide in Teams', () => {
  it('the requester, a guest, a poser and a client by itself are refused, answered and recorded', async () => {
    const [direction] = await startWeb01();

    const own = await chats.pressesInTeams('mina', direction, 'Approve');
    const guest = await chats.pressesInTeams('guest', direction, 'Decline');
    await chats.teams.as('guest').posingAs('jun').presses(direction, 'Decline');
    const forged = await chats.teams.as('jun').refreshesWith(direction, 'Decline');

    expect(own).toContain('somebody else has to decide');
    expect(guest).toContain('Guests cannot use Failback.');
    expect(JSON.stringify(forged.answer)).toContain('Bots cannot use Failback.');
    expect(await chats.refusals()).toEqual(['sender-guest', 'sender-unknown', 'sender-bot']);
    expect(chats.nowInTeams(direction)).toContain('[Approve]');
    expect(calls().received('plannedFailover')).toBe(0);
  });

  it('an old question is answered with who decided, also after a restart', async () => {
    const [direction] = await startWeb01();
    await chats.approvesInTeams('jun', direction, 'azure');
    await chats.inTeams('Complete failover:');
    await chats.stopBot();
    await chats.startBot();

    const answer = await chats.pressesInTeams('ada', direction, 'Approve');

    expect(answer).toContain('no longer open');
    expect(answer).toContain('direction: approved by Jun Sample');
  });
});

describe('somebody deletes the board in Teams', () => {
  it('and it comes back, though Teams says no more than that the change failed', async () => {
    const [, inSlack] = await startWeb01();
    const board = await chats.inTeams('Azure to on-premises ==');
    chats.teams.deleteMessage(board.id, 'unexplained');

    await chats.approvesInSlack(jun.user, inSlack, 'azure');

    const again = await chats.inTeams('Azure to on-premises ==');
    expect(again.id).not.toBe(board.id);
    await chats.inTeams('Complete failover:');
  });
});

describe('one of the chats is down', () => {
  it('Teams: Slack goes on, and Teams is repaired when it is back', async () => {
    const [, inSlack] = await startWeb01();
    await chats.teams.down();
    await chats.approvesInSlack(jun.user, inSlack, 'azure');
    const complete = await chats.inSlack('Complete failover:');
    await chats.scene.slack.as(jun.user).presses(complete, 'Approve');
    await chats.inSlack('Commit:');
    expect(chats.teams.conversation(TEAMS_CHANNEL).messages.length).toBeLessThan(5);

    await chats.teams.up();

    await chats.inTeams('Commit:');
    const board = await chats.inTeams('Azure to on-premises ==');
    await eventually(() => expect(chats.nowInTeams(board)).toContain('[x] Complete failover'));
  });

  it('Slack: Teams goes on, and Slack is repaired when it is back', async () => {
    const [inTeams] = await startWeb01();
    await chats.scene.slack.down();
    await chats.approvesInTeams('jun', inTeams, 'azure');
    await chats.pressesInTeams('jun', await chats.inTeams('Complete failover:'), 'Approve');
    await chats.inTeams('Commit:');

    await chats.scene.slack.up();

    await chats.inSlack('Commit:');
    expect(chats.scene.slack.channel(CHANNEL).messages.length).toBeGreaterThan(1);
  });
});
