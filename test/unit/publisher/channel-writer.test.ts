import { describe, expect, it } from 'vitest';
import { ChannelWriter, type Written } from '../../../bot/publisher/channel-writer.ts';
import { refused, throttled, unreachable } from '../../support/fakes/recording-platform.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';
import { keptLog } from '../../support/silent-log.ts';

type Answer = Written | Error;

/** A writer whose failbacks have so many messages to write, each answered as the test says. */
function rig(answers: Record<string, Answer[]>, postGapMs = 1_000) {
  const clock = new ManualClock(0);
  const { log, lines } = keptLog();
  const tried: { id: string; at: number; mayPost: boolean }[] = [];
  const writer = new ChannelWriter({
    clock,
    log,
    postGapMs,
    write: async (id, mayPost) => {
      tried.push({ id, at: clock.now(), mayPost });
      const next = answers[id]?.[0] ?? 'nothing';
      if (next === 'posted' && !mayPost) return 'waits';
      answers[id]?.shift();
      if (next instanceof Error) throw next;
      return next;
    },
  });
  const times = (id: string) => tried.filter((one) => one.id === id).map(({ at }) => at);
  return { writer, clock, tried, times, lines };
}

describe('writing to a channel', () => {
  it('takes what is urgent before the routine', async () => {
    const { writer, tried } = rig({});

    writer.mark('a', 'routine');
    writer.mark('b', 'routine');
    writer.mark('c', 'urgent');
    await settle();

    expect(tried.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  it('goes on with a failback until nothing is left to write', async () => {
    const { writer, tried } = rig({ a: ['updated', 'updated', 'updated'] });

    writer.mark('a', 'urgent');
    await settle();

    expect(tried).toHaveLength(4);
  });

  it('leaves a pause between two new messages, and none before a change', async () => {
    const { writer, clock, times } = rig({
      a: ['posted', 'posted', 'posted'],
      b: ['updated', 'updated'],
    });

    writer.mark('a', 'urgent');
    await settle();
    writer.mark('b', 'urgent');
    await settle();
    expect(times('b')).toEqual([0, 0, 0]);

    await clock.advance(5_000);

    expect(new Set(times('a'))).toEqual(new Set([0, 1_000, 2_000]));
  });

  it('changes an old message while a new one waits', async () => {
    const { writer, clock, times } = rig({ a: ['posted', 'posted'], b: ['updated'] });
    writer.mark('a', 'urgent');
    await clock.advance(400);

    writer.mark('b', 'routine');
    await settle();

    expect(times('b')).toEqual([400, 400]);
    await clock.advance(600);
    expect(times('a').at(-1)).toBe(1_000);
  });

  it('waits as long as the platform asks, then writes', async () => {
    const { writer, clock, times } = rig({ a: [throttled(30_000), 'updated'] });

    writer.mark('a', 'urgent');
    await clock.advance(29_999);
    expect(times('a')).toEqual([0]);

    await clock.advance(1);
    expect(times('a')).toEqual([0, 30_000, 30_000]);
  });

  it('tries again with longer and longer pauses, and soon again once it has worked', async () => {
    const down = Array.from({ length: 8 }, unreachable);
    const { writer, clock, times, lines } = rig({ a: [...down, 'updated', unreachable()] });

    writer.mark('a', 'urgent');
    await clock.advance(200_000);

    const pauses = times('a').map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(pauses).toEqual([
      0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000, 0, 1_000,
    ]);
    expect(lines[0]).toMatchObject({
      msg: 'a message could not be written',
      failbackId: 'a',
      isWorthTrying: true,
    });
  });

  it('tries again after an error that nobody expected', async () => {
    const { writer, clock, times } = rig({ a: [new TypeError('a bug'), 'updated'] });

    writer.mark('a', 'urgent');
    await clock.advance(1_000);

    expect(times('a')).toEqual([0, 1_000, 1_000]);
  });

  it('does not try again what is refused for good, until something has changed', async () => {
    const { writer, clock, times } = rig({ a: [refused()] });
    writer.mark('a', 'urgent');
    await clock.advance(60_000);
    expect(times('a')).toEqual([0]);

    writer.mark('a', 'urgent');
    await settle();

    expect(times('a')).toEqual([0, 60_000]);
  });

  it('forgets no failback that is marked in the very moment in which it comes to rest', async () => {
    for (let moment = 0; moment < 40; moment += 1) {
      const { writer, tried } = rig({});
      writer.mark('a', 'urgent');
      for (let turn = 0; turn < moment; turn += 1) await Promise.resolve();
      writer.mark('b', 'urgent');
      await settle();

      expect(tried.map(({ id }) => id)).toEqual(['a', 'b']);
    }
  });

  it('stops in the middle of a pause, and writes nothing more', async () => {
    const { writer, clock, tried } = rig({ a: ['posted', 'posted'] });
    writer.mark('a', 'urgent');
    await settle();

    await writer.stop();
    writer.mark('b', 'urgent');
    await clock.advance(10_000);

    expect(tried.filter(({ mayPost }) => mayPost)).toHaveLength(1);
    expect(tried.map(({ id }) => id)).not.toContain('b');
  });

  it('stops while the platform has asked for a long pause', async () => {
    const { writer, clock, times } = rig({ a: [throttled(3_600_000)] });
    writer.mark('a', 'urgent');
    await settle();

    await writer.stop();
    await clock.advance(3_600_000);

    expect(times('a')).toEqual([0]);
  });
});
