import { expect, it } from 'vitest';
import type {
  PublishedMessage,
  PublishedMessages,
} from '../../bot/publisher/published-messages.ts';
import type { LedgerFile } from '../../storage/sqlite/ledger-file.ts';
import { SqlitePublishedMessages } from '../../storage/sqlite/sqlite-published-messages.ts';
import { MemoryPublishedMessages } from '../support/fakes/memory-published-messages.ts';
import { describeStores } from './describe-stores.ts';

const board: PublishedMessage = {
  failback: 'FB-1',
  platform: 'slack',
  channel: 'C0INCIDENT',
  slot: 'board',
  messageId: '1700000000.000100',
  drawn: 'abc',
};

const STORES = {
  MemoryPublishedMessages: () => new MemoryPublishedMessages(),
  SqlitePublishedMessages: (file: LedgerFile) => new SqlitePublishedMessages(file),
};

describeStores<PublishedMessages>(STORES, (messages) => {
  it('knows nothing of a failback that was never published', async () => {
    expect(await messages().all('FB-1')).toEqual([]);
  });

  it('keeps one message for each platform, channel and slot of a failback', async () => {
    const all: PublishedMessage[] = [
      board,
      { ...board, platform: 'teams' },
      { ...board, channel: 'C0OTHER' },
      { ...board, slot: 'gate-1' },
    ];
    for (const message of all) await messages().save(message);
    await messages().save({ ...board, failback: 'FB-2' });

    const found = await messages().all('FB-1');

    expect(found).toHaveLength(all.length);
    expect(found).toEqual(expect.arrayContaining(all));
  });

  it('replaces what a message showed before', async () => {
    await messages().save(board);
    await messages().save({ ...board, messageId: '1700000000.000200', drawn: 'def' });

    expect(await messages().all('FB-1')).toEqual([
      { ...board, messageId: '1700000000.000200', drawn: 'def' },
    ]);
  });
});
