import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  hasCardSchema,
  rendererComplaints,
  schemaComplaints,
} from '../../../simulators/teams/cards/card-review.ts';
import { describeActivity, describeCard } from '../../../simulators/teams/describe-activity.ts';
import type { TeamsSimulator } from '../../../simulators/teams/teams-simulator.ts';
import type { ShownMessage } from '../../../simulators/teams/tenant.ts';
import { CARD_TYPE, type CardNode, cardOf } from '../../../simulators/teams/wire.ts';
import { CHANNEL, GROUP, SampleBot } from './sample-bot.ts';

const FORM: CardNode = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Which side is live?', style: 'heading' },
    {
      type: 'Input.ChoiceSet',
      id: 'field:side',
      label: 'Live side',
      isRequired: true,
      errorMessage: 'This is needed.',
      choices: [
        { title: 'Azure', value: 'azure' },
        { title: 'On-premises', value: 'onPremises' },
      ],
    },
    { type: 'Input.Text', id: 'field:reason', label: 'Reason' },
  ],
  actions: [{ type: 'Action.Execute', title: 'Send', verb: 'submit', data: { gate: 3 } }],
};

const QUESTION: CardNode = {
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: {
    action: { type: 'Action.Execute', title: 'Show', verb: 'show', data: {} },
    userIds: [],
  },
  body: [
    {
      type: 'TextBlock',
      text: 'Bring **web\\_01** home? <at>Jun Sample</at> <at>Mina Example</at>',
    },
    {
      type: 'FactSet',
      facts: [{ title: 'Asked', value: '{{DATE(2026-11-23T12:00:00Z,COMPACT)}}' }],
    },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Approve',
      verb: 'press',
      data: { gate: 3 },
      fallback: { type: 'Action.Submit', title: 'Approve', data: { gate: 3, verb: 'press' } },
    },
    { type: 'Action.Execute', title: 'Decline', verb: 'press', data: { gate: 3 } },
    {
      type: 'Action.Submit',
      title: 'Details',
      data: { gate: 3, msteams: { type: 'task/fetch' } },
    },
  ],
  msteams: {
    entities: [
      {
        type: 'mention',
        text: '<at>Jun Sample</at>',
        mentioned: { id: 'jun@home.example', name: 'Jun Sample' },
      },
    ],
  },
};

let bot: SampleBot;
let teams: TeamsSimulator;

beforeAll(async () => {
  bot = await SampleBot.start();
  teams = bot.teams;
});

afterAll(() => bot.stop());

beforeEach(() => {
  bot.received.length = 0;
  bot.turn = async () => undefined;
});

/** The question in the channel, as the bot has just posted it. */
async function asked(card: CardNode = QUESTION): Promise<ShownMessage> {
  const question = await postedBy(bot, card);
  bot.received.length = 0;
  bot.turn = async () => undefined;
  return question;
}

async function postedBy(poster: SampleBot, content: CardNode): Promise<ShownMessage> {
  poster.turn = async (context) => {
    await context.sendActivity({ attachments: [{ contentType: CARD_TYPE, content }] });
    return undefined;
  };
  await poster.teams.as('mina').types(CHANNEL, '@Failback start');
  const root = poster.teams.conversation(CHANNEL).messages.at(-1);
  const [posted] = poster.teams.conversation(CHANNEL).thread(root?.id ?? '');
  if (posted === undefined) throw new Error('the bot has posted nothing');
  return posted;
}

const answers = (body: object) => async () => body;

