import { describeActivity } from '../teams/describe-activity.ts';
import { type Finding, findWords } from './finding.ts';
import { PATIENCE_MS, type Reader } from './reader.ts';
import { CHANNEL, type Scene } from './scene.ts';
import { TEAMS_CHANNEL } from './teams-scene.ts';
import type { Transcript } from './transcript.ts';

interface Role {
  readonly id: string;
  /** In Slack. */
  readonly user: string;
  readonly name: string;
}

/** What all performers of a rehearsal share. */
export interface Surroundings {
  readonly scene: Scene;
  readonly reader: Reader;
  readonly transcript: Transcript;
  /** What came of it so far; performers add to it. */
  readonly findings: Finding[];
}

/** One of the people of a rehearsal, in the incident channel. Every act resolves when the bot has answered it. */
export class Performer {
  private readonly role: Role;
  private readonly around: Surroundings;

  constructor(role: Role, around: Surroundings) {
    this.role = role;
    this.around = around;
  }

  /** Types a command. Resolves with the answer. */
  async types(line: string): Promise<string> {
    this.does(`types: ${line}`);
    return this.answered(() => this.slack.types(CHANNEL, line));
  }

  /** Presses a button of the newest message that has it and says this, as soon as there is one. */
  async presses(label: string, words: string): Promise<string> {
    const message = await this.around.reader.newest(words, `[${label}]`);
    this.does(`presses [${label}]`);
    return this.answered(() => this.slack.presses(message, label));
  }

  /** Presses such a button, and fills in the form that comes up. Fields are named by id or label. */
  async fillsIn(
    label: string,
    words: string,
    answers: Readonly<Record<string, string>>,
  ): Promise<string> {
    const { reader, scene } = this.around;
    const message = await reader.newest(words, `[${label}]`);
    this.does(`presses [${label}]; a form comes up`);
    await this.slack.presses(message, label);
    const { user } = this.role;
    await reader.until(() => scene.slack.views.some((view) => view.isOpen && view.user === user));
    this.does(`answers: ${Object.values(answers).join(', ')}`);
    return this.answered(() => this.slack.fillsIn(answers));
  }

  /** Approves a question that wants more than a yes. */
  approves(words: string, typed: string): Promise<string> {
    return this.fillsIn('Approve', words, { typed });
  }

  /** Presses the button of a question in Teams. */
  async pressesInTeams(label: string, words: string): Promise<void> {
    const { teams } = this.around.scene;
    if (teams === undefined) throw new Error('this rehearsal has no Teams');
    const { id } = this.role;
    const says = ({ content }: { content: Parameters<typeof describeActivity>[0] }) =>
      describeActivity(content).includes(words);
    const find = () => teams.conversation(TEAMS_CHANNEL).messages.find(says);
    const question = await teams.until(find, PATIENCE_MS);
    this.does(`presses [${label}] in Teams`);
    const before = teams.privateTo(id).length;
    await teams.as(id).presses(question, label);
    await teams.until(() => teams.privateTo(id).length > before, PATIENCE_MS);
  }

  /** Notes whether the last answer said this. */
  wasTold(words: string): void {
    const { findings, reader } = this.around;
    const answer = reader.toldAlone(this.role.user).at(-1) ?? '';
    findings.push(findWords(this.role.name, answer, words));
  }

  private get slack() {
    return this.around.scene.slack.as(this.role.user);
  }

  private does(what: string): void {
    this.around.transcript.act(this.role.name, what);
  }

  private async answered(act: () => Promise<unknown>): Promise<string> {
    const { reader } = this.around;
    const answers = () => reader.toldAlone(this.role.user);
    const before = answers().length;
    await act();
    return reader.until(() => answers()[before]);
  }
}
