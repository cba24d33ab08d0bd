import { afterEach, describe, expect, it } from 'vitest';
import { CAST, CHANNEL, NEWCOMER } from '../../simulators/rehearsal/scene.ts';
import { TEAMS_CHANNEL } from '../../simulators/rehearsal/teams-scene.ts';
import { describeActivity } from '../../simulators/teams/describe-activity.ts';
import { TwoChats } from '../support/two-chats.ts';

const { mina, jun, ada } = CAST;
const GROUP = '19:colleagues@thread.v2';
const NIGHT = '19:night@thread.tacv2';

let chats: TwoChats;

afterEach(() => chats.stop());

const start = async (settings: Readonly<Record<string, unknown>> = {}) => {
  chats = await TwoChats.start(settings);
  chats.teams.changeConversation({ id: GROUP, name: 'Colleagues', kind: 'groupChat' });
  chats.teams.changeConversation({ id: NIGHT, name: 'Night', kind: 'channel' });
};

const until = <T>(find: () => T | undefined | false) => chats.teams.until(find, 15_000);
const calls = () => chats.scene.azure.calls;
const idIn = (text: string) => /FB-[0-9A-Z]+/.exec(text)?.[0] ?? '';
const ofBot = (conversation: string) =>
  chats.teams
    .conversation(conversation)
    .messages.filter(({ from }) => from === 'bot')
    .map(({ content }) => describeActivity(content));

describe('one VM comes home from the chats of those who want it', () => {
  it('asked for in Teams, decided by id in Slack and in Teams, with its board in the incident channel', async () => {
    await start();

    const answer = await chats.typesAloneInTeams('mina', 'start web-01');
    const id = idIn(answer);
    const boards = await Promise.all([
      chats.inTeams('Azure to on-premises =='),
      chats.inSlack('Azure to on-premises =='),
    ]);
    const direction = await chats.typesAloneInSlack(jun.user, `approve ${id} azure`);
    await chats.inTeams('Complete failover:');
    const complete = await chats.typesAloneInTeams('jun', `approve ${id}`);
    await chats.inTeams('Commit:');
    await chats.typesAloneInTeams('ada', `approve ${id}`);
    await chats.teams.as('ada').fillsIn({ 'field:typed': 'web-01' });
    await chats.inTeams('is home and protected');

    expect(answer).toContain(`${id} is open for web-01. Its board is in the channel incident.`);
    expect(boards).toHaveLength(2);
    expect(direction).toContain('your approval is recorded');
    expect(complete).toContain('your approval is recorded');
    expect(calls().accepted('failoverCommit')).toBe(1);
    expect(await chats.typesAloneInTeams('mina', `timeline ${id}`)).toContain('Ada Placeholder');
    expect(ofBot(chats.teams.person('mina').personalChat).join()).not.toContain('[Approve]');
  });

  it('is looked at in private, in both chats', async () => {
    await start();
    const id = idIn(await chats.typesAloneInSlack(mina.user, 'start web-01'));
    const looks = [
      ['list', id],
      ['check app-01', 'app-01 is'],
      ['status', 'Open failbacks: 1'],
      [`status ${id}`, 'Azure to on-premises'],
      ['timeline web-01', 'Mina Example asked'],
      ['hosts', 'On-premises servers'],
      ['audit', 'The audit trail is intact.'],
    ] as const;

    for (const [line, expected] of looks) {
      expect(await chats.typesAloneInSlack(jun.user, line)).toContain(expected);
      expect(await chats.typesAloneInTeams('jun', line)).toContain(expected);
    }
  });

  it('is declined, held, let go on, and cancelled by id, by those who have the right', async () => {
    await start();
    const id = idIn(await chats.typesAloneInTeams('mina', 'start web-01'));

    const own = await chats.typesAloneInTeams('mina', `approve ${id} azure`);
    const held = await chats.typesAloneInTeams('jun', `hold ${id} wait for the night shift`);
    const chosen = await chats.typesAloneInSlack(jun.user, `choose ${id} again`);
    const cancelled = await chats.typesAloneInTeams('mina', `cancel ${id} wrong VM`);
    const second = idIn(await chats.typesAloneInTeams('mina', 'start web-01'));
    const declined = await chats.typesAloneInSlack(ada.user, `decline ${second} too early`);
    await chats.inTeams('was declined');

    expect(own).toContain('somebody else has to decide');
    expect(held).toContain('on hold');
    expect(chosen).toContain('your choice is recorded');
    expect(cancelled).toContain('cancelled');
    expect(declined).toContain('Your reason is recorded');
    expect(calls().received('plannedFailover')).toBe(0);
  });
});

