import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpokenForm as Form } from '../../../bot/chat/message/message.ts';
import { TEAMS_CHANNEL } from '../../../simulators/rehearsal/teams-scene.ts';
import { describeActivity, describeCard } from '../../../simulators/teams/describe-activity.ts';
import { question, says } from '../../support/catalogue/chat-messages.ts';
import {
  startTeamsRig,
  TEAMS_CHAT,
  type TeamsRig,
  type TeamsRigOptions,
  teamsUser,
} from '../../support/teams.ts';

let rig: TeamsRig;
const start = async (options: TeamsRigOptions = {}) => {
  rig = await startTeamsRig(options);
};

const read = (message: { content: Parameters<typeof describeActivity>[0] } | undefined) =>
  message === undefined ? '' : describeActivity(message.content);
const privateTo = (person: string) => rig.teams.privateTo(person).map(read);

const APPROVE_FORM: Form = {
  command: 'approve',
  title: 'Approve, FB-7K3M',
  intro: [{ kind: 'paragraph', line: ['web-01 goes down.'] }],
  fields: [{ kind: 'text', name: 'typed', label: 'Name of the VM' }],
  submit: 'Approve it',
  press: { command: 'approve', failback: 'FB-7K3M', number: 1 },
};

afterEach(() => rig.stop());

describe('somebody types', () => {
  beforeEach(() => start());

  it.each([
    ['a channel', TEAMS_CHANNEL, '@Failback start web-01'],
    ['a group chat', TEAMS_CHAT, '@Failback start web-01'],
    [
      'a channel, as the texts of the bot write it',
      TEAMS_CHANNEL,
      '@Failback /failback start web-01',
    ],
  ])('in %s, and it is a command without the name of the bot', async (_where, place, line) => {
    const delivery = await rig.teams.as('mina').types(place, line);

    expect(delivery.outcome).toBe('acknowledged');
    const [invocation] = await rig.invocations(1);
    expect(invocation).toMatchObject({
      platform: 'teams',
      channel: place,
      sender: { userId: teamsUser(rig.teams, 'mina'), standing: 'member' },
      input: { kind: 'typed', text: 'start web-01' },
    });
  });

  it('in a chat with the bot alone, without a mention', async () => {
    const { personalChat } = rig.teams.person('mina');

    await rig.teams.as('mina').types(personalChat, 'whoami');

    const [invocation] = await rig.invocations(1);
    expect(invocation?.channel).toBe(personalChat);
    expect(invocation?.input).toEqual({ kind: 'typed', text: 'whoami' });
  });

  it('in a group chat with the bot, which is not their own', async () => {
    await rig.teams.as('mina').types(TEAMS_CHAT, '@Failback list');

    expect((await rig.invocations(1))[0]).toMatchObject({ channel: TEAMS_CHAT, isPersonal: false });
  });

  it.each([
    ['of a kind that is not known', { conversationType: 'broadcast' }],
    [
      'of a kind that is not said, with others in it',
      { conversationType: undefined, isGroup: true },
    ],
  ])('in a conversation %s, and it is not taken for their own', async (_what, change) => {
    const { activity } = await rig.teams.as('mina').types(TEAMS_CHAT, '@Failback list');
    const conversation = { ...activity.conversation, ...change } as { id: string };

    await rig.teams.deliver({ ...activity, id: 'f:odd', conversation });

    const [, odd] = await rig.invocations(2);
    expect(odd?.isPersonal).toBe(false);
    expect(await rig.references.findPersonal(teamsUser(rig.teams, 'mina'))).toBeUndefined();
  });

  it('in a thread of a channel, and it is the channel that counts', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list', board.id);

    const [invocation] = await rig.invocations(1);
    expect(invocation?.channel).toBe(TEAMS_CHANNEL);
  });

  it('without a mention, to a bot that hears everything, and nothing happens', async () => {
    const { activity } = await rig.teams.as('mina').types(TEAMS_CHANNEL, 'approve it already');

    const delivery = await rig.teams.deliver(activity);
    await rig.platform.stop();

    expect(delivery.status).toBe(200);
    expect(rig.received).toHaveLength(0);
  });
});

