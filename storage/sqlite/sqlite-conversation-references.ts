import type { Statement } from 'better-sqlite3';
import type {
  ConversationReference,
  ConversationReferences,
} from '../../bot/chat/conversation-references.ts';
import type { LedgerFile } from './ledger-file.ts';
import { using } from './sqlite-errors.ts';

interface Row extends Omit<ConversationReference, 'user'> {
  readonly user: string | null;
}

const COLUMNS = 'conversation, kind, tenant, service_url AS serviceUrl, user';
const FIND = `SELECT ${COLUMNS} FROM conversation_references WHERE conversation = ?`;
const FIND_PERSONAL = `
  SELECT ${COLUMNS} FROM conversation_references
  WHERE user = ? AND kind = 'personal' ORDER BY conversation LIMIT 1`;
const SAVE = `
  INSERT INTO conversation_references (conversation, kind, tenant, service_url, user)
  VALUES (:conversation, :kind, :tenant, :serviceUrl, :user)
  ON CONFLICT (conversation) DO UPDATE SET
    kind = excluded.kind, tenant = excluded.tenant, service_url = excluded.service_url, user = excluded.user`;
const FORGET = 'DELETE FROM conversation_references WHERE conversation = ?';

/** Where conversations are reached, in the ledger's file but outside its chain. */
export class SqliteConversationReferences implements ConversationReferences {
  private readonly selectOne: Statement<[string], Row>;
  private readonly selectPersonal: Statement<[string], Row>;
  private readonly upsert: Statement<[Row]>;
  private readonly remove: Statement<[string]>;

  constructor({ db }: LedgerFile) {
    this.selectOne = db.prepare(FIND);
    this.selectPersonal = db.prepare(FIND_PERSONAL);
    this.upsert = db.prepare(SAVE);
    this.remove = db.prepare(FORGET);
  }

  async find(conversation: string): Promise<ConversationReference | undefined> {
    return fromRow(using('findConversation', () => this.selectOne.get(conversation)));
  }

  async findPersonal(user: string): Promise<ConversationReference | undefined> {
    return fromRow(using('findPersonalConversation', () => this.selectPersonal.get(user)));
  }

  async save(reference: ConversationReference): Promise<void> {
    const row = { ...reference, user: reference.user ?? null };
    using('saveConversation', () => this.upsert.run(row));
  }

  async forget(conversation: string): Promise<void> {
    using('forgetConversation', () => this.remove.run(conversation));
  }
}

function fromRow(row: Row | undefined): ConversationReference | undefined {
  if (row === undefined) return undefined;
  const { user, ...rest } = row;
  return user === null ? rest : { ...rest, user };
}
