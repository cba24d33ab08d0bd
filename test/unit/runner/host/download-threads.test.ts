import { describe, expect, it, onTestFinished } from 'vitest';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { held } from '../../../../bot/failback/state/holds.ts';
import { threadsStream } from '../../../../bot/failback/state/threads.ts';
import { DownloadThreads } from '../../../../bot/runner/host/download-threads.ts';
import { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { jun, mina, type Story, storyAt, storyOnHost } from '../../../support/failback-story.ts';
import { DyingLedger, Killed } from '../../../support/fakes/dying-ledger.ts';
import { FakeHost } from '../../../support/fakes/fake-host.ts';
import { MemoryLedger } from '../../../support/fakes/memory-ledger.ts';
import { ManualClock, settle } from '../../../support/manual-clock.ts';
import { keptLog } from '../../../support/silent-log.ts';

const ABANDONED: readonly FailbackEvent[] = [
  held('askedFor', [], []),
  { type: 'holdReleased', by: jun, choice: 'abandon', leadsTo: 'abandoned' },
];
const CANCELLED: readonly FailbackEvent[] = [{ type: 'cancelled', by: mina }];

/** A server, what the ledger knows of it, and the part that sets its threads. */
class Place {
  readonly clock = new ManualClock();
  readonly host = new FakeHost();
  readonly below = new MemoryLedger();
  readonly logged = keptLog();

  /** One life of the bot. */
  live(ledger: MemoryLedger | DyingLedger = this.below): DownloadThreads {
    const { host, clock, logged } = this;
    const failbacks = new FailbackRepository(ledger);
    const parts = { ledger, failbacks, hosts: [host], clock, log: logged.log };
    const threads = new DownloadThreads(parts);
    onTestFinished(() => threads.stop());
    threads.start();
    return threads;
  }

  /** A failback of a VM comes as far as the story. */
  async tell(id: string, story: Story): Promise<void> {
    for (const { event } of story.entries) {
      const isFirst = event.type === 'requested';
      await this.happen(
        id,
        isFirst
          ? { ...event, target: { kind: 'protectedItem', vault: 'north', itemId: id, name: id } }
          : event,
      );
    }
  }

  async happen(id: string, ...events: readonly FailbackEvent[]): Promise<void> {
    const at = this.clock.now();
    await this.below.append({ stream: id, expectedRevision: 'any', at, events });
    await settle();
  }

  async types(): Promise<readonly string[]> {
    return (await this.below.read(threadsStream('HV-A'))).map(({ event }) => event.type);
  }
}

const travelling = () => storyOnHost('synchronizing');

describe('the download threads of a server', () => {
  it('are written down before they are changed, with what they were', async () => {
    const place = new Place();
    place.host.download = { threads: 2 };
    const seen: (readonly string[])[] = [];
    place.host.whenWritten = async () => {
      seen.push(await place.types());
    };

    expect(await place.live().set(place.host, 16, mina)).toMatchObject({
      outcome: 'ok',
      value: { threads: 16 },
    });
    expect(seen).toEqual([['threadsIntended']]);
    const [first] = await place.below.read(threadsStream('HV-A'));
    expect(first?.event).toMatchObject({ by: mina, before: 2, threads: 16 });
    expect(await place.types()).toEqual(['threadsIntended', 'threadsSet']);
  });

  it('are not changed where nobody knows what they were', async () => {
    const place = new Place();
    place.host.troubles.readDownload = ['forbidden'];

    expect(await place.live().set(place.host, 16, mina)).toMatchObject({ outcome: 'forbidden' });
    expect(place.host.writes).toEqual([]);
    expect(await place.types()).toEqual([]);
  });

  it('are not said to be changed where nobody knows it, and still put back', async () => {
    const place = new Place();
    place.host.troubles.setDownloadThreads = ['unknownButDone'];
    const threads = place.live();
    await place.tell('FB-1', travelling());
    expect(await threads.set(place.host, 16, mina)).toMatchObject({ outcome: 'unknown' });
    expect(await place.types()).toEqual(['threadsIntended']);

    await place.happen('FB-1', ...ABANDONED);
    expect(place.host.download).toEqual({});
  });

  it.each([
    [{}, 'default'],
    [{ threads: 2 }, '2'],
  ])('are put back once, when the failback that used them has ended: %o', async (before, back) => {
    const place = new Place();
    place.host.download = before;
    await place.live().set(place.host, 16, mina);
    await place.tell('FB-1', travelling());
    expect(place.host.download).toEqual({ threads: 16 });

    await place.happen('FB-1', ...ABANDONED);
    expect(place.host.download).toEqual(before);
    await place.tell('FB-2', travelling());
    await place.happen('FB-2', ...ABANDONED);
    expect(place.host.writes).toEqual(['setDownloadThreads 16', `setDownloadThreads ${back}`]);
    expect(await place.types()).toEqual(['threadsIntended', 'threadsSet', 'threadsRestored']);
  });

  it('stay while another failback on the server is open', async () => {
    const place = new Place();
    await place.live().set(place.host, 16, mina);
    await place.tell('FB-1', travelling());
    await place.tell('FB-2', travelling());

    await place.happen('FB-1', ...ABANDONED);
    expect(place.host.download).toEqual({ threads: 16 });
    await place.happen('FB-2', ...ABANDONED);
    expect(place.host.download).toEqual({});
  });

  it('stay when a failback ended that never downloaded, or was elsewhere, or ended before', async () => {
    const place = new Place();
    await place.tell('FB-0', travelling());
    await place.happen('FB-0', ...ABANDONED);
    await place.clock.advance(1_000);
    await place.live().set(place.host, 16, mina);
    await place.tell('FB-1', storyOnHost('awaitingDirection'));
    await place.happen('FB-1', ...CANCELLED);
    await place.tell('FB-2', storyAt('synchronizing'));
    await place.happen('FB-2', ...ABANDONED);

    expect(place.host.download).toEqual({ threads: 16 });
    expect(await place.types()).toEqual(['threadsIntended', 'threadsSet']);
  });

  it('are put back at the next start when it did not work, and the log says so', async () => {
    const place = new Place();
    const threads = place.live();
    await threads.set(place.host, 16, mina);
    await place.tell('FB-1', travelling());
    place.host.isAway = true;
    await place.happen('FB-1', ...ABANDONED);
    expect(place.logged.lines).toMatchObject([{ host: 'HV-A', why: 'It is unreachable.' }]);
    threads.stop();

    place.host.isAway = false;
    place.live();
    await settle();
    expect(place.host.download).toEqual({});
    expect((await place.types()).at(-1)).toBe('threadsRestored');
  });

  it.each(['before', 'after'] as const)(
    'are put back at the next start when the bot dies %s it writes something down',
    async (when) => {
      for (const at of [1, 2, 3]) {
        const place = new Place();
        const dying = new DyingLedger(place.below, { at, when });
        const threads = place.live(dying);
        const isKilled = (error: unknown) => expect(error).toBeInstanceOf(Killed);
        await threads.set(place.host, 16, mina).catch(isKilled);
        await place.tell('FB-1', travelling());
        await place.happen('FB-1', ...ABANDONED);
        threads.stop();

        place.live();
        await settle();
        expect(place.host.download, `event ${at}`).toEqual({});
      }
    },
  );

  it('are put back once when two failbacks end while the server takes long', async () => {
    const place = new Place();
    await place.live().set(place.host, 16, mina);
    await place.tell('FB-1', travelling());
    let answer = () => {};
    place.host.hangs = new Promise((resolve) => {
      answer = resolve;
    });
    await place.happen('FB-1', ...ABANDONED);
    await place.tell('FB-2', storyOnHost('awaitingDirection'));
    await place.happen('FB-2', ...CANCELLED);

    answer();
    await settle();
    expect(place.host.writes).toHaveLength(2);
    expect(await place.types()).toEqual(['threadsIntended', 'threadsSet', 'threadsRestored']);
  });

  it('are left alone once it has stopped', async () => {
    const place = new Place();
    const threads = place.live();
    await threads.set(place.host, 16, mina);
    await place.tell('FB-1', travelling());
    threads.stop();

    await place.happen('FB-1', ...ABANDONED);
    expect(place.host.download).toEqual({ threads: 16 });
  });
});
