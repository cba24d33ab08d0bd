import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAYS, type MaintenanceWindow } from '../../../bot/failback/state/maintenance-window.ts';
import { describeEntry } from '../../../bot/messages/story/describe-event.ts';
import { Publisher } from '../../../bot/publisher/publisher.ts';
import { CHANNEL, type DeskOptions, TEAMS_CHANNEL, type TestDesk } from '../../support/desk.ts';
import { jun, storyAt } from '../../support/failback-story.ts';
import { MemoryPublishedMessages } from '../../support/fakes/memory-published-messages.ts';
import {
  channelGone,
  RecordingPlatform,
  read,
  refused,
  throttled,
  unreachable,
} from '../../support/fakes/recording-platform.ts';
import { buttonsOf, IncidentChannel } from '../../support/incident-channel.ts';
import { settle } from '../../support/manual-clock.ts';
import { keptLog } from '../../support/silent-log.ts';

interface RigOptions extends DeskOptions {
  readonly published?: MemoryPublishedMessages;
  readonly platforms?: readonly RecordingPlatform[];
}

/** The incident channel with what the bot shows in it. */
async function rig(options: RigOptions = {}) {
  const chat = new IncidentChannel({ ids: ['FB-7K3M', 'FB-8L4N'], ...options });
  const { desk } = chat;
  const slack = options.platforms?.[0] ?? new RecordingPlatform('slack');
  const teams = options.platforms?.[1] ?? new RecordingPlatform('teams');
  const published = options.published ?? new MemoryPublishedMessages();
  const { log, lines } = keptLog();
  const publisher = new Publisher({
    ...desk,
    platforms: [slack, teams],
    published,
    log,
    refreshMs: 30_000,
  });
  await publisher.start();
  const catchUp = () => desk.clock.advance(20_000);
  return { chat, desk, slack, teams, published, publisher, lines, catchUp };
}

const texts = (platform: RecordingPlatform, channel: string) =>
  platform.in(channel).map(({ message }) => read(message).split('\n')[0]);

describe('a question that waits for a maintenance window', () => {
  const windows: readonly MaintenanceWindow[] = [
    { days: DAYS, from: '13:00', to: '14:00', timeZone: 'UTC' },
  ];
  const reminders = {
    beforeExpiryMs: 1_800_000,
    onHoldMs: 3_600_000,
    beforeWindowMs: 1_800_000,
  };

  async function waiting() {
    const scene = await rig({ policy: { windows } });
    const { desk, catchUp } = scene;
    const [asked, ...rest] = storyAt('awaitingCompletion', { windows, reminders }).entries;
    if (asked?.event.type !== 'requested') throw new Error('no story');
    const request = { ...asked.event, channels: [CHANNEL] };
    await desk.tell('FB-TEST', request, ...rest.map(({ event }) => event));
    await catchUp();
    return scene;
  }
  const ready = ({ slack }: { slack: RecordingPlatform }) =>
    slack
      .in(CHANNEL.channel)
      .filter(({ message }) => /^(Ready: |FB-TEST: was ready)/.test(read(message)));

  it('is announced in one message with the time at which it will be asked', async () => {
    const scene = await waiting();
    await scene.catchUp();

    const messages = ready(scene);
    expect(messages.map(({ message }) => read(message))).toEqual([
      expect.stringContaining(
        'Ready: web-01 waits for the maintenance window\nThe bot will ask about complete failover at 2026-11-23 13:00 UTC.',
      ),
    ]);
  });

  it('is announced once, also by a bot that was started anew', async () => {
    const scene = await waiting();
    await scene.publisher.stop();

    await rig({
      ledger: scene.desk.ledger,
      clock: scene.desk.clock,
      published: scene.published,
      platforms: [scene.slack, scene.teams],
    });
    await scene.catchUp();

    expect(ready(scene)).toHaveLength(1);
  });

  it('has nothing left to press when it does not wait any more', async () => {
    const scene = await waiting();

    await scene.desk.tell('FB-TEST', { type: 'askedNow', by: jun, reason: 'now' });
    await scene.catchUp();

    const [message] = ready(scene);
    expect(message && read(message.message)).toContain('FB-TEST: was ready');
    expect(message && buttonsOf(message.message)).toEqual([]);
  });

  it('calls those who may decide below the board, once, half an hour before it is asked', async () => {
    const scene = await waiting();
    const soon = () =>
      scene.slack
        .in(CHANNEL.channel)
        .filter(({ message }) => read(message).includes('The maintenance window opens at'));
    const board = scene.slack
      .in(CHANNEL.channel)
      .find(({ message }) => read(message).includes('Azure to on-premises'));

    await scene.desk.clock.advance(28 * 60_000);
    expect(soon()).toEqual([]);
    await scene.desk.clock.advance(3 * 60_000);
    await scene.desk.clock.advance(20 * 60_000);

    expect(soon()).toHaveLength(1);
    const [message] = soon();
    const text = message === undefined ? '' : read(message.message);
    expect(message?.thread).toBe(board?.id);
    expect(text).toContain('No downtime begins after 2026-11-23 14:00 UTC.');
    expect(text).toContain('The bot will ask about complete failover: web-01');
    expect(text).toMatch(/May decide: @jun/);
    expect(message && buttonsOf(message.message)).toEqual([]);
  });

  it('has nothing left to press once the window has opened', async () => {
    const scene = await waiting();

    await scene.desk.clock.advance(60 * 60_000);

    expect(ready(scene).flatMap(({ message }) => buttonsOf(message))).toEqual([]);
  });
});

