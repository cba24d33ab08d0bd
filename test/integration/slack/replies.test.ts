import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Invocation } from '../../../bot/chat/chat-platform.ts';
import { describeMessage } from '../../../simulators/slack/describe-message.ts';
import { says } from '../../support/catalogue/chat-messages.ts';
import { type SlackRig, startSlackRig } from '../../support/slack.ts';

const THIRTY_MINUTES = 30 * 60_000;

describe('a private answer', () => {
  let rig: SlackRig;
  let invocation: Invocation;

  beforeEach(async () => {
    rig = await startSlackRig('socket');
    await rig.slack.as('U0MINA').types('C0INC', '/failback list');
    const [first] = await rig.invocations(1);
    if (first === undefined) throw new Error('nothing was received');
    invocation = first;
  });

  afterEach(() => rig.stop());

  const ways = () => rig.slack.privateTo('U0MINA').map((message) => message.via);
  const nobodyElseSawIt = () =>
    rig.slack.channel('C0INC').messages.length === 0 && rig.slack.privateTo('U0JUN').length === 0;

  it('goes to the response URL five times, then the usual way', async () => {
    for (let count = 0; count < 6; count += 1) await invocation.reply(says('Hello.'));

    expect(ways()).toEqual([...Array(5).fill('response_url'), 'ephemeral']);
    expect(rig.slack.calls.filter((call) => call.method === 'response_url')).toHaveLength(5);
  });

  it('does not use a response URL that is half an hour old', async () => {
    rig.clock.advance(THIRTY_MINUTES);

    await invocation.reply(says('Hello.'));

    expect(ways()).toEqual(['ephemeral']);
    expect(rig.slack.calls.map((call) => call.method)).not.toContain('response_url');
  });

  it.each([{ status: 404 }, { status: 500 }, 'reset'] as const)(
    'goes to the channel, for the person alone, when the response URL fails with %j',
    async (fault) => {
      rig.slack.fails('response_url', fault);

      await invocation.reply(says('Hello.'));

      expect(ways()).toEqual(['ephemeral']);
      expect(nobodyElseSawIt()).toBe(true);
    },
  );

  it('goes to the direct messages when the bot is not in the channel', async () => {
    rig.clock.advance(THIRTY_MINUTES);
    rig.slack.changeChannel({ id: 'C0INC', name: 'incident', hasBot: false });

    await invocation.reply(says('Hello.'));

    expect(ways()).toEqual(['direct']);
    expect(nobodyElseSawIt()).toBe(true);
  });

  it('is lost, not public, and does not throw, when nothing works', async () => {
    rig.slack.fails('response_url', { status: 500 });
    rig.slack.fails('chat.postEphemeral', { error: 'user_not_in_channel' });
    rig.slack.fails('conversations.open', { error: 'cannot_dm_bot' });

    await invocation.reply(says('Hello.'));

    expect(ways()).toEqual([]);
    expect(nobodyElseSawIt()).toBe(true);
    expect(rig.logLines.join()).toContain('private answer is lost');
  });

  it('is not sent to an address that is none of Slack', async () => {
    const [delivery] = rig.slack.deliveries;
    if (delivery === undefined) throw new Error('nothing was delivered');
    const body = { ...delivery.payload.body, response_url: 'http://127.0.0.1:9/steal' };
    await rig.slack.deliver({ ...delivery.payload, body });
    const [, second] = await rig.invocations(2);

    await second?.reply(says('Hello.'));

    expect(ways()).toEqual(['ephemeral']);
    expect(rig.logLines.join()).not.toContain('private answer failed');
  });

  it('shows names made of markup as they are', async () => {
    await invocation.reply(says('<@U0JUN> & <!channel> *bold* `code` <http://x|y>'));

    const [told] = rig.slack.privateTo('U0MINA');
    expect(describeMessage(told ?? { text: '', blocks: [] })).toBe(
      '<@U0JUN> & <!channel> *bold* `code` <http://x|y>',
    );
    expect(told?.text).not.toMatch(/[<>]/);
  });
});
