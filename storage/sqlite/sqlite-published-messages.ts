import type { Statement } from 'better-sqlite3';
import type {
  PublishedMessage,
  PublishedMessages,
} from '../../bot/publisher/published-messages.ts';
import type { LedgerFile } from './ledger-file.ts';
import { using } from './sqlite-errors.ts';

const ALL = `
  SELECT failback, platform, channel, slot, message_id AS messageId, drawn
  FROM published_messages WHERE failback = ?`;

const SAVE = `
  INSERT INTO published_messages (failback, platform, channel, slot, message_id, drawn)
  VALUES (:failback, :platform, :channel, :slot, :messageId, :drawn)
  ON CONFLICT (failback, platform, channel, slot)
  DO UPDATE SET message_id = excluded.message_id, drawn = excluded.drawn`;

/** What the publisher has drawn, in the ledger's file but outside its chain. */
export class SqlitePublishedMessages implements PublishedMessages {
  private readonly selectAll: Statement<[string], PublishedMessage>;
  private readonly upsert: Statement<[PublishedMessage]>;

  constructor({ db }: LedgerFile) {
    this.selectAll = db.prepare(ALL);
    this.upsert = db.prepare(SAVE);
  }

  async all(failback: string): Promise<readonly PublishedMessage[]> {
    return using('publishedMessages', () => this.selectAll.all(failback));
  }

  async save(message: PublishedMessage): Promise<void> {
    using('savePublishedMessage', () => this.upsert.run(message));
  }
}
