import type { Delivery, Payload } from './deliveries.ts';
import { type Fault, FrontDoor } from './front-door.ts';
import { HttpLink, type RawRequest } from './http-link.ts';
import { Person } from './person.ts';
import { RateLimit } from './rate-limit.ts';
import { SocketLink } from './socket-link.ts';
import { waitUntil } from './wait-until.ts';
import {
  type PrivateMessage,
  type ShownMessage,
  type ShownView,
  type SimulatedChannel,
  type SimulatedUser,
  Workspace,
} from './workspace.ts';

export interface SlackSimulatorOptions {
  readonly users: readonly SimulatedUser[];
  readonly channels: readonly SimulatedChannel[];
  /** How payloads reach the bot; `socket` unless set. */
  readonly mode?: 'socket' | 'http';
  /** The bot's request URL in HTTP mode; may be told later with `deliversTo`. */
  readonly botUrl?: string;
  /** Port to listen on, on 127.0.0.1; any free one unless set. */
  readonly port?: number;
  readonly teamId?: string;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Messages a second and at once for each channel; none unless set. */
  readonly rateLimit?: { readonly perSecond: number; readonly burst: number };
  /** The time for triggers, response URLs and rate limits, in milliseconds. */
  readonly now?: () => number;
}

/** A Slack workspace on loopback, with people in it who act when told to. */
export class SlackSimulator {
  readonly teamId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Every delivery of a payload, in the order in which they ended. */
  readonly deliveries: Delivery[] = [];
  readonly sockets: SocketLink;
  private readonly mode: 'socket' | 'http';
  private readonly http: HttpLink;
  private readonly workspace: Workspace;
  private readonly door: FrontDoor;

  constructor(options: SlackSimulatorOptions) {
    const { now = Date.now, mode = 'socket', rateLimit } = options;
    this.teamId = options.teamId ?? 'T0HOME';
    this.botToken = options.botToken ?? 'xoxb-simulated';
    this.appToken = options.appToken ?? 'xapp-simulated';
    this.signingSecret = options.signingSecret ?? 'simulated-signing-secret';
    this.mode = mode;
    this.workspace = new Workspace({ ...options, teamId: this.teamId, now });
    this.http = new HttpLink(this.signingSecret, options.botUrl);
    this.sockets = new SocketLink(() => this.workspace.changed());
    const limit = rateLimit === undefined ? undefined : new RateLimit(rateLimit, now);
    const { workspace, botToken, appToken } = this;
    this.door = new FrontDoor({ workspace, botToken, appToken, rateLimit: limit }, this.sockets);
  }

  /** The base URL of the Web API. */
  get apiUrl(): string {
    return `${this.door.origin()}/api/`;
  }

  /** Every call of the Web API, and of response URLs. */
  get calls(): readonly { readonly method: string; readonly at: number }[] {
    return this.door.calls;
  }

  get views(): readonly ShownView[] {
    return [...this.workspace.views];
  }

  /** A person who acts. */
  as(userId: string): Person {
    const user = this.workspace.user(userId);
    const parts = { workspace: this.workspace, user, origin: this.door.origin() };
    return new Person(parts, (payload) => this.deliver(payload));
  }

  /** What a channel shows: messages, and the replies in the thread of each. */
  channel(id: string): { messages: readonly ShownMessage[]; thread(ts: string): ShownMessage[] } {
    const all = this.workspace.messages.filter((message) => message.channel === id);
    return {
      messages: all.filter((message) => message.threadTs === undefined),
      thread: (ts) => all.filter((message) => message.threadTs === ts),
    };
  }

  /** What one person alone sees: answers to commands and presses, and direct messages. */
  privateTo(userId: string): readonly PrivateMessage[] {
    return this.workspace.privateMessages.filter((message) => message.user === userId);
  }

  /** The name behind a user id. */
  nameOf(userId: string): string {
    return this.workspace.users.get(userId)?.name ?? userId;
  }

  /** Resolves with what the predicate finds, as soon as it finds something. Rejects after `timeoutMs`. */
  until<T>(find: () => T | undefined | false, timeoutMs = 5_000): Promise<T> {
    return waitUntil(find, (listener) => this.workspace.onChanged(listener), timeoutMs);
  }

  /** Calls back after every change of what somebody sees. Returns how to stop. */
  onChanged(listener: () => void): () => void {
    return this.workspace.onChanged(listener);
  }

  /** Delivers a payload again, as Slack does when it is in doubt: one after the other, or all at once. */
  async redeliver(payload: Payload, times: number, how: 'inTurn' | 'atOnce'): Promise<Delivery[]> {
    if (how === 'atOnce') {
      return Promise.all(Array.from({ length: times }, () => this.deliver(payload)));
    }
    const deliveries: Delivery[] = [];
    for (let count = 0; count < times; count += 1) deliveries.push(await this.deliver(payload));
    return deliveries;
  }

  /** Delivers a payload of the caller's own making. */
  async deliver(payload: Payload): Promise<Delivery> {
    const link = this.mode === 'socket' ? this.sockets : this.http;
    const delivery = await link.deliver(payload);
    this.deliveries.push(delivery);
    this.workspace.changed();
    return delivery;
  }

  /** Where the bot listens, in HTTP mode. */
  deliversTo(botUrl: string): void {
    this.http.botUrl = botUrl;
  }

  /** Sends the bot a request of the caller's own making, signed as Slack would unless it says otherwise. */
  request(request: RawRequest): Promise<Response> {
    return this.http.request(request);
  }

  /** Somebody deletes a message. */
  deleteMessage(channel: string, ts: string): void {
    this.workspace.removeMessage(channel, ts);
  }

  /** A channel changes: archived, the bot removed, or new. */
  changeChannel(channel: SimulatedChannel): void {
    this.workspace.channels.set(channel.id, channel);
  }

  /** The next calls of a method, or of `response_url`, go wrong. */
  fails(method: string, ...faults: readonly Fault[]): void {
    this.door.fail(method, ...faults);
  }

  /** Holds every answer back. */
  slowDown(ms: number): void {
    this.door.slowness = ms;
  }

  async down(how: 'refuse' | '503' = 'refuse'): Promise<void> {
    await this.door.close(how);
  }

  async up(): Promise<void> {
    await this.door.open();
  }

  /** Ends the simulator. */
  async stop(): Promise<void> {
    await this.door.close('refuse');
  }

  /** Listens on loopback. */
  async listen(port = 0): Promise<void> {
    await this.door.open(port);
  }
}

/** Starts a Slack workspace on 127.0.0.1. */
export async function startSlackSimulator(options: SlackSimulatorOptions): Promise<SlackSimulator> {
  const simulator = new SlackSimulator(options);
  await simulator.listen(options.port);
  return simulator;
}