describe('the bot writes', () => {
  beforeEach(() => start());

  it('a message to a channel, changes it in place, and answers in its thread', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    await rig.platform.post(TEAMS_CHANNEL, says('Approved by Jun.'), board);
    await rig.platform.update(board, says('It is over.'));

    const { messages, thread } = rig.teams.conversation(TEAMS_CHANNEL);
    expect(messages.map(read)).toEqual(['It is over.']);
    expect(thread(board.id).map(read)).toEqual(['Approved by Jun.']);
  });

  it('to a thread, and can change that message too', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    const reply = await rig.platform.post(TEAMS_CHANNEL, says('One.'), board);
    await rig.platform.update(reply, says('Two.'));
    await rig.platform.post(TEAMS_CHANNEL, says('Three.'), reply);

    expect(rig.teams.conversation(TEAMS_CHANNEL).thread(board.id).map(read)).toEqual([
      'Two.',
      'Three.',
    ]);
  });

  it('to a group chat, which has no threads', async () => {
    const board = await rig.platform.post(TEAMS_CHAT, question());
    await rig.platform.post(TEAMS_CHAT, says('Approved by Jun.'), board);
    await rig.platform.update(board, says('It is over.'));

    expect(rig.teams.conversation(TEAMS_CHAT).messages.map(read)).toEqual([
      'It is over.',
      'Approved by Jun.',
    ]);
  });

  it('asks for one token however much it writes, and for a new one when Teams no longer takes it', async () => {
    await Promise.all([1, 2, 3].map(() => rig.platform.post(TEAMS_CHANNEL, says('Hello.'))));
    expect(rig.teams.botTokens.issued).toBe(1);

    rig.teams.botTokens.expireAll();
    await expect(rig.platform.post(TEAMS_CHANNEL, says('Hello.'))).rejects.toMatchObject({
      code: 'notAuthorized',
    });
    await rig.platform.post(TEAMS_CHANNEL, says('Hello again.'));

    expect(rig.teams.botTokens.issued).toBe(2);
  });
});

describe('somebody presses', () => {
  it('a button, and is answered in the response, alone', async () => {
    await start({ receive: (invocation) => invocation.reply(says('Your approval is recorded.')) });
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    const delivery = await rig.teams.as('jun').presses(board.id, 'Approve');

    expect(delivery.outcome).toBe('acknowledged');
    expect(rig.received[0]).toMatchObject({
      channel: TEAMS_CHANNEL,
      sender: { userId: teamsUser(rig.teams, 'jun'), standing: 'member' },
      input: { kind: 'pressed', press: { command: 'approve', failback: 'FB-7K3M', number: 1 } },
    });
    expect(privateTo('jun')).toEqual(['Your approval is recorded.']);
    expect(rig.teams.conversation(TEAMS_CHANNEL).messages).toHaveLength(1);
  });

  it('on an old client, which sends a message, and is answered in their chat with the bot', async () => {
    await start({ receive: (invocation) => invocation.reply(says('Your approval is recorded.')) });
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    await rig.teams.installs('mina', rig.teams.person('mina').personalChat);

    await rig.teams.as('mina').onOldClient().presses(board.id, 'Approve');

    const told = await rig.teams.until(() => rig.teams.privateTo('mina')[0]);
    expect([told.via, read(told)]).toEqual(['personal', 'Your approval is recorded.']);
    expect(rig.received[0]?.input.kind).toBe('pressed');
  });

  it('and gets a word in time when the bot takes long, and the answer later', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await start({
      receive: async (invocation) => {
        await slow;
        await invocation.reply(says('Done at last.'));
      },
    });
    await rig.teams.installs('mina', rig.teams.person('mina').personalChat);
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    const delivery = await rig.teams.as('mina').presses(board.id, 'Approve');
    finish();

    expect(delivery.latencyMs).toBeLessThan(3_000);
    expect(privateTo('mina')[0]).toContain('This takes a moment');
    await rig.teams.until(() => privateTo('mina').includes('Done at last.'));
  });

  it('and is told so when nothing answers, as after a redelivery', async () => {
    await start();
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    await rig.teams.as('jun').presses(board.id, 'Approve');

    expect(privateTo('jun')[0]).toContain('received already');
  });
});

describe('an answer in confidence', () => {
  const confide: TeamsRigOptions = {
    receive: (invocation) => invocation.reply(says('web-01 is in Azure.'), 'confidential'),
  };
  const told = (place: string) =>
    rig.teams
      .conversation(place)
      .messages.filter(({ from }) => from === 'bot')
      .map(read);

  beforeEach(() => start(confide));

  it('to what was typed in a group chat goes to the chat with the bot', async () => {
    await rig.teams.installs('mina', rig.teams.person('mina').personalChat);

    await rig.teams.as('mina').types(TEAMS_CHAT, '@Failback list');

    await rig.teams.until(() => privateTo('mina').includes('web-01 is in Azure.'));
    expect(told(TEAMS_CHAT)).toEqual([]);
  });

  it('is not given where others would read it: the person is told how to get it', async () => {
    await rig.teams.as('jun').types(TEAMS_CHAT, '@Failback list');

    await rig.teams.until(() => told(TEAMS_CHAT)[0]);
    expect(told(TEAMS_CHAT)).toEqual([
      'The answer is for you alone, and others would see it here. Open a chat with Failback, type help once, and ask again.',
    ]);
  });

  it('is not given there either when the chat with the bot cannot be written to', async () => {
    await rig.teams.installs('mina', rig.teams.person('mina').personalChat);
    rig.teams.fails('post', { status: 500 });

    await rig.teams.as('mina').types(TEAMS_CHAT, '@Failback list');

    const [shown] = await rig.teams.until(() => told(TEAMS_CHAT).length > 0 && told(TEAMS_CHAT));
    expect(shown).toMatch(/^The answer is for you alone/);
  });

  it('in the own chat is tried twice', async () => {
    rig.teams.fails('post', { status: 500 });

    await rig.teams.as('mina').types(rig.teams.person('mina').personalChat, 'list');

    await rig.teams.until(() => privateTo('mina')[0]);
    expect(privateTo('mina')).toEqual(['web-01 is in Azure.']);
  });
});