describe('where there are several channels', () => {
  const channels = [
    { name: 'incident', slack: CHANNEL, teams: TEAMS_CHANNEL },
    { name: 'Night shift', teams: NIGHT },
  ];

  it('the one that is named gets the board; unnamed, the person is asked', async () => {
    await start({ channels });

    const asked = await chats.typesAloneInTeams('mina', 'start web-01');
    const started = await chats.typesAloneInTeams('mina', 'start web-01 in night shift');
    await until(() => ofBot(NIGHT).some((text) => text.includes('Direction:')));

    expect(asked).toContain('@Failback start web-01 in incident. Channels: incident, Night shift.');
    expect(started).toContain('Its board is in the channel Night shift.');
    expect(ofBot(TEAMS_CHANNEL)).toEqual([]);
  });

  it('the form asks for it too', async () => {
    await start({ channels });

    const form = await chats.typesAloneInTeams('mina', 'start');
    const vm = /web-01 \([^)]*\)/.exec(form)?.[0] ?? '';
    const answers = {
      'VMs, or one recovery plan, to bring home': vm,
      'Channel for its board': 'Night shift',
    };
    const before = chats.teams.privateTo('mina').length;
    await chats.teams.as('mina').fillsIn(answers);
    const answer = await until(() => chats.teams.privateTo('mina')[before]);

    expect(describeActivity(answer.content)).toContain('Its board is in the channel Night shift.');
  });

  it('the one in Slack is meant in Slack, where it is the only one', async () => {
    await start({ channels });

    expect(await chats.typesAloneInSlack(mina.user, 'start web-01')).toContain(
      'Its board is in the channel incident.',
    );
  });
});

describe('in a group chat that the settings do not name', () => {
  it('people look, and the answer comes in their own chat', async () => {
    await start();

    const before = chats.teams.privateTo('jun').length;
    await chats.teams.as('jun').types(GROUP, '@Failback list');
    const answer = await until(() => chats.teams.privateTo('jun')[before]);

    expect(describeActivity(answer.content)).toContain('web-01');
    expect(ofBot(GROUP)).toEqual([]);
  });

  it('nothing is shown to all when the person has no chat with the bot', async () => {
    await start();
    await chats.teams.uninstalls('jun', chats.teams.person('jun').personalChat);

    await chats.teams.as('jun').types(GROUP, '@Failback list');
    await chats.teams.as('jun').types(GROUP, '@Failback check web-99');

    await until(() => ofBot(GROUP).length === 2);
    for (const text of ofBot(GROUP)) expect(text).toMatch(/^The answer is for you alone/);
  });

  it('nothing is started or decided', async () => {
    await start();
    const id = idIn(await chats.typesAloneInTeams('mina', 'start web-01'));
    const refused = async (person: string, line: string) => {
      const before = chats.teams.privateTo(person).length;
      await chats.teams.as(person).types(GROUP, `@Failback ${line}`);
      const answer = await until(() => chats.teams.privateTo(person)[before]);
      return describeActivity(answer.content);
    };

    const answers = [
      await refused('mina', 'start app-01'),
      await refused('jun', `approve ${id} azure`),
      await refused('mina', `cancel ${id}`),
    ];

    for (const answer of answers) expect(answer).toContain('Failback only shows things');
    expect(await chats.refusals()).toEqual(answers.map(() => 'channel-not-configured'));
    expect(calls().received('plannedFailover')).toBe(0);
  });
});

describe('who is not known', () => {
  it('learns and does nothing in a chat of their own: a guest, a poser, and somebody new', async () => {
    await start();
    const id = idIn(await chats.typesAloneInTeams('mina', 'start web-01'));
    const lines = ['list', `status ${id}`, 'start app-01', `approve ${id} azure`];
    const own = chats.teams.person('guest').personalChat;
    const told = () => ofBot(own);

    for (const line of lines) {
      expect(await chats.typesAloneInSlack(NEWCOMER.user, line)).toContain('does not know you yet');
      expect(await chats.typesAloneInTeams('guest', line)).toContain('Guests cannot use Failback.');
      const before = told().length;
      await chats.teams.as('guest').posingAs('jun').types(own, line);
      await until(() => told().length > before);
      expect(told().at(-1)).toContain('could not confirm who you are');
    }

    expect(await chats.refusals()).toEqual(
      ['start', 'approve'].flatMap(() => ['sender-not-mapped', 'sender-guest', 'sender-unknown']),
    );
    expect(calls().received('plannedFailover')).toBe(0);
  });
});
