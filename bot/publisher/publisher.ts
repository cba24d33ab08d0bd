import type { Logger } from 'pino';
import type { Directory } from '../access/directory.ts';
import type { ChatPlatform } from '../chat/chat-platform.ts';
import type { Speakers } from '../chat/speakers.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { ChannelRef } from '../failback/state/events.ts';
import type { Failback } from '../failback/state/failback.ts';
import { isFailbackStream, type Ledger } from '../failback/state/ledger.ts';
import type { FailbackRepository } from '../store/failback-repository.ts';
import { ChannelWriter, type Written } from './channel-writer.ts';
import { findWrites } from './find-writes.ts';
import type { PublishedMessages } from './published-messages.ts';
import { RefusedWrites } from './refused-writes.ts';
import { isAboutThisMessage, sendWrite } from './send-write.ts';

interface Parts {
  readonly ledger: Ledger;
  readonly failbacks: FailbackRepository;
  readonly platforms: readonly ChatPlatform[];
  readonly published: PublishedMessages;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly clock: Clock;
  readonly log: Logger;
  /** How often boards are drawn anew for their clocks. */
  readonly refreshMs: number;
  readonly readAt: (vault: string) => number | undefined;
}

/** After a start the latest failbacks are looked at too: their last words may not have been said. */
const RECENT = 50;

/**
 * The second reconciler: brings the chat messages to what each failback's state says they should show. Chat is a view:
 * whatever is lost, late or wrong there is drawn again.
 */
export class Publisher {
  private readonly parts: Parts;
  private readonly platforms: ReadonlyMap<string, ChatPlatform>;
  private readonly writers = new Map<string, ChannelWriter>();
  /** Writes that the platform does not take, as long as they are the same. Nothing else waits behind them. */
  private readonly refused = new RefusedWrites();
  private readonly stopping = new AbortController();
  private unsubscribe: () => void = () => {};
  private refreshing: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
    this.platforms = new Map(parts.platforms.map((platform) => [platform.name, platform]));
  }

  async start(): Promise<void> {
    this.unsubscribe = this.parts.ledger.onAppended((entries) => {
      const stream = entries[0]?.stream;
      if (stream !== undefined && isFailbackStream(stream)) void this.mark(stream, 'urgent');
    });
    const recent = await this.parts.failbacks.listRecent(RECENT);
    for (const failback of recent) this.markShown(failback, 'routine');
    this.refreshing = this.refresh();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.unsubscribe();
    await this.refreshing;
    await Promise.all([...this.writers.values()].map((writer) => writer.stop()));
  }

  private async refresh(): Promise<void> {
    const { clock, failbacks, refreshMs, log } = this.parts;
    while (!this.stopping.signal.aborted) {
      try {
        for (const failback of await failbacks.listOpen()) this.markShown(failback, 'routine');
      } catch (error) {
        log.error({ err: error }, 'the boards could not be refreshed');
      }
      await clock.sleep(refreshMs, this.stopping.signal);
    }
  }

  private async mark(id: string, urgency: 'urgent' | 'routine'): Promise<void> {
    try {
      const failback = await this.parts.failbacks.get(id);
      if (failback !== undefined) this.markShown(failback, urgency);
    } catch (error) {
      this.parts.log.error(
        { err: error, failbackId: id },
        'a failback could not be read for its messages',
      );
    }
  }

  /** What shows a failback: its own messages, or those of its run. */
  private markShown({ id, wave, channels }: Failback, urgency: 'urgent' | 'routine'): void {
    for (const place of channels) this.writerFor(place)?.mark(wave?.run ?? id, urgency);
  }

  private writerFor(place: ChannelRef): ChannelWriter | undefined {
    const platform = this.platforms.get(place.platform);
    if (platform === undefined) return undefined;
    const key = `${place.platform}:${place.channel}`;
    const known = this.writers.get(key);
    if (known !== undefined) return known;
    const writer = new ChannelWriter({
      clock: this.parts.clock,
      log: this.parts.log.child({ platform: place.platform, channel: place.channel }),
      postGapMs: platform.postGapMs,
      write: (id, mayPost) => this.write(id, { place, platform, mayPost }),
    });
    this.writers.set(key, writer);
    return writer;
  }

  private async write(
    id: string,
    { place, platform, mayPost }: { place: ChannelRef; platform: ChatPlatform; mayPost: boolean },
  ): Promise<Written> {
    const now = this.parts.clock.now();
    const key = (slot: string) => JSON.stringify([id, place.platform, place.channel, slot]);
    const found = await findWrites(id, place, this.parts);
    const writes = found.filter(({ slot, drawn }) => !this.refused.has(key(slot), drawn, now));
    const write = writes.find(({ update }) => mayPost || update !== undefined);
    if (write === undefined) return writes.length === 0 ? 'nothing' : 'waits';
    const rest = () => this.refused.add(key(write.slot), write.drawn, now);
    try {
      const shown = await sendWrite(write, place.channel, platform);
      // Without the board below which it should go, it waits for the new one, and not only for a moment.
      if (shown.slot !== write.slot) rest();
      await this.parts.published.save({ failback: id, ...place, ...shown });
      return write.update === undefined ? 'posted' : 'updated';
    } catch (error) {
      if (!isAboutThisMessage(error)) throw error;
      const facts = { err: error, failbackId: id, ...place, isWorthTrying: false };
      this.parts.log.warn(facts, 'a message could not be written');
      rest();
      return 'updated';
    }
  }
}