describe('a reminder', () => {
  const reminders = { beforeExpiryMs: 5 * 60_000, onHoldMs: 10 * 60_000 };
  const shown = ({ slack }: { slack: RecordingPlatform }) =>
    slack.in(CHANNEL.channel).flatMap(({ message }) => {
      const text = read(message);
      return /^(Reminder: |FB-7K3M: a reminder)/.test(text) ? [text] : [];
    });

  /** The question of this desk waits for 30 minutes; the runner looks at it now and then. */
  async function later(scene: Awaited<ReturnType<typeof rig>>, minutes: number) {
    await scene.desk.clock.advance(minutes * 60_000);
    await scene.desk.settle('FB-7K3M');
    await scene.catchUp();
  }

  it('is a message of its own that calls those who may decide, and is closed with the question', async () => {
    const scene = await rig({ policy: { reminders } });
    const id = await scene.chat.minaStarts();
    await later(scene, 14);
    expect(shown(scene)).toEqual([]);

    await later(scene, 2);
    expect(shown(scene)).toEqual([
      expect.stringMatching(
        /^Reminder: web-01 waits for a decision about direction\nAsked at .* It expires at .* Then this failback ends\.\nMay decide: @jun, @ada, @max\n/,
      ),
    ]);

    await scene.chat.types('ada', `decline ${id} not now`);
    await scene.catchUp();
    expect(shown(scene)).toEqual([
      'FB-7K3M: a reminder that is answered\nNothing is left to decide here.',
    ]);
  });

  it('comes once, also after a restart', async () => {
    const scene = await rig({ policy: { reminders } });
    await scene.chat.minaStarts();
    await later(scene, 16);
    await scene.publisher.stop();

    const next = await rig({
      policy: { reminders },
      ledger: scene.desk.ledger,
      clock: scene.desk.clock,
      published: scene.published,
      platforms: [scene.slack, scene.teams],
    });
    await later(next, 1);

    expect(shown(next)).toHaveLength(1);
  });
});

