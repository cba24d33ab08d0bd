import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ConversationReference,
  ConversationReferences,
} from '../../bot/chat/conversation-references.ts';
import { MemoryConversationReferences } from '../../storage/memory/memory-conversation-references.ts';
import { openLedgerFile } from '../../storage/sqlite/ledger-file.ts';
import { SqliteConversationReferences } from '../../storage/sqlite/sqlite-conversation-references.ts';
import { makePlace } from './sqlite-place.ts';

interface UnderTest {
  readonly references: ConversationReferences;
  dispose(): Promise<void>;
}

const makers: readonly (readonly [string, () => Promise<UnderTest>])[] = [
  [
    'MemoryConversationReferences',
    async () => ({
      references: new MemoryConversationReferences(),
      dispose: async () => undefined,
    }),
  ],
  [
    'SqliteConversationReferences',
    async () => {
      const { path, remove } = await makePlace();
      const file = openLedgerFile(path);
      const dispose = () => {
        file.close();
        return remove();
      };
      return { references: new SqliteConversationReferences(file), dispose };
    },
  ],
];

const CHANNEL: ConversationReference = {
  conversation: '19:incident@thread.tacv2',
  kind: 'channel',
  tenant: 'home',
  serviceUrl: 'https://teams.example/emea/',
};
const CHAT: ConversationReference = {
  ...CHANNEL,
  conversation: 'a:mina',
  kind: 'personal',
  user: 'home:mina',
};

describe.each(makers)('%s', (_, make) => {
  let under: UnderTest;

  beforeEach(async () => {
    under = await make();
  });

  afterEach(() => under.dispose());

  it('knows nothing of where the bot was never seen', async () => {
    expect(await under.references.find('19:incident@thread.tacv2')).toBeUndefined();
    expect(await under.references.findPersonal('home:mina')).toBeUndefined();
  });

  it('finds a conversation by its id, and a personal chat by whose it is', async () => {
    await under.references.save(CHANNEL);
    await under.references.save(CHAT);

    expect(await under.references.find(CHANNEL.conversation)).toEqual(CHANNEL);
    expect(await under.references.findPersonal('home:mina')).toEqual(CHAT);
    expect(await under.references.findPersonal('home:jun')).toBeUndefined();
  });

  it('replaces what it knew before', async () => {
    const moved = { ...CHAT, serviceUrl: 'https://teams.example/amer/' };
    await under.references.save(CHAT);
    await under.references.save(moved);

    expect(await under.references.findPersonal('home:mina')).toEqual(moved);
  });

  it('forgets a conversation that the bot was removed from, and nothing else', async () => {
    await under.references.save(CHANNEL);
    await under.references.save(CHAT);
    await under.references.forget(CHAT.conversation);
    await under.references.forget('19:never@thread.v2');

    expect(await under.references.findPersonal('home:mina')).toBeUndefined();
    expect(await under.references.find(CHANNEL.conversation)).toEqual(CHANNEL);
  });
});

it('what was kept is there again after a restart', async () => {
  const { path, remove } = await makePlace();
  const first = openLedgerFile(path);
  await new SqliteConversationReferences(first).save(CHAT);
  first.close();

  const second = openLedgerFile(path);
  expect(await new SqliteConversationReferences(second).find(CHAT.conversation)).toEqual(CHAT);

  second.close();
  await remove();
});