describe('somebody types', () => {
  it('is heard in a channel that mentions the bot, and answered in the thread', async () => {
    bot.turn = async (context) => void (await context.sendActivity('Nothing is open.'));

    const delivery = await teams.as('mina').types(CHANNEL, '@Failback list');

    expect(delivery).toMatchObject({ outcome: 'acknowledged', status: 200 });
    const question = teams.conversation(CHANNEL).messages.at(-1);
    const replies = teams.conversation(CHANNEL).thread(question?.id ?? '');
    expect(replies.map(({ content }) => describeActivity(content))).toEqual(['Nothing is open.']);
    expect(bot.received[0]).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      text: '<at>Failback</at> list',
      from: { id: teams.person('mina').mri, aadObjectId: teams.person('mina').aadObjectId },
      conversation: {
        conversationType: 'channel',
        tenantId: teams.tenantId,
        id: `${CHANNEL};messageid=${question?.id}`,
      },
      channelData: { channel: { id: CHANNEL }, tenant: { id: teams.tenantId } },
      entities: [
        { type: 'mention', mentioned: { id: `28:${teams.appId}` }, text: '<at>Failback</at>' },
        { type: 'clientInfo' },
      ],
    });
  });

  it('stays in the thread where they type', async () => {
    bot.turn = async (context) => void (await context.sendActivity('Here.'));
    await teams.as('mina').types(CHANNEL, '@Failback list');
    const root = teams.conversation(CHANNEL).messages.at(-1)?.id ?? '';

    await teams.as('jun').types(CHANNEL, '@Failback status', root);

    const thread = teams.conversation(CHANNEL).thread(root);
    expect(thread.map(({ from }) => from)).toEqual(['bot', 'jun', 'bot']);
  });

  it('is not heard by the bot where it is not mentioned', async () => {
    const delivery = await teams.as('mina').types(GROUP, 'start web-01, anyone?');

    expect(delivery.outcome).toBe('unheard');
    expect(bot.received).toEqual([]);
    expect(teams.conversation(GROUP).messages.at(-1)).toMatchObject({ from: 'mina' });
  });

  it('needs no mention in the chat with the bot, and alone sees the answer', async () => {
    bot.turn = async (context) => void (await context.sendActivity('You are Mina.'));

    await teams.as('mina').types(teams.person('mina').personalChat, 'whoami');

    expect(bot.received[0]).toMatchObject({
      text: 'whoami',
      conversation: { conversationType: 'personal' },
    });
    expect(teams.privateTo('mina').at(-1)).toMatchObject({
      via: 'personal',
      content: { text: 'You are Mina.' },
    });
    expect(teams.privateTo('jun')).toEqual([]);
  });

  it('is who they are: guests and strangers by their record, the anonymous without an object id', async () => {
    const { sam, nobody } = { sam: teams.person('sam'), nobody: teams.person('nobody') };

    await teams.as('sam').types(sam.personalChat, 'list');
    await teams.as('nobody').types(CHANNEL, '@Failback list');
    await teams.as('mina').posingAs('jun').types(CHANNEL, '@Failback list');

    const [foreign, anonymous, posing] = bot.received;
    expect(foreign?.conversation.tenantId).toBe(sam.tenantId);
    expect(sam.tenantId).not.toBe(teams.tenantId);
    expect(anonymous?.from).toEqual({ id: nobody.mri, name: 'Nobody Example' });
    expect(posing?.from).toMatchObject({
      id: teams.person('mina').mri,
      aadObjectId: teams.person('jun').aadObjectId,
    });
  });
});