describe('the channel', () => {
  it('shows a board, the question with its buttons, and the story below the board, on both chats', async () => {
    const { chat, slack, teams, catchUp } = await rig();

    await chat.minaStarts();
    await catchUp();

    for (const [platform, channel] of [
      [slack, CHANNEL.channel],
      [teams, TEAMS_CHANNEL.channel],
    ] as const) {
      const [board, question, thread] = platform.in(channel);
      expect(texts(platform, channel).slice(0, 2)).toEqual([
        'FB-7K3M: web-01, Azure to on-premises',
        'Direction: bring web-01 home from Azure to on-premises?',
      ]);
      expect(question && buttonsOf(question.message).map(({ label }) => label)).toEqual([
        'Approve',
        'Decline',
      ]);
      expect(thread).toMatchObject({ thread: board?.id });
      expect(platform.in(channel)).toHaveLength(3);
    }
  });

  it('has nothing left to press on either chat once Jun has decided on one', async () => {
    const { chat, desk, slack, teams, catchUp } = await rig();
    const id = await chat.minaStarts();
    await catchUp();

    await chat.types('jun', `approve ${id} azure`);
    await settle();
    await settle();

    for (const platform of [slack, teams]) {
      const [closed] = platform.find('Closed. Direction:');
      expect(closed && read(closed.message)).toContain('approved by Jun Sample');
      expect(closed && buttonsOf(closed.message)).toEqual([]);
    }
    expect(desk.clock.now()).toBe(Date.UTC(2026, 10, 23, 12, 0, 20));
  });

  it('is told of an end in a message of its own, once, with the head of the audit trail', async () => {
    const { chat, desk, slack, catchUp } = await rig();
    await chat.minaStarts();
    await catchUp();

    await chat.types('jun', 'decline too early');
    await catchUp();
    await catchUp();

    const ends = slack.find('web-01 was declined');
    const end = (await desk.ledger.read('FB-7K3M')).at(-1);
    expect(ends).toHaveLength(1);
    expect(ends[0] && read(ends[0].message)).toContain(
      `Audit trail up to here: ${end?.sequence}:${end?.hash}`,
    );
  });

  it('is not bothered with what was refused before anything was asked', async () => {
    const { chat, desk, slack, catchUp } = await rig();
    desk.vault.providers = [];

    await chat.types('mina', 'start web-01');
    await chat.types('kim', 'start web-01');
    await catchUp();

    expect(slack.attempts).toEqual([]);
  });

  it('sees the clocks of the board go on, once a minute and not more often', async () => {
    const { chat, desk, slack, catchUp } = await rig();
    await chat.minaStarts();
    await catchUp();
    const before = slack.attempts.length;

    await desk.clock.advance(5 * 60_000);

    expect(slack.find('In this stage for: 5 min')).toHaveLength(1);
    expect(slack.attempts.length - before).toBe(5);
    expect(slack.attempts.slice(before).every(({ kind }) => kind === 'update')).toBe(true);
  });

  it('of another platform than the bot has is left alone', async () => {
    const slack = new RecordingPlatform('slack');
    const { chat, catchUp, lines } = await rig({
      platforms: [slack, new RecordingPlatform('other')],
    });

    await chat.minaStarts();
    await catchUp();

    expect(slack.in(CHANNEL.channel)).toHaveLength(3);
    expect(lines).toEqual([]);
  });
});

describe('after a restart', () => {
  it('nothing is posted twice, and what happened meanwhile is caught up with', async () => {
    const first = await rig();
    await first.chat.minaStarts();
    await first.catchUp();
    await first.publisher.stop();
    await first.chat.types('jun', 'decline too early');
    await settle();
    expect(first.slack.find('Closed.')).toEqual([]);

    const { ledger, clock } = first.desk;
    const platforms = [first.slack, first.teams];
    const second = await rig({ ledger, clock, published: first.published, platforms });
    await second.catchUp();

    expect(texts(first.slack, CHANNEL.channel)).toEqual([
      'FB-7K3M: web-01, Azure to on-premises',
      'Closed. Direction: bring web-01 home from Azure to on-premises?',
      expect.stringContaining('Mina Example asked to bring web-01 home.'),
      'FB-7K3M: web-01 was declined',
      expect.stringContaining('Jun Sample declined: too early'),
    ]);
  });

  it('without memory of what was shown everything that counts is posted anew', async () => {
    const first = await rig();
    await first.chat.minaStarts();
    await first.catchUp();
    await first.publisher.stop();

    const { ledger, clock } = first.desk;
    const second = await rig({ ledger, clock });
    await second.catchUp();

    expect(second.slack.in(CHANNEL.channel)).toHaveLength(3);
  });

  it('stops without waiting for a chat that is throttled for an hour', async () => {
    const { chat, publisher, slack } = await rig();
    slack.mishap = () => throttled(3_600_000);
    await chat.minaStarts();
    await settle();

    await publisher.stop();

    expect(slack.attempts).toHaveLength(1);
  });
});