describe('a form', () => {
  const askFirst: TeamsRigOptions = {
    receive: async (invocation) => {
      if (invocation.input.kind === 'submitted') return invocation.reply(says('It is typed.'));
      const isShown = await invocation.openForm(APPROVE_FORM);
      if (!isShown) await invocation.reply(says('Type it instead.'));
    },
  };

  beforeEach(() => start(askFirst));

  it('stands in place of the question for the one who pressed, and brings its answers back', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    await rig.teams.as('jun').presses(board.id, 'Approve');
    const [shown] = rig.teams.privateTo('jun');
    await rig.teams.as('jun').fillsIn({ 'Name of the VM': 'web-01' });

    expect([shown?.via, read(shown)]).toEqual([
      'card',
      '== Approve, FB-7K3M ==\nweb-01 goes down.\n<Name of the VM>\n[Approve it] [Back]',
    ]);
    expect(rig.received[1]).toMatchObject({
      channel: TEAMS_CHANNEL,
      input: {
        kind: 'submitted',
        command: 'approve',
        press: APPROVE_FORM.press,
        values: { typed: 'web-01' },
      },
    });
    expect(privateTo('jun')[1]).toBe('It is typed.');
  });

  it('can be left again: the question comes back, and nothing is decided', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    const shown = rig.teams.conversation(TEAMS_CHANNEL).messages[0];
    if (shown === undefined) throw new Error('nothing was posted');

    await rig.teams.as('jun').presses(board.id, 'Approve');
    await rig.teams.as('jun').presses(board.id, 'Back');

    const view = rig.teams.viewOf('jun', shown);
    expect(view && describeCard(view)).toContain('[Approve] [Decline]');
    expect(rig.received).toHaveLength(1);
  });

  it('after a typed command comes in the chat with the bot, and is about the channel all the same', async () => {
    await rig.teams.installs('mina', rig.teams.person('mina').personalChat);

    await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback approve');
    await rig.teams.until(() => rig.teams.privateTo('mina')[0]);
    await rig.teams.as('mina').fillsIn({ 'Name of the VM': 'web-01' });

    const [, submitted] = await rig.invocations(2);
    expect(submitted?.channel).toBe(TEAMS_CHANNEL);
    expect(
      rig.teams.conversation(TEAMS_CHANNEL).messages.filter(({ from }) => from === 'bot'),
    ).toEqual([]);
  });

  it('is put into words where the person has no chat with the bot', async () => {
    const { activity } = await rig.teams.as('jun').types(TEAMS_CHANNEL, '@Failback approve');

    const answers = () => rig.teams.conversation(TEAMS_CHANNEL).thread(activity.id ?? '');
    const answer = await rig.teams.until(() => answers()[0]);

    expect(read(answer)).toContain('Type it instead.');
    expect(read(answer)).toContain('Everybody here sees this answer.');
  });

  it('is not believed about its channel by somebody else, or when it was changed', async () => {
    await rig.teams.installs('mina', rig.teams.person('mina').personalChat);
    await rig.teams.as('mina').types(TEAMS_CHAT, '@Failback approve');
    await rig.teams.until(() => rig.teams.privateTo('mina')[0]);
    const { activity } = await rig.teams.as('mina').fillsIn({ 'Name of the VM': 'web-01' });
    await rig.invocations(2);
    const forged = JSON.parse(JSON.stringify(activity).replaceAll(TEAMS_CHAT, TEAMS_CHANNEL));

    const delivery = await rig.teams.deliver({ ...forged, id: 'f:forged' });

    expect(JSON.stringify(delivery.answer)).toContain('cannot be used');
    expect(rig.received).toHaveLength(2);
  });
});

describe('who looks again', () => {
  it('sees the question as it is now, and decides nothing', async () => {
    await start({ receive: (invocation) => invocation.reply(says('Noted.')) });
    await rig.teams.as('jun').types(TEAMS_CHANNEL, '@Failback list');
    await rig.invocations(1);
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    const delivery = await rig.teams.as('jun').refreshes(board.id);

    expect(JSON.stringify(delivery.answer)).toContain('Bring web-01 home?');
    expect(rig.received).toHaveLength(1);
  });

  it('is told to come back when the bot has started anew meanwhile', async () => {
    await start();
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    const { activity } = await rig.teams.as('jun').presses(board.id, 'Approve');
    const { value, ...rest } = activity as { value: { action: object } } & typeof activity;
    const look = { ...value, action: { ...value.action, verb: 'failback/show', data: {} } };

    const delivery = await rig.teams.deliver({
      ...rest,
      id: 'f:look',
      replyToId: '1700000000000',
      value: look,
    });

    expect(JSON.stringify(delivery.answer)).toContain('come back');
  });
});
