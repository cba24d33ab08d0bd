import { afterEach, describe, expect, it } from 'vitest';
import type { SpokenForm as Form } from '../../../bot/chat/message/message.ts';
import { describeMessage } from '../../../simulators/slack/describe-message.ts';
import { question, says } from '../../support/catalogue/chat-messages.ts';
import { type RigOptions, type SlackRig, startSlackRig } from '../../support/slack.ts';

const FORM: Form = {
  command: 'approve',
  title: 'Approve the failback',
  intro: [{ kind: 'paragraph', line: ['The Azure VM of ', { bold: 'web-01' }, ' will stop.'] }],
  fields: [
    { kind: 'text', name: 'typed', label: 'Type the name of the VM' },
    { kind: 'text', name: 'reason', label: 'Reason', hint: 'For the audit trail', optional: true },
    {
      kind: 'choice',
      name: 'side',
      label: 'Live side',
      options: [
        { value: 'azure', label: 'Azure' },
        { value: 'onPremises', label: 'On-premises' },
      ],
    },
  ],
  submit: 'Approve',
  press: { command: 'approve', failback: 'FB-7K3M', number: 4 },
};

describe.each(['socket', 'http'] as const)('a person in Slack (%s mode)', (mode) => {
  let rig: SlackRig;

  const start = async (options?: RigOptions) => {
    rig = await startSlackRig(mode, options);
    return rig;
  };

  afterEach(() => rig.stop());

  it('types a command: the bot gets the text without its own name, and who typed it', async () => {
    const { slack } = await start();

    const delivery = await slack.as('U0MINA').types('C0INC', '/failback start web-01');

    expect(delivery.outcome).toBe('acknowledged');
    const [invocation] = await rig.invocations(1);
    expect(invocation).toMatchObject({
      platform: 'slack',
      channel: 'C0INC',
      sender: { userId: 'U0MINA', standing: 'member' },
      input: { kind: 'typed', text: 'start web-01' },
    });
  });

  it('types in direct messages: only the one with the bot is their own', async () => {
    const { slack } = await start();

    for (const place of ['DU0MINA', 'DU0JUN', 'D0SOMEBODY', 'G0SEVERAL'])
      await slack.as('U0MINA').types(place, '/failback status');

    const received = await rig.invocations(4);
    const places = received.map(({ channel, isPersonal }) => [channel, isPersonal]);
    expect(Object.fromEntries(places)).toEqual({
      DU0MINA: true,
      DU0JUN: false,
      D0SOMEBODY: false,
      G0SEVERAL: false,
    });
  });

  it('is shown, asked and answered: post, press, update, private reply', async () => {
    const { slack, platform } = await start({
      receive: (invocation) => invocation.reply(says('Noted <!channel>.')),
    });

    const ref = await platform.post('C0INC', question());
    await slack.as('U0JUN').presses(ref.id, 'Approve');
    const told = await slack.until(() => slack.privateTo('U0JUN')[0]);
    await platform.update(ref, says('Approved by Jun Sample.'));
    const reply = await platform.post('C0INC', says('Starting.'), ref);

    const { messages, thread } = slack.channel('C0INC');
    expect(messages.map((message) => describeMessage(message))).toEqual([
      'Approved by Jun Sample.',
    ]);
    expect(describeMessage(messages[0]?.edits[0] ?? { text: '', blocks: [] })).toBe(
      '== Bring web-01 home? ==\n[Approve] [Decline]',
    );
    expect(thread(ref.id).map((message) => message.ts)).toEqual([reply.id]);
    expect(describeMessage(told)).toBe('Noted <!channel>.');
    expect(told).toMatchObject({ via: 'response_url', text: 'Noted &lt;!channel&gt;.' });
  });

  it('presses a button: the bot gets the press that the button was made with', async () => {
    const { slack, platform } = await start();

    const ref = await platform.post('C0INC', question(7));
    await slack.as('U0MINA').presses(ref.id, 'Decline');

    const [invocation] = await rig.invocations(1);
    expect(invocation?.input).toEqual({
      kind: 'pressed',
      press: { command: 'decline', failback: 'FB-7K3M', number: 7 },
    });
  });

  it('presses a button that is no longer shown: the old press arrives all the same', async () => {
    const { slack, platform } = await start();
    const ref = await platform.post('C0INC', question(1));
    const [before] = slack.channel('C0INC').messages;
    if (before === undefined) throw new Error('nothing was posted');
    await platform.update(ref, says('It is decided.'));

    await slack.as('U0MINA').presses(before, 'Approve');

    const [invocation] = await rig.invocations(1);
    expect(invocation?.input).toMatchObject({ press: { command: 'approve', number: 1 } });
  });

  it('fills in a form: the bot gets the answers, the press and the channel', async () => {
    const opened: boolean[] = [];
    const { slack, received } = await start({
      receive: async (invocation) => {
        if (invocation.input.kind === 'typed') opened.push(await invocation.openForm(FORM));
        else await invocation.reply(says('Thank you.'));
      },
    });

    await slack.as('U0MINA').types('C0INC', '/failback approve');
    await slack.until(() => slack.views.some((view) => view.isOpen));
    await slack.as('U0MINA').fillsIn({ typed: 'web-01', 'Live side': 'Azure' });

    await slack.until(() => slack.privateTo('U0MINA').length === 1);
    expect(opened).toEqual([true]);
    expect(received[1]).toMatchObject({
      channel: 'C0INC',
      input: {
        kind: 'submitted',
        command: 'approve',
        press: { command: 'approve', failback: 'FB-7K3M', number: 4 },
        values: { typed: 'web-01', side: 'azure' },
      },
    });
    expect(slack.privateTo('U0MINA')[0]?.via).toBe('ephemeral');
    expect(slack.views.every((view) => !view.isOpen)).toBe(true);
  });

  it('is too late for a form: the bot is told that it cannot be shown', async () => {
    const { slack, clock } = await start();
    await slack.as('U0MINA').types('C0INC', '/failback approve');
    const [invocation] = await rig.invocations(1);

    clock.advance(3_000);

    expect(await invocation?.openForm(FORM)).toBe(false);
    expect(slack.calls.map((call) => call.method)).not.toContain('views.open');
  });

  it('meets a form that Slack refuses to open: the bot is told', async () => {
    const { slack } = await start();
    await slack.as('U0MINA').types('C0INC', '/failback approve');
    const [invocation] = await rig.invocations(1);
    slack.fails('views.open', { error: 'expired_trigger_id' });

    expect(await invocation?.openForm(FORM)).toBe(false);
    expect(await invocation?.openForm({ ...FORM, fields: [], intro: [] })).toBe(false);
  });

  it.each([
    ['U0MINA', 'member'],
    ['U0GUEST', 'guest'],
    ['U0SINGLE', 'guest'],
    ['U0ROBOT', 'bot'],
    ['U0GONE', 'stranger'],
    ['U0STRANGER', 'stranger'],
  ])('acts as %s and is known as a %s', async (user, standing) => {
    const { slack } = await start();

    await slack.as(user).types('C0INC', '/failback list');

    const [invocation] = await rig.invocations(1);
    expect(invocation?.sender).toEqual({ userId: user, standing });
  });

  it('acts while Slack does not say who they are: unknown, until Slack says', async () => {
    const { slack, received } = await start();
    slack.fails('users.info', { error: 'internal_error' }, { status: 500 }, 'reset');

    for (const word of ['one', 'two', 'three', 'four', 'five']) {
      await slack.as('U0MINA').types('C0INC', `/failback ${word}`);
      await rig.invocations(slack.deliveries.length);
    }

    const standings = received.map((invocation) => invocation.sender.standing);
    expect(standings).toEqual(['unknown', 'unknown', 'unknown', 'member', 'member']);
    expect(slack.calls.filter((call) => call.method === 'users.info')).toHaveLength(4);
  });

  it('is acknowledged at once, however long the bot takes', async () => {
    const gate = deferred();
    const { slack } = await start({ receive: () => gate.promise });

    const delivery = await slack.as('U0MINA').types('C0INC', '/failback list');

    expect(delivery.isAcknowledged).toBe(true);
    expect(delivery.latencyMs).toBeLessThan(1_000);
    await rig.invocations(1);
    gate.resolve();
  });

  it('is heard to the end when the bot stops, and no longer after that', async () => {
    const gate = deferred();
    const ended: string[] = [];
    const { slack, platform } = await start({
      receive: async (invocation) => {
        await gate.promise;
        ended.push(invocation.deliveryId);
      },
    });
    await slack.as('U0MINA').types('C0INC', '/failback list');
    await rig.invocations(1);

    const stopped = platform.stop().then(() => ended.length);
    gate.resolve();

    expect(await stopped).toBe(1);
    const late = await slack.as('U0MINA').types('C0INC', '/failback list');
    expect(late.outcome).toBe('unreachable');
    expect(platform.health().state).toBe('stopped');
  });

  it('does not wait long for a Slack that is slow to say who they are', async () => {
    const { slack } = await start();
    slack.slowDown(2_500);

    const delivery = await slack.as('U0MINA').types('C0INC', '/failback list');

    expect(delivery.latencyMs).toBeLessThan(1_000);
    const [invocation] = await rig.invocations(1);
    expect(invocation?.sender.standing).toBe('unknown');
  });

  it('gets the next command through after the bot failed on one', async () => {
    const { slack, received, logLines } = await start({
      receive: async () => {
        if (received.length === 1) throw new Error('something broke');
      },
    });

    await slack.as('U0MINA').types('C0INC', '/failback list');
    await slack.as('U0MINA').types('C0INC', '/failback list');

    await rig.invocations(2);
    expect(logLines.join()).toContain('something broke');
  });
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
