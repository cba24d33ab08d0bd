import { describeMessage } from '../slack/describe-message.ts';
import type { SlackSimulator } from '../slack/slack-simulator.ts';
import type { Content, PrivateMessage, ShownMessage } from '../slack/workspace.ts';
import { CAST, CHANNEL, NEWCOMER } from './scene.ts';

/** Prints what the incident channel shows, as it happens: new messages, and old ones when they change. */
export class Transcript {
  private readonly slack: SlackSimulator;
  private readonly out: NodeJS.WritableStream;
  private readonly startedAt = Date.now();
  private readonly shown = new Map<string, string>();
  private privateCount = 0;
  private readonly unsubscribe: () => void;

  constructor(slack: SlackSimulator, out: NodeJS.WritableStream) {
    this.slack = slack;
    this.out = out;
    this.unsubscribe = slack.onChanged(() => this.print());
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
    this.unsubscribe();
  }

  private print(): void {
    const { messages, thread } = this.slack.channel(CHANNEL);
    for (const message of messages) {
      this.printMessage(message, 'in #incident');
      for (const reply of thread(message.ts)) this.printMessage(reply, 'in the thread');
    }
    this.printPrivate();
  }

  private printMessage(message: ShownMessage, where: string): void {
    const text = this.read(message);
    const before = this.shown.get(message.ts);
    if (before === text) return;
    this.shown.set(message.ts, text);
    if (before === undefined) this.block(`Failback ${where}`, text);
    else this.block('Failback changes its message', changedLines(before, text));
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
    this.block(`Failback to ${this.slack.nameOf(message.user)} alone`, this.read(message));
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

/** Only what is new in a message that changed: nobody reads the whole board each time. */
function changedLines(before: string, after: string): string {
  const known = new Set(before.split('\n'));
  const [first = '', ...rest] = after.split('\n');
  return [first, ...rest.filter((line) => !known.has(line))].join('\n');
}