describe('a chat that has trouble', () => {
  it('gets its messages when it is back', async () => {
    const { chat, desk, slack, teams, catchUp } = await rig();
    slack.mishap = unreachable;
    await chat.minaStarts();
    await catchUp();
    expect(slack.in(CHANNEL.channel)).toEqual([]);
    expect(teams.in(TEAMS_CHANNEL.channel)).toHaveLength(3);

    slack.mishap = () => undefined;
    await desk.clock.advance(30_000);

    expect(slack.in(CHANNEL.channel)).toHaveLength(3);
  });

  it('that is throttled is not written to before its time', async () => {
    const { chat, desk, slack } = await rig();
    slack.mishap = () => throttled(60_000);
    await chat.minaStarts();
    await desk.clock.advance(59_000);
    expect(slack.attempts).toHaveLength(1);

    slack.mishap = () => undefined;
    await desk.clock.advance(20_000);

    expect(slack.in(CHANNEL.channel)).toHaveLength(3);
  });

  it('that takes a message and loses the answer shows it twice; the newest one is kept up to date', async () => {
    const { chat, slack, catchUp } = await rig();
    let isLost = false;
    slack.mishap = ({ text }) => {
      if (isLost || !text.startsWith('Direction:')) return undefined;
      isLost = true;
      return { afterwards: unreachable() };
    };
    await chat.minaStarts();
    await catchUp();
    expect(slack.find('Direction: bring')).toHaveLength(2);

    await chat.types('jun', 'decline no');
    await catchUp();

    expect(slack.find('Closed. Direction: bring')).toHaveLength(1);
  });

  it('that refuses one message still gets the others', async () => {
    const { chat, slack, lines, catchUp } = await rig();
    slack.mishap = ({ text }) => (text.includes('Azure to on-premises\n') ? refused() : undefined);

    await chat.minaStarts();
    await catchUp();

    expect(texts(slack, CHANNEL.channel)).toEqual([
      'Direction: bring web-01 home from Azure to on-premises?',
    ]);
    expect(lines).toMatchObject([
      { msg: 'a message could not be written', failbackId: 'FB-7K3M', isWorthTrying: false },
    ]);
  });

  it('is offered a refused message again after a rest, though nothing has changed', async () => {
    const { chat, desk, slack, catchUp } = await rig();
    slack.mishap = ({ text }) => (text.startsWith('Direction:') ? refused() : undefined);
    await chat.minaStarts();
    await catchUp();

    slack.mishap = () => undefined;
    await desk.clock.advance(4 * 60_000);
    expect(slack.find('Direction:')).toEqual([]);
    await desk.clock.advance(90_000);

    expect(slack.find('Direction:')).toHaveLength(1);
  });

  it('without the channel is tried again, until the bot is invited', async () => {
    const { chat, desk, slack, lines } = await rig();
    slack.mishap = channelGone;
    await chat.minaStarts();
    await desk.clock.advance(90_000);
    expect(lines.length).toBeGreaterThan(1);

    slack.mishap = () => undefined;
    await desk.clock.advance(60_000);

    expect(slack.in(CHANNEL.channel)).toHaveLength(3);
  });
});

