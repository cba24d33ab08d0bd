import { createHash, randomUUID } from 'node:crypto';
import { guidOf } from './guid.ts';
import { type Account, type Activity, type CardNode, cardOf, type Json } from './wire.ts';

type PersonKind =
  | 'member'
  /** In the home tenant's directory, as a guest. */
  | 'guest'
  /** From another tenant, through federation or a shared channel. */
  | 'stranger'
  /** Somebody without an object id in any directory, as in a meeting. */
  | 'anonymous'
  | 'bot';

export interface SimulatedPerson {
  readonly id: string;
  readonly name: string;
  readonly kind: PersonKind;
  /** Whether the app is installed for the person alone, so that the bot may write to them; true unset. */
  readonly hasPersonalApp?: boolean;
}

/** A person as Teams knows them. */
export interface KnownPerson extends SimulatedPerson {
  /** What Teams calls them towards this bot: `29:…`. */
  readonly mri: string;
  readonly aadObjectId?: string;
  /** The tenant they are at home in. */
  readonly tenantId: string;
  readonly userPrincipalName: string;
  /** Id of the chat between the person and the bot. */
  readonly personalChat: string;
}

export interface SimulatedConversation {
  /** `19:…@thread.tacv2` for a channel, `19:…@thread.v2` for a group chat. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  /** Id of the channel's team. */
  readonly team?: string;
  /** Ids of the people in it; everybody unless set. */
  readonly members?: readonly string[];
  /** Whether the app is installed; true unset. */
  readonly hasBot?: boolean;
  /** The tenant that it belongs to; the home tenant unless set. */
  readonly tenantId?: string;
}

/** What a message says at one moment. */
export type Content = Pick<Activity, 'text' | 'attachments' | 'entities'> & Json;

export interface ShownMessage {
  readonly id: string;
  readonly conversation: string;
  /** The message in whose thread this one stands, in a channel. */
  readonly threadId?: string;
  /** `bot`, or a person's id. */
  readonly from: string;
  readonly content: Content;
  /** What it said before, oldest first. */
  readonly edits: readonly Content[];
}

/** Something that one person alone sees. */
export interface PrivateMessage {
  readonly id: string;
  readonly person: string;
  readonly conversation: string;
  readonly content: Content;
  /**
   * How it came: the words (`banner`) or the card (`card`) that answered a press, a dialog's last words (`dialog`),
   * the chat with the bot (`personal`), or Teams itself (`teams`).
   */
  readonly via: 'banner' | 'card' | 'dialog' | 'personal' | 'teams';
  /** The message whose button was pressed. */
  readonly about?: string;
}

/** A dialog (task module) that one person has before them. */
export interface ShownDialog {
  readonly id: string;
  readonly person: string;
  readonly conversation: string;
  readonly about: string;
  readonly title: string;
  readonly card: CardNode;
  readonly isOpen: boolean;
}

const FOREIGN_TENANT = guidOf('elsewhere.example');

/** The state of a tenant of Teams, and who waits for it to change. */
export class Tenant {
  readonly id: string;
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly conversations: Map<string, SimulatedConversation>;
  readonly messages: ShownMessage[] = [];
  readonly privateMessages: PrivateMessage[] = [];
  readonly dialogs: ShownDialog[] = [];
  private readonly now: () => number;
  private readonly views = new Map<string, CardNode>();
  private readonly unexplained = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private lastId = 0;

  constructor(parts: {
    id: string;
    people: readonly SimulatedPerson[];
    conversations: readonly SimulatedConversation[];
    now: () => number;
  }) {
    this.id = parts.id;
    this.now = parts.now;
    this.people = new Map(parts.people.map((person) => [person.id, know(person, parts.id)]));
    const chats = [...this.people.values()].map(personalChatOf);
    this.conversations = new Map([...chats, ...parts.conversations].map((one) => [one.id, one]));
  }

  person(id: string): KnownPerson {
    const person = this.people.get(id);
    if (person === undefined) throw new Error(`there is nobody called ${id}`);
    return person;
  }

  /** Somebody by any of the ids that Teams has for them. */
  personByAccount(id: string): KnownPerson | undefined {
    return [...this.people.values()].find(({ mri, aadObjectId, userPrincipalName }) =>
      [mri, aadObjectId, userPrincipalName].includes(id),
    );
  }

