import { describe, expect, it } from 'vitest';
import { ChatStart } from '../../../bot/chat-start.ts';
import { ConfigError, UpstreamError } from '../../../bot/failback/ports/errors.ts';
import {
  RecordingPlatform,
  throttled,
  unreachable,
} from '../../support/fakes/recording-platform.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';
import { keptLog } from '../../support/silent-log.ts';

const REST_MS = 15_000;

/** A chat service that is opened, or not, as the test says. */
class Door extends RecordingPlatform {
  /** What each attempt to open ends in; when there is no more, it opens. */
  troubles: (Error | Promise<void>)[];
  opened = 0;
  tried = 0;

  constructor(...troubles: (Error | Promise<void>)[]) {
    super();
    this.troubles = troubles;
  }

  override async start(): Promise<void> {
    this.tried += 1;
    const trouble = this.troubles.shift();
    if (trouble instanceof Error) throw trouble;
    await trouble;
    this.opened += 1;
  }
}

const refuses = () =>
  new UpstreamError('notAuthorized', 'Slack does not accept the bot.', {
    service: 'slack',
    operation: 'auth.test',
    retryable: false,
  });

function starting() {
  const clock = new ManualClock();
  const { log, lines } = keptLog();
  const chatStart = new ChatStart({ receive: async () => {}, clock, log });
  const said = () => lines.map(({ level, msg, platform }) => `${level} ${platform}: ${msg}`);
  return { clock, chatStart, said };
}

describe('the start of a chat platform', () => {
  it('opens it once', async () => {
    const { clock, chatStart, said } = starting();
    const door = new Door();

    await chatStart.start(door);
    await clock.advance(600_000);
    expect(door).toMatchObject({ opened: 1, tried: 1 });
    expect(said()).toEqual([]);
  });

  it('does not wait for one that is out of reach, and tries it again until it is there', async () => {
    const { clock, chatStart, said } = starting();
    const door = new Door(unreachable(), unreachable());

    await chatStart.start(door);
    await clock.advance(REST_MS - 1);
    expect(door.tried).toBe(1);
    await clock.advance(1);
    expect(door.tried).toBe(2);
    await clock.advance(REST_MS);
    expect(door.opened).toBe(1);
    await clock.advance(600_000);
    expect(door.tried).toBe(3);
    const line = '50 slack: a chat platform is out of reach';
    expect(said()).toEqual([line, line]);
    expect(clock.asleep).toBe(0);
  });

  it('waits longer where the chat asks for it', async () => {
    const { clock, chatStart } = starting();
    const door = new Door(throttled(60_000));

    await chatStart.start(door);
    await clock.advance(59_999);
    expect(door.opened).toBe(0);
    await clock.advance(1);
    expect(door.opened).toBe(1);
  });

  it.each([
    ['wrong settings', new ConfigError(['Slack: the bot token is refused.'])],
    ['a chat that refuses the bot', refuses()],
  ])('ends with %s', async (_, error) => {
    const { chatStart } = starting();

    await expect(chatStart.start(new Door(error))).rejects.toBe(error);
  });

  it('goes on trying when it is refused after it was out of reach: what runs, runs', async () => {
    const { clock, chatStart, said } = starting();
    const door = new Door(unreachable(), refuses());

    await chatStart.start(door);
    await clock.advance(2 * REST_MS);
    expect(door.opened).toBe(1);
    expect(said().at(-1)).toBe('50 slack: a chat platform refuses the bot');
  });

  it('is given up when the bot stops', async () => {
    const { clock, chatStart } = starting();
    const door = new Door(unreachable());

    await chatStart.start(door);
    await chatStart.giveUp();
    await clock.advance(600_000);
    expect(door.tried).toBe(1);
    expect(clock.asleep).toBe(0);
  });

  it('is waited for when the bot stops in the middle of it, so that it can be closed', async () => {
    const { clock, chatStart } = starting();
    let open = () => {};
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const door = new Door(unreachable(), opening);
    await chatStart.start(door);
    await clock.advance(REST_MS);

    let isGivenUp = false;
    const givenUp = chatStart.giveUp().then(() => {
      isGivenUp = true;
    });
    await settle();
    expect(isGivenUp).toBe(false);
    open();
    await givenUp;
    expect(door.opened).toBe(1);
  });
});