describe('somebody presses', () => {
  it('sends the verb and the data of the button, and sees the words of the answer alone', async () => {
    const question = await asked();
    bot.turn = answers({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Only approvers may.',
    });

    const delivery = await teams.as('jun').presses(question, 'Approve');

    expect(delivery.outcome).toBe('acknowledged');
    expect(bot.received[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: question.id,
      value: {
        action: { type: 'Action.Execute', verb: 'press', data: { gate: 3 } },
        trigger: 'manual',
      },
    });
    expect(teams.privateTo('jun').at(-1)).toMatchObject({
      via: 'banner',
      about: question.id,
      content: { text: 'Only approvers may.' },
    });
  });

  it('on an older client says a message without words, with what the fallback carries', async () => {
    const question = await asked();

    await teams.as('jun').onOldClient().presses(question, 'Approve');

    expect(bot.received[0]).toMatchObject({
      type: 'message',
      replyToId: question.id,
      value: { gate: 3, verb: 'press' },
    });
    expect(bot.received[0]?.text).toBeUndefined();
    expect(() => teams.as('jun').onOldClient().presses(question, 'Decline')).toThrow(
      'this client shows no button [Decline]',
    );
  });

  it('gets a form of their own, fills it in, and everybody else sees the question still', async () => {
    const question = await asked();
    bot.turn = answers({ statusCode: 200, type: CARD_TYPE, value: FORM });
    await teams.as('jun').presses(question, 'Approve');
    bot.received.length = 0;

    await expect(teams.as('jun').fillsIn({})).rejects.toThrow('"Live side" must be filled in');
    await teams.as('jun').fillsIn({ side: 'Azure' });

    expect(bot.received[0]?.value).toMatchObject({
      action: { verb: 'submit', data: { gate: 3, 'field:side': 'azure', 'field:reason': '' } },
    });
    expect(teams.viewOf('jun', question)).toEqual(FORM);
    expect(teams.viewOf('mina', question)).toEqual(QUESTION);
  });

  it('has no view of their own any more when the message is edited', async () => {
    const question = await asked();
    bot.turn = async (context) => {
      const attachments = [{ contentType: CARD_TYPE, content: { ...QUESTION, actions: [] } }];
      await context.updateActivity({ type: 'message', id: question.id, attachments });
      return { statusCode: 200, type: CARD_TYPE, value: FORM };
    };
    await teams.as('jun').presses(question, 'Approve');
    expect(teams.viewOf('jun', question)).toEqual(FORM);

    await teams.as('jun').refreshesWith(question, 'Send');

    const shown = teams.conversation(CHANNEL).thread(question.threadId ?? '')[0];
    expect(shown?.edits).toHaveLength(2);
    expect(describeActivity(shown?.content ?? {})).not.toContain('[Approve]');
    expect(teams.viewOf('mina', question)).toMatchObject({ actions: [] });
  });

  it('may press a button that the message no longer has, as somebody does who was slow', async () => {
    const question = await asked();
    bot.turn = async (context) => {
      const attachments = [{ contentType: CARD_TYPE, content: { ...QUESTION, actions: [] } }];
      await context.updateActivity({ type: 'message', id: question.id, attachments });
      return undefined;
    };
    await teams.as('jun').presses(question, 'Approve');

    await teams.as('mina').presses(question, 'Decline');

    expect(bot.received).toHaveLength(2);
    expect(() => teams.as('mina').presses(question.id, 'Decline')).toThrow(
      'there is no button [Decline]; there is none',
    );
  });

  it('goes through a dialog: fetched, filled in, and ended with words', async () => {
    const question = await asked();
    const content = {
      ...FORM,
      actions: [{ type: 'Action.Submit', title: 'Send', data: { gate: 3 } }],
    };
    bot.turn = async ({ activity }) =>
      activity.name === 'task/fetch'
        ? {
            task: {
              type: 'continue',
              value: { title: 'Details', card: { contentType: CARD_TYPE, content } },
            },
          }
        : { task: { type: 'message', value: 'Noted.' } };

    await teams.as('jun').presses(question, 'Details');
    expect(teams.dialogs).toMatchObject([{ person: 'jun', title: 'Details', isOpen: true }]);
    await teams.as('jun').fillsIn({ 'Live side': 'azure', reason: 'drill' });

    expect(bot.received[1]).toMatchObject({
      name: 'task/submit',
      value: { data: { gate: 3, 'field:side': 'azure', 'field:reason': 'drill' } },
    });
    expect(teams.dialogs[0]?.isOpen).toBe(false);
    expect(teams.privateTo('jun').at(-1)).toMatchObject({
      via: 'dialog',
      content: { text: 'Noted.' },
    });
  });

  it('is told by Teams when the bot fails', async () => {
    const question = await asked();
    bot.turn = answers({ statusCode: 500, type: 'application/vnd.microsoft.error', value: {} });

    await teams.as('jun').presses(question, 'Approve');

    expect(teams.privateTo('jun').at(-1)).toMatchObject({
      via: 'teams',
      content: { text: 'Unable to reach app. Please try again.' },
    });
  });

  it('waits no longer than the limit', async () => {
    const slow = await SampleBot.start({ invokeLimitMs: 50 });
    const shown = await postedBy(slow, QUESTION);
    let release = () => {};
    slow.turn = () =>
      new Promise((resolve) => {
        release = () => resolve(undefined);
      });

    const delivery = await slow.teams.as('jun').presses(shown, 'Approve');
    release();

    expect(delivery).toMatchObject({ outcome: 'late', isAcknowledged: false });
    expect(slow.teams.privateTo('jun').at(-1)).toMatchObject({ via: 'teams' });
    await slow.stop();
  });
});

describe('a card that refreshes', () => {
  const refreshing = (userIds: readonly string[]): CardNode => ({
    ...QUESTION,
    refresh: { ...(QUESTION['refresh'] as object), userIds },
  });

  it('does so for whom it names, and changes their view without a word', async () => {
    const question = await asked(refreshing([teams.person('jun').mri]));
    bot.turn = answers({ statusCode: 200, type: CARD_TYPE, value: FORM });

    await teams.as('jun').refreshes(question);

    expect(bot.received[0]?.value).toMatchObject({
      action: { verb: 'show' },
      trigger: 'automatic',
    });
    expect(teams.viewOf('jun', question)).toEqual(FORM);
    expect(() => teams.as('mina').refreshes(question)).toThrow('not refreshed for them');
  });

  it('can be forged to carry what a button means', async () => {
    const question = await asked(refreshing([]));

    await teams.as('jun').refreshesWith(question, 'Approve');

    expect(bot.received[0]?.value).toMatchObject({
      action: { verb: 'press', data: { gate: 3 } },
      trigger: 'automatic',
    });
  });
});