describe('a message that somebody deletes', () => {
  it('is posted anew while it is still needed', async () => {
    const { chat, desk, slack, catchUp } = await rig();
    await chat.minaStarts();
    await catchUp();

    slack.delete('Azure to on-premises\n');
    await desk.clock.advance(120_000);

    expect(slack.find('Azure to on-premises\n')).toHaveLength(1);
  });

  it('is not posted anew when the question is over', async () => {
    const { chat, slack, catchUp } = await rig();
    await chat.minaStarts();
    await catchUp();

    slack.delete('Direction:');
    await chat.types('jun', 'decline no');
    await catchUp();

    expect(slack.find('Direction: bring')).toEqual([]);
    expect(slack.find('web-01 was declined')).toHaveLength(1);
  });

  it('takes its thread with it: the story goes on below the new one', async () => {
    const { chat, desk, slack, catchUp } = await rig({ approvals: { direction: 2 } });
    await chat.minaStarts();
    await catchUp();
    slack.delete('Azure to on-premises\n');
    slack.mishap = ({ kind, text }) =>
      kind === 'update' && text.includes('Azure to on-premises\n') ? refused() : undefined;

    await chat.types('jun', 'approve azure');
    await desk.clock.advance(6 * 60_000);

    const [board] = slack.find('Azure to on-premises\n');
    expect(slack.find('Jun Sample approved.')).toMatchObject([{ thread: board?.id }]);
  });
});

describe('whatever trouble a chat has had', () => {
  const anyMishap = fc.constantFrom(
    () => undefined,
    () => undefined,
    unreachable,
    refused,
    channelGone,
    () => throttled(7_000),
  );

  it('in the end the channel shows one board, the whole story, and only what is open can be pressed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyMishap, { maxLength: 40 }),
        fc.boolean(),
        async (mishaps, ends) => {
          const { chat, desk, slack, publisher } = await rig({ approvals: { direction: 2 } });
          const left = [...mishaps];
          slack.mishap = () => left.shift()?.();

          const id = await chat.minaStarts();
          await desk.clock.advance(5_000);
          await chat.types('jun', 'approve azure');
          await desk.clock.advance(5_000);
          await chat.types('ada', ends ? 'decline no' : 'approve azure');
          await desk.clock.advance(10 * 60_000);
          slack.mishap = () => undefined;
          await chat.types('kim', `cancel ${id}`);
          await desk.clock.advance(10 * 60_000);
          await publisher.stop();

          const failback = await chat.failback(id);
          const shown = slack.in(CHANNEL.channel);
          const pressable = shown.flatMap(({ message }) => buttonsOf(message));
          const told = shown
            .filter(({ thread }) => thread !== undefined)
            .map(({ message }) => read(message));
          expect(slack.find(`${id}: web-01, Azure to on-premises`)).toHaveLength(1);
          expect(pressable.every(({ press }) => press.number === failback.hold?.number)).toBe(true);
          expect(told.join('\n').split('\n')).toHaveLength(await linesOf(desk, id));
        },
      ),
      { numRuns: 40 },
    );
  });

  async function linesOf(desk: TestDesk, id: string): Promise<number> {
    const entries = await desk.ledger.read(id);
    return entries.filter((entry) => describeEntry(entry, desk.directory) !== undefined).length;
  }
});

describe('trouble inside the bot', () => {
  it('with reading a failback is logged, and the others go on', async () => {
    const { chat, desk, slack, lines } = await rig();
    const { get, listOpen } = desk.failbacks;
    desk.failbacks.get = async () => {
      throw new TypeError('an entry is not understood');
    };
    desk.failbacks.listOpen = async () => {
      throw new TypeError('an entry is not understood');
    };
    await desk.ledger.append({
      stream: 'FB-BAD',
      expectedRevision: 'any',
      at: 0,
      events: [{ type: 'ended', end: 'protected', summary: '' }],
    });
    await desk.clock.advance(30_000);
    desk.failbacks.get = get;
    desk.failbacks.listOpen = listOpen;

    await chat.minaStarts();
    await desk.clock.advance(30_000);

    expect(lines.map(({ msg }) => msg)).toEqual([
      'a failback could not be read for its messages',
      'the boards could not be refreshed',
    ]);
    expect(slack.in(CHANNEL.channel)).toHaveLength(3);
  });
});
