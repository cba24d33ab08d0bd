import { describeMessage } from '../slack/describe-message.ts';
import type { SlackSimulator } from '../slack/slack-simulator.ts';
import type { Content, PrivateMessage, ShownMessage } from '../slack/workspace.ts';
import { describeActivity } from '../teams/describe-activity.ts';
import type { TeamsSimulator } from '../teams/teams-simulator.ts';
import { CAST, CHANNEL, NEWCOMER, type Scene } from './scene.ts';
import { TEAMS_CHANNEL } from './teams-scene.ts';

/** Prints what the incident channel shows, as it happens: new messages, and old ones when they change. */
export class Transcript {
  private readonly slack: SlackSimulator;
  private readonly out: NodeJS.WritableStream;
  private readonly startedAt = Date.now();
  private readonly shown = new Map<string, string>();
  private privateCount = 0;
  private readonly unsubscribe: readonly (() => void)[];

  constructor({ slack, teams }: Pick<Scene, 'slack' | 'teams'>, out: NodeJS.WritableStream) {
    this.slack = slack;
    this.out = out;
    this.unsubscribe = [
      slack.onChanged(() => this.print()),
      ...(teams ? [teams.onChanged(() => this.printTeams(teams))] : []),
    ];
  }

  /** Something that the reader has to know to follow. */
  stage(text: string): void {
    this.write(`\n*** ${text}`);
  }

  /** What a person does. */
  act(name: string, text: string): void {
    this.write(`\n${this.clock()}  ${name} ${text}`);
  }

  close(): void {
    for (const stop of this.unsubscribe) stop();
  }

  /** Teams shows the same words: of a message only its heading is printed, and what people are told there. */
  private printTeams(teams: TeamsSimulator): void {
    for (const { id, from, content } of teams.conversation(TEAMS_CHANNEL).messages) {
      const heading = describeActivity(content).split('\n')[0] ?? '';
      if (from !== 'bot' || this.shown.get(id) === heading) continue;
      const how = this.shown.has(id) ? 'changes the same message' : 'the same';
      this.shown.set(id, heading);
      this.write(`${this.clock()}  Failback in Teams, ${how}: ${heading}`);
    }
    for (const { id } of Object.values(CAST)) this.printPrivateInTeams(teams, id);
  }

  private printPrivateInTeams(teams: TeamsSimulator, person: string): void {
    for (const { id, content } of teams.privateTo(person)) {
      const key = `${person}:${id}`;
      if (this.shown.has(key)) continue;
      this.shown.set(key, '');
      this.block(
        `Failback to ${teams.person(person).name} alone, in Teams`,
        describeActivity(content),
      );
    }
  }

  private print(): void {
    const { messages, thread } = this.slack.channel(CHANNEL);
    for (const message of messages) {
      this.printMessage(message, 'in Slack, #incident');
      for (const reply of thread(message.ts)) this.printMessage(reply, 'in Slack, in the thread');
    }
    this.printPrivate();
  }

  private printMessage(message: ShownMessage, where: string): void {
    const text = this.read(message);
    const before = this.shown.get(message.ts);
    if (before === text) return;
    this.shown.set(message.ts, text);
    if (before === undefined) this.block(`Failback ${where}`, text);
    else this.block('Failback in Slack changes its message', changedLines(before, text));
  }

  private printPrivate(): void {
    const people = [...Object.values(CAST), NEWCOMER].flatMap(({ user }) =>
      this.slack.privateTo(user),
    );
    const inOrder = [...people].sort((a, b) => a.ts.localeCompare(b.ts));
    for (const message of inOrder.slice(this.privateCount)) this.printPrivateMessage(message);
    this.privateCount = inOrder.length;
  }

  private printPrivateMessage(message: PrivateMessage): void {
    this.block(
      `Failback to ${this.slack.nameOf(message.user)} alone, in Slack`,
      this.read(message),
    );
  }

  private read(content: Content): string {
    return describeMessage(content, (id) => this.slack.nameOf(id));
  }

  private block(heading: string, text: string): void {
    const indented = text
      .split('\n')
      .map((line) => `        | ${line}`)
      .join('\n');
    this.write(`${this.clock()}  ${heading}:\n${indented}`);
  }

  private clock(): string {
    return `${((Date.now() - this.startedAt) / 1000).toFixed(1).padStart(5)} s`;
  }

  private write(text: string): void {
    this.out.write(`${text}\n`);
  }
}

/** Only what is new in a message that changed, or what is gone where nothing is: nobody reads the whole board each time. */
function changedLines(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const [first = '', ...rest] = now;
  const added = rest.filter((line) => !old.includes(line));
  const gone = old.filter((line) => !now.includes(line)).map((line) => `gone: ${line}`);
  return [first, ...(added.length > 0 ? added : gone)].join('\n');
}
