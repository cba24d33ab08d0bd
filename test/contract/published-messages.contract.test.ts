import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PublishedMessage,
  PublishedMessages,
} from '../../bot/publisher/published-messages.ts';
import { MemoryPublishedMessages } from '../../storage/memory/memory-published-messages.ts';
import { openLedgerFile } from '../../storage/sqlite/ledger-file.ts';
import { SqlitePublishedMessages } from '../../storage/sqlite/sqlite-published-messages.ts';
import { makePlace } from './sqlite-place.ts';

interface UnderTest {
  readonly messages: PublishedMessages;
  dispose(): Promise<void>;
}

const makers: readonly (readonly [string, () => Promise<UnderTest>])[] = [
  [
    'MemoryPublishedMessages',
    async () => ({ messages: new MemoryPublishedMessages(), dispose: async () => undefined }),
  ],
  [
    'SqlitePublishedMessages',
    async () => {
      const { path, remove } = await makePlace();
      const file = openLedgerFile(path);
      const dispose = () => {
        file.close();
        return remove();
      };
      return { messages: new SqlitePublishedMessages(file), dispose };
    },
  ],
];

const board: PublishedMessage = {
  failback: 'FB-1',
  platform: 'slack',
  channel: 'C0INCIDENT',
  slot: 'board',
  messageId: '1700000000.000100',
  drawn: 'abc',
};

describe.each(makers)('%s', (_, make) => {
  let under: UnderTest;

  beforeEach(async () => {
    under = await make();
  });

  afterEach(() => under.dispose());

  it('knows nothing of a failback that was never published', async () => {
    expect(await under.messages.all('FB-1')).toEqual([]);
  });

  it('keeps one message for each platform, channel and slot of a failback', async () => {
    const all: PublishedMessage[] = [
      board,
      { ...board, platform: 'teams' },
      { ...board, channel: 'C0OTHER' },
      { ...board, slot: 'gate-1' },
    ];
    for (const message of all) await under.messages.save(message);
    await under.messages.save({ ...board, failback: 'FB-2' });

    const found = await under.messages.all('FB-1');

    expect(found).toHaveLength(all.length);
    expect(found).toEqual(expect.arrayContaining(all));
  });

  it('replaces what a message showed before', async () => {
    await under.messages.save(board);
    await under.messages.save({ ...board, messageId: '1700000000.000200', drawn: 'def' });

    expect(await under.messages.all('FB-1')).toEqual([
      { ...board, messageId: '1700000000.000200', drawn: 'def' },
    ]);
  });
});