  conversation(id: string): SimulatedConversation {
    const conversation = this.conversations.get(id);
    if (conversation === undefined) throw new Error(`there is no conversation ${id}`);
    return conversation;
  }

  membersOf({ members }: SimulatedConversation): KnownPerson[] {
    if (members === undefined) return [...this.people.values()];
    return members.map((id) => this.person(id));
  }

  /** An id as Teams makes them: milliseconds since 1970, unique in the tenant. */
  nextId(): string {
    this.lastId = Math.max(this.lastId + 1, Math.floor(this.now()));
    return String(this.lastId);
  }

  message(id: string): ShownMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }

  addMessage(message: Omit<ShownMessage, 'edits' | 'id'> & { id?: string }): ShownMessage {
    const shown = { ...message, id: message.id ?? this.nextId(), edits: [] };
    this.messages.push(shown);
    this.changed();
    return shown;
  }

  /** Whatever somebody saw of their own in it is gone, too. */
  editMessage(id: string, content: Content): void {
    const index = this.messages.findIndex((one) => one.id === id);
    const old = this.messages[index];
    if (old === undefined) return;
    this.messages[index] = { ...old, content, edits: [...old.edits, old.content] };
    for (const key of this.views.keys()) if (key.endsWith(`|${id}`)) this.views.delete(key);
    this.changed();
  }

  /** `unexplained` makes later changes fail as `wasUnexplained` says. */
  removeMessage(id: string, how: 'plain' | 'unexplained' = 'plain'): void {
    const index = this.messages.findIndex((one) => one.id === id);
    if (index >= 0) this.messages.splice(index, 1);
    if (how === 'unexplained') this.unexplained.add(id);
    this.changed();
  }

  /** Whether there was such a message once, of which the service says no more than that it failed. */
  wasUnexplained(id: string): boolean {
    return this.unexplained.has(id);
  }

  tellPrivately(message: Omit<PrivateMessage, 'id'>): void {
    this.privateMessages.push({ ...message, id: this.nextId() });
    this.changed();
  }

  /** Shows one person a card of their own in place of the message's. */
  setView(person: string, message: string, card: CardNode): void {
    this.views.set(`${person}|${message}`, card);
    this.changed();
  }

  /** The card that a person sees in a message: their own, else everybody's. */
  viewOf(person: string, message: string): CardNode | undefined {
    const shown = this.message(message);
    return this.views.get(`${person}|${message}`) ?? (shown && cardOf(shown.content));
  }

  openDialog(dialog: Omit<ShownDialog, 'id' | 'isOpen'>): void {
    this.dialogs.push({ ...dialog, id: randomUUID(), isOpen: true });
    this.changed();
  }

  closeDialog(id: string): void {
    const index = this.dialogs.findIndex((dialog) => dialog.id === id);
    const dialog = this.dialogs[index];
    if (dialog !== undefined) this.dialogs[index] = { ...dialog, isOpen: false };
    this.changed();
  }

  /** Calls back after every change. Returns how to stop. */
  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** How an activity names a person. */
export function accountOf({ mri, name, aadObjectId }: KnownPerson): Account {
  return { id: mri, name, ...(aadObjectId !== undefined && { aadObjectId }) };
}

function know(person: SimulatedPerson, homeTenant: string): KnownPerson {
  const { id, kind } = person;
  const secret = createHash('sha256').update(id).digest('base64url');
  const tenantId = kind === 'stranger' ? FOREIGN_TENANT : homeTenant;
  const domain = kind === 'stranger' ? 'elsewhere.example' : 'home.example';
  const guestName = `${id}_elsewhere.example#EXT#@home.example`;
  return {
    ...person,
    mri: kind === 'bot' ? `28:${guidOf(id)}` : `29:1${secret}`,
    ...(kind !== 'anonymous' && kind !== 'bot' && { aadObjectId: guidOf(id) }),
    tenantId,
    userPrincipalName: kind === 'guest' ? guestName : `${id}@${domain}`,
    personalChat: `a:1${secret}`,
  };
}

function personalChatOf({ id, name, personalChat, tenantId, hasPersonalApp = true }: KnownPerson) {
  const kind = 'personal' as const;
  return { id: personalChat, name, kind, members: [id], hasBot: hasPersonalApp, tenantId };
}
