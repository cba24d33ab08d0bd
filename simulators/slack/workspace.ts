import { randomBytes } from 'node:crypto';

type UserKind = 'member' | 'guest' | 'singleChannelGuest' | 'bot' | 'deleted' | 'stranger';

export interface SimulatedUser {
  readonly id: string;
  readonly name: string;
  readonly kind: UserKind;
}

export interface SimulatedChannel {
  readonly id: string;
  readonly name: string;
  /** Whether the bot has been invited; true unset. */
  readonly hasBot?: boolean;
  readonly isArchived?: boolean;
}

/** What a message says at one moment. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export type Block = Readonly<Record<string, unknown>> & { readonly type: string };

export interface ShownMessage extends Content {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs?: string;
  /** What it said before, oldest first. */
  readonly edits: readonly Content[];
}

/** Something that one person alone sees. */
export interface PrivateMessage extends Content {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  /** How it came: by the bot, or from Slack itself. */
  readonly via: 'response_url' | 'ephemeral' | 'direct' | 'slack';
}

export interface ShownView {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly isOpen: boolean;
  readonly view: Readonly<Record<string, unknown>> & { readonly blocks: readonly Block[] };
}

/** Slack's own rules: https://docs.slack.dev/interactivity/handling-user-interaction */
const TRIGGER_MS = 3_000;
const RESPONSE_URL_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;

/** The state of a Slack workspace, and who waits for it to change. */
export class Workspace {
  readonly teamId: string;
  readonly users: ReadonlyMap<string, SimulatedUser>;
  readonly channels: Map<string, SimulatedChannel>;
  readonly messages: ShownMessage[] = [];
  readonly privateMessages: PrivateMessage[] = [];
  readonly views: ShownView[] = [];
  private readonly now: () => number;
  private readonly triggers = new Map<string, { user: string; at: number; used: boolean }>();
  private readonly responseUrls = new Map<
    string,
    { user: string; channel: string; at: number; uses: number }
  >();
  private readonly listeners = new Set<() => void>();
  private counter = 0;

  constructor(parts: {
    teamId: string;
    users: readonly SimulatedUser[];
    channels: readonly SimulatedChannel[];
    now: () => number;
  }) {
    this.teamId = parts.teamId;
    this.users = new Map(parts.users.map((user) => [user.id, user]));
    this.channels = new Map(parts.channels.map((channel) => [channel.id, channel]));
    this.now = parts.now;
  }

  /** The workspace that a user is at home in. */
  teamOf(user: SimulatedUser): string {
    return user.kind === 'stranger' ? 'T0ELSEWHERE' : this.teamId;
  }

  user(id: string): SimulatedUser {
    const user = this.users.get(id);
    if (user === undefined) throw new Error(`there is no user ${id}`);
    return user;
  }

  /** A time stamp as Slack makes them: seconds and a counter, unique in the workspace. */
  nextTs(): string {
    this.counter += 1;
    return `${Math.floor(this.now() / 1000)}.${String(this.counter).padStart(6, '0')}`;
  }

  addMessage(channel: string, content: Content, threadTs?: string): ShownMessage {
    const thread = threadTs === undefined ? {} : { threadTs };
    const message = { ts: this.nextTs(), channel, ...content, ...thread, edits: [] };
    this.messages.push(message);
    this.changed();
    return message;
  }

  /** Whether there was such a message. */
  editMessage(channel: string, ts: string, content: Content): boolean {
    const index = this.messages.findIndex((one) => one.channel === channel && one.ts === ts);
    const old = this.messages[index];
    if (old === undefined) return false;
    const edits = [...old.edits, { text: old.text, blocks: old.blocks }];
    this.messages[index] = { ...old, ...content, edits };
    this.changed();
    return true;
  }

  removeMessage(channel: string, ts: string): void {
    const index = this.messages.findIndex((one) => one.channel === channel && one.ts === ts);
    if (index >= 0) this.messages.splice(index, 1);
    this.changed();
  }

  tellPrivately(message: Omit<PrivateMessage, 'ts'>): PrivateMessage {
    const told = { ...message, ts: this.nextTs() };
    this.privateMessages.push(told);
    this.changed();
    return told;
  }

  newTrigger(user: string): string {
    const id = `${this.nextTs()}.${randomBytes(8).toString('hex')}`;
    this.triggers.set(id, { user, at: this.now(), used: false });
    return id;
  }

  /** Opens a view with a trigger: the view, or the name of Slack's error. */
  openView(triggerId: string, view: ShownView['view']): ShownView | string {
    const trigger = this.triggers.get(triggerId);
    if (trigger === undefined) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    if (this.now() - trigger.at >= TRIGGER_MS) return 'expired_trigger_id';
    trigger.used = true;
    const id = `V${randomBytes(5).toString('hex').toUpperCase()}`;
    const shown = { id, hash: this.nextTs(), user: trigger.user, isOpen: true, view };
    this.views.push(shown);
    this.changed();
    return shown;
  }

  closeView(id: string): void {
    const index = this.views.findIndex((view) => view.id === id);
    const view = this.views[index];
    if (view !== undefined) this.views[index] = { ...view, isOpen: false };
    this.changed();
  }

  newResponseKey(user: string, channel: string): string {
    const key = randomBytes(12).toString('hex');
    this.responseUrls.set(key, { user, channel, at: this.now(), uses: 0 });
    return key;
  }

  /** Uses a response URL once: whom and where it answers, or the name of Slack's error. */
  useResponseKey(key: string): { user: string; channel: string } | string {
    const known = this.responseUrls.get(key);
    if (known === undefined) return 'invalid_url';
    if (this.now() - known.at >= RESPONSE_URL_MS) return 'expired_url';
    known.uses += 1;
    return known.uses > RESPONSE_URL_USES ? 'used_url' : known;
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
