import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bot, composeBot } from '../../bot/compose.ts';
import { loadConfig } from '../../bot/config.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type { FailbackEvent } from '../../bot/failback/state/events.ts';
import { createLogger } from '../../bot/logging.ts';
import { systemClock } from '../../bot/system-clock.ts';
import {
  CHANNEL,
  type Scene,
  type SceneOptions,
  setScene,
} from '../../simulators/rehearsal/scene.ts';
import { describeMessage } from '../../simulators/slack/describe-message.ts';
import type { PrivateMessage, ShownMessage } from '../../simulators/slack/workspace.ts';
import { openLedgerReader } from '../../storage/sqlite/ledger-file.ts';
import { FAST } from './failback-rig.ts';
import { fastClockSetNow, POLLING, patiently, SPEED } from './fast-clock.ts';
import { IN_MEMORY } from './in-memory.ts';
import { withOneApproval } from './one-approval.ts';

/** Somebody in the cast of the rehearsal. */
interface Player {
  readonly user: string;
}

/** The whole bot, composed as `npm start` does, between a simulated Azure and a simulated Slack. */
export class BotRig {
  readonly scene: Scene;
  readonly logLines: string[] = [];
  private readonly clock: Clock;
  private bot: Bot | undefined;
  private aheadMs = 0;

  private constructor(scene: Scene, clock: Clock) {
    this.scene = scene;
    this.clock = clock;
  }

  /** With the bot running in this process. */
  static async start(options: Partial<SceneOptions> = {}): Promise<BotRig> {
    const rig = await BotRig.set(options);
    await rig.startBot();
    return rig;
  }

  /** Without a bot. */
  static async set(options: Partial<SceneOptions> = {}): Promise<BotRig> {
    const clock = fastClockSetNow();
    const settings = { polling: POLLING, ...options.settings };
    const patienceMinutes = (options.patienceMinutes ?? 0.2) * SPEED;
    const scene = await setScene({
      ...FAST,
      clock,
      place: IN_MEMORY,
      ...options,
      patienceMinutes,
      settings: withOneApproval(settings),
    });
    return new BotRig(scene, clock);
  }

  /** Without a bot, for one that runs in a process of its own and has no other clock than the machine's. */
  static async setForProcess(options: Partial<SceneOptions> = {}): Promise<BotRig> {
    const polling = { fastSeconds: 0.02, slowSeconds: 0.04, settleSeconds: 0.4 };
    const timeScale = FAST.timeScale / SPEED;
    const scene = await setScene({
      timeScale,
      place: IN_MEMORY,
      ...options,
      settings: withOneApproval({ polling, ...options.settings }),
    });
    return new BotRig(scene, systemClock);
  }

  async startBot(): Promise<void> {
    const config = loadConfig({ env: { ...this.scene.env } });
    const log = createLogger({
      level: 'info',
      secrets: config.secretValues,
      destination: { write: (line) => this.logLines.push(line) },
    });
    this.bot = await composeBot(config, log, {
      ...this.clock,
      now: () => this.clock.now() + this.aheadMs,
    });
    await this.bot.start();
  }

  /** So much time passes for the bot at once. */
  passes(ms: number): void {
    this.aheadMs += ms;
  }

  async stopBot(): Promise<void> {
    await this.bot?.stop();
    this.bot = undefined;
  }

  async stop(): Promise<void> {
    await this.stopBot();
    await this.scene.close();
    rmSync(this.scene.folder, { recursive: true });
  }

  /** Types a command and resolves with what the bot answers, to this person alone. */
  async types(player: Player, line: string): Promise<string> {
    return this.answered(player, () => this.scene.slack.as(player.user).types(CHANNEL, line));
  }

  async presses(player: Player, message: ShownMessage, label: string): Promise<string> {
    return this.answered(player, () => this.scene.slack.as(player.user).presses(message, label));
  }

  /** Presses Approve and fills in the form that comes up. */
  async approves(player: Player, message: ShownMessage, typed: string): Promise<string> {
    const { slack } = this.scene;
    await slack.as(player.user).presses(message, 'Approve');
    await this.until(() => slack.views.some((view) => view.isOpen && view.user === player.user));
    return this.answered(player, () => slack.as(player.user).fillsIn({ typed }));
  }

  /** Presses a button and fills in the form that comes up. */
  async submits(
    player: Player,
    message: ShownMessage,
    label: string,
    answers: Readonly<Record<string, string>>,
  ): Promise<string> {
    const { slack } = this.scene;
    await slack.as(player.user).presses(message, label);
    await this.until(() => slack.views.some((view) => view.isOpen && view.user === player.user));
    return this.answered(player, () => slack.as(player.user).fillsIn(answers));
  }

  /** The message of the channel that contains this text, as soon as there is one. */
  message(text: string): Promise<ShownMessage> {
    return this.until(() => this.messages().find((message) => this.read(message).includes(text)));
  }

  /** The question with this text that is open, as soon as there is one. */
  question(text: string): Promise<ShownMessage> {
    const isOpen = (words: string) => words.includes(text) && words.includes('[Approve]');
    return this.until(() => this.messages().findLast((message) => isOpen(this.read(message))));
  }

  /** The hold that is open and says this, as soon as there is one. */
  hold(text = ''): Promise<ShownMessage> {
    const isOpen = (words: string) => words.includes('== On hold: ') && words.includes(text);
    return this.until(() => this.messages().findLast((message) => isOpen(this.read(message))));
  }

  /** What the ledger holds of all failbacks, in order. */
  events(): readonly FailbackEvent[] {
    const db = openLedgerReader(join(this.scene.folder, 'failback.db'));
    const rows = db
      .prepare<[], string>("SELECT event FROM entries WHERE stream LIKE 'FB-%' ORDER BY sequence")
      .pluck()
      .all();
    db.close();
    return rows.map((event): FailbackEvent => JSON.parse(event));
  }

  messages(): readonly ShownMessage[] {
    return this.scene.slack.channel(CHANNEL).messages;
  }

  /** What a message says now. */
  now(message: ShownMessage): string {
    const current = this.messages().find(({ ts }) => ts === message.ts);
    return current === undefined ? '' : this.read(current);
  }

  until<T>(find: () => T | undefined | false): Promise<T> {
    return patiently(find, (listener) => this.scene.slack.onChanged(listener));
  }

  read(message: ShownMessage | PrivateMessage): string {
    return describeMessage(message, (id) => this.scene.slack.nameOf(id));
  }

  private async answered(player: Player, act: () => Promise<unknown>): Promise<string> {
    const answers = () => this.scene.slack.privateTo(player.user);
    const before = answers().length;
    await act();
    const answer = await this.until(() => answers()[before]);
    return this.read(answer);
  }
}