describe('what Teams tells the bot', () => {
  it('is who installed it where, and after the removal nothing gets through', async () => {
    const conversation = {
      id: '19:new@thread.tacv2',
      name: 'new',
      kind: 'channel',
      team: '19:t2',
    } as const;
    teams.changeConversation({ ...conversation, hasBot: false });

    await teams.installs('mina', conversation.id);
    await teams.as('mina').types(conversation.id, '@Failback help');
    await teams.uninstalls('mina', conversation.id);
    const unheard = await teams.as('mina').types(conversation.id, '@Failback help');

    expect(bot.received.map(({ type }) => type)).toEqual([
      'conversationUpdate',
      'installationUpdate',
      'message',
      'conversationUpdate',
      'installationUpdate',
    ]);
    expect(bot.received[0]).toMatchObject({
      membersAdded: [{ id: `28:${teams.appId}` }],
      channelData: { eventType: 'teamMemberAdded', team: { id: '19:t2' } },
    });
    expect(bot.received[1]).toMatchObject({ action: 'add' });
    expect(bot.received[4]).toMatchObject({ action: 'remove' });
    expect(unheard.outcome).toBe('unheard');
    const typed = bot.received[2];
    if (typed === undefined) throw new Error('nothing was typed');
    await expect(bot.writes(typed, 'Still here?')).rejects.toMatchObject({ statusCode: 403 });
  });

  it('comes again and again when it is told to, in turn or at once', async () => {
    const { activity } = await teams.as('mina').types(GROUP, '@Failback list');

    await teams.redeliver(activity, 3, 'inTurn');
    await teams.redeliver(activity, 20, 'atOnce');

    expect(bot.received).toHaveLength(24);
    expect(new Set(bot.received.map(({ id }) => id)).size).toBe(1);
  });

  it('does not come while Teams is down, and nothing gets there', async () => {
    await teams.as('mina').types(GROUP, '@Failback list');
    const [typed] = bot.received;
    if (typed === undefined) throw new Error('nothing was typed');
    bot.received.length = 0;

    await teams.down();
    await expect(fetch(teams.openIdMetadataUrl)).rejects.toThrow('fetch failed');
    const delivery = await teams.as('mina').types(GROUP, '@Failback list');
    await teams.up();
    await teams.down('503');
    const { status } = await fetch(teams.openIdMetadataUrl);
    await teams.up();
    await bot.writes(typed, 'Back again.');

    expect(delivery.outcome).toBe('unreachable');
    expect(status).toBe(503);
    expect(bot.received).toEqual([]);
    expect(teams.conversation(GROUP).messages.at(-1)?.content.text).toBe('Back again.');
  });
});

describe('a card in words', () => {
  it('has titles, mentions, moments, fields and buttons as a person would read them', async () => {
    const question = await asked();

    expect(describeActivity(question.content)).toBe(
      [
        'Bring web_01 home? @Jun Sample <at>Mina Example</at>',
        'Asked: 2026-11-23',
        '[Approve] [Decline] [Details]',
      ].join('\n'),
    );
    expect(describeCard(FORM)).toBe(
      '== Which side is live? ==\n<Live side: Azure / On-premises>\n<Reason>\n[Send]',
    );
  });

  it.each([
    ['**bold** and _slanted_ and `code`', 'bold and slanted and code'],
    [
      '\\*\\*not bold\\*\\* and web\\_01 and snake_case_name',
      '**not bold** and web_01 and snake_case_name',
    ],
    ['[press here](https://evil.example)', 'press here (https://evil.example)'],
    ['\\[press here\\](https://evil.example)', '[press here](https://evil.example)'],
    ['&lt;at&gt; &amp;lt;', '<at> &lt;'],
    [
      '{{DATE(2026-11-23T12:34:00Z,COMPACT)}} {{TIME(2026-11-23T12:34:00Z)}}',
      '2026-11-23 12:34 UTC',
    ],
    ['<at>Everybody</at>', '<at>Everybody</at>'],
  ])('reads the text %j as %j', (text, read) => {
    expect(describeActivity({ text })).toBe(read);
  });

  it('is kept, whoever saw it, so that all can be judged', async () => {
    const seen = teams.cards.length;
    const question = await asked();
    bot.turn = answers({ statusCode: 200, type: CARD_TYPE, value: FORM });
    await teams.as('jun').presses(question, 'Approve');

    expect(teams.cards).toHaveLength(seen + 2);
    expect(teams.cards).toEqual(expect.arrayContaining([QUESTION, FORM]));
  });

  it('has no complaints of the official renderer, which knows a bad card from a good one', () => {
    const bad = { ...FORM, body: [{ type: 'Carousel' }, { type: 'Input.Text' }] };

    expect(rendererComplaints(FORM)).toEqual([]);
    expect(rendererComplaints(QUESTION)).toEqual([]);
    expect(rendererComplaints(bad)).toHaveLength(2);
  });

  it.skipIf(!hasCardSchema)('keeps to the official schema of version 1.5', () => {
    expect(schemaComplaints(FORM)).toEqual([]);
    expect(schemaComplaints(QUESTION)).toEqual([]);
    expect(schemaComplaints({ ...FORM, body: [{ type: 'Carousel' }] })).not.toEqual([]);
    expect(cardOf({ attachments: [{ contentType: CARD_TYPE, content: FORM }] })).toBe(FORM);
  });
});
