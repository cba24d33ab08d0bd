import { expect, it } from 'vitest';
import type {
  ConversationReference,
  ConversationReferences,
} from '../../bot/chat/conversation-references.ts';
import { type LedgerFile, openLedgerFile } from '../../storage/sqlite/ledger-file.ts';
import { SqliteConversationReferences } from '../../storage/sqlite/sqlite-conversation-references.ts';
import { MemoryConversationReferences } from '../support/fakes/memory-conversation-references.ts';
import { describeStores } from './describe-stores.ts';
import { makePlace } from './sqlite-place.ts';

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

const STORES = {
  MemoryConversationReferences: () => new MemoryConversationReferences(),
  SqliteConversationReferences: (file: LedgerFile) => new SqliteConversationReferences(file),
};

describeStores<ConversationReferences>(STORES, (references) => {
  it('knows nothing of where the bot was never seen', async () => {
    expect(await references().find('19:incident@thread.tacv2')).toBeUndefined();
    expect(await references().findPersonal('home:mina')).toBeUndefined();
  });

  it('finds a conversation by its id, and a personal chat by whose it is', async () => {
    await references().save(CHANNEL);
    await references().save(CHAT);

    expect(await references().find(CHANNEL.conversation)).toEqual(CHANNEL);
    expect(await references().findPersonal('home:mina')).toEqual(CHAT);
    expect(await references().findPersonal('home:jun')).toBeUndefined();
  });

  it('replaces what it knew before', async () => {
    const moved = { ...CHAT, serviceUrl: 'https://teams.example/amer/' };
    await references().save(CHAT);
    await references().save(moved);

    expect(await references().findPersonal('home:mina')).toEqual(moved);
  });

  it('forgets a conversation that the bot was removed from, and nothing else', async () => {
    await references().save(CHANNEL);
    await references().save(CHAT);
    await references().forget(CHAT.conversation);
    await references().forget('19:never@thread.v2');

    expect(await references().findPersonal('home:mina')).toBeUndefined();
    expect(await references().find(CHANNEL.conversation)).toEqual(CHANNEL);
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
