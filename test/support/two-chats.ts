import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bot, composeBot } from '../../bot/compose.ts';
import { loadConfig } from '../../bot/config.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import { ATTEMPTS } from '../../bot/failback/state/ledger.ts';
import { createLogger } from '../../bot/logging.ts';
import { CAST, CHANNEL, type Scene, setScene } from '../../simulators/rehearsal/scene.ts';
import { TEAMS_CHANNEL } from '../../simulators/rehearsal/teams-scene.ts';
import { describeMessage } from '../../simulators/slack/describe-message.ts';
import type { ShownMessage as SlackMessage } from '../../simulators/slack/workspace.ts';
import { describeActivity } from '../../simulators/teams/describe-activity.ts';
import type { TeamsSimulator } from '../../simulators/teams/teams-simulator.ts';
import type { ShownMessage as TeamsMessage } from '../../simulators/teams/tenant.ts';
import { openLedgerReader } from '../../storage/sqlite/ledger-file.ts';
import { FAST } from './failback-rig.ts';
import { fastClockSetNow, POLLING, patiently, SPEED } from './fast-clock.ts';
import { IN_MEMORY } from './in-memory.ts';
import { withOneApproval } from './one-approval.ts';

/** The whole bot between a simulated Azure and two simulated chats, with one incident channel in both. */
export class TwoChats {
  readonly teams: TeamsSimulator;
  readonly scene: Scene;
  readonly logLines: string[] = [];
  private readonly clock: Clock;
  private bot: Bot | undefined;

  private constructor(teams: TeamsSimulator, scene: Scene, clock: Clock) {
    this.teams = teams;
    this.scene = scene;
    this.clock = clock;
  }

  static async start(settings: Readonly<Record<string, unknown>> = {}): Promise<TwoChats> {
    const cast = Object.values(CAST);
    const clock = fastClockSetNow();
    const scene = await setScene({
      ...FAST,
      clock,
      place: IN_MEMORY,
      hasTeams: true,
      patienceMinutes: 0.2 * SPEED,
      settings: withOneApproval({ polling: POLLING, ...settings }),
    });
    const { teams } = scene;
    if (teams === undefined) throw new Error('the scene has no Teams');
    const chats = new TwoChats(teams, scene, clock);
    await chats.startBot();
    for (const { id } of cast) await teams.installs(id, teams.person(id).personalChat);
    return chats;
  }

  async startBot(): Promise<void> {
    const config = loadConfig({ env: { ...this.scene.env } });
    const destination = { write: (line: string) => this.logLines.push(line) };
    const log = createLogger({ level: 'info', secrets: config.secretValues, destination });
    this.bot = await composeBot(config, log, this.clock);
    await this.bot.start();
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

  /** The message in the Slack channel that contains this text, as soon as there is one. */
  inSlack(text: string): Promise<SlackMessage> {
    const { slack } = this.scene;
    const find = () =>
      slack.channel(CHANNEL).messages.find((message) => this.readSlack(message).includes(text));
    return this.untilSlack(find);
  }

  /** The message in the Teams channel that contains this text, as soon as there is one. */
  inTeams(text: string): Promise<TeamsMessage> {
    const find = () =>
      this.teams
        .conversation(TEAMS_CHANNEL)
        .messages.find(
          ({ from, content }) => from === 'bot' && describeActivity(content).includes(text),
        );
    return this.untilTeams(find);
  }

  /** Types in Teams and resolves with what the bot answers, to this person alone. */
  typesInTeams(person: string, line: string): Promise<string> {
    return this.told(person, () => this.teams.as(person).types(TEAMS_CHANNEL, `@Failback ${line}`));
  }

  /** Types in the own chat in Teams, and resolves with what the bot answers there. */
  typesAloneInTeams(person: string, line: string): Promise<string> {
    return this.told(person, () =>
      this.teams.as(person).types(this.teams.person(person).personalChat, line),
    );
  }

  /** Types a slash command into a direct message in Slack, and resolves with the answer, for this person alone. */
  async typesAloneInSlack(user: string, line: string): Promise<string> {
    const { slack } = this.scene;
    const before = slack.privateTo(user).length;
    await slack.as(user).types(`D${user}`, `/failback ${line}`);
    const answer = await this.untilSlack(() => slack.privateTo(user)[before]);
    return describeMessage(answer, (id) => slack.nameOf(id));
  }

  pressesInTeams(person: string, message: TeamsMessage, label: string): Promise<string> {
    return this.told(person, () => this.teams.as(person).presses(message, label));
  }

  /** Fills in the form that came up in Teams. */
  fillsInTeams(person: string, answers: Readonly<Record<string, string>>): Promise<string> {
    return this.told(person, () => this.teams.as(person).fillsIn(answers));
  }

  /** Presses Approve in Teams and fills in the form that comes up. */
  async approvesInTeams(
    person: string,
    message: TeamsMessage,
    typed: string,
    label = 'Approve',
  ): Promise<string> {
    await this.pressesInTeams(person, message, label);
    return this.told(person, () => this.teams.as(person).fillsIn({ 'field:typed': typed }));
  }

  /** Presses Approve in Slack and fills in the form that comes up. */
  async approvesInSlack(user: string, message: SlackMessage, typed: string): Promise<void> {
    const { slack } = this.scene;
    await slack.as(user).presses(message, 'Approve');
    await this.untilSlack(() => slack.views.some((view) => view.isOpen && view.user === user));
    await slack.as(user).fillsIn({ typed });
  }

  /** Why attempts that belong to no failback were refused, in order. */
  async refusals(): Promise<readonly string[]> {
    const db = openLedgerReader(join(this.scene.folder, 'failback.db'));
    const rows = db
      .prepare<[string], string>('SELECT event FROM entries WHERE stream = ? ORDER BY sequence')
      .pluck()
      .all(ATTEMPTS);
    db.close();
    return rows.map((event) => JSON.parse(event).why);
  }

  readSlack(message: SlackMessage): string {
    return describeMessage(message, (id) => this.scene.slack.nameOf(id));
  }

  /** What a Teams message says now. */
  nowInTeams({ id }: TeamsMessage): string {
    const { messages } = this.teams.conversation(TEAMS_CHANNEL);
    const message = messages.find((one) => one.id === id);
    return message === undefined ? '' : describeActivity(message.content);
  }

  nowInSlack({ ts }: SlackMessage): string {
    const { messages } = this.scene.slack.channel(CHANNEL);
    const message = messages.find((one) => one.ts === ts);
    return message === undefined ? '' : this.readSlack(message);
  }

  private untilSlack<T>(find: () => T | undefined | false): Promise<T> {
    return patiently(find, (listener) => this.scene.slack.onChanged(listener));
  }

  private untilTeams<T>(find: () => T | undefined | false): Promise<T> {
    return patiently(find, (listener) => this.teams.onChanged(listener));
  }

  private async told(person: string, act: () => Promise<unknown>): Promise<string> {
    const before = this.teams.privateTo(person).length;
    await act();
    const message = await this.untilTeams(() => this.teams.privateTo(person)[before]);
    return describeActivity(message.content);
  }
}
