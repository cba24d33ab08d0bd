import { describeActivity } from '../teams/describe-activity.ts';
import { type Finding, findWords } from './finding.ts';
import { PATIENCE_MS, type Reader } from './reader.ts';
import { CHANNEL, type Scene } from './scene.ts';
import { TEAMS_CHANNEL } from './teams-scene.ts';
import type { Transcript } from './transcript.ts';

/** In place of an answer. */
export const FORM_CAME_UP = 'A form came up.';

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

  /** Presses such a button, and fills in the form with one field that comes up. */
  async fillsIn(label: string, words: string, answer: string): Promise<string> {
    const message = await this.around.reader.newest(words, `[${label}]`);
    const before = this.forms().length;
    this.does(`presses [${label}]; a form comes up`);
    await this.slack.presses(message, label);
    const form = await this.around.reader.until(() => this.forms()[before]);
    const field = form.view.blocks.find(({ type }) => type === 'input');
    this.does(`answers: ${answer}`);
    return this.answered(() => this.slack.fillsIn({ [String(field?.['block_id'])]: answer }, form));
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

  /** A form is an answer, too. */
  private async answered(act: () => Promise<unknown>): Promise<string> {
    const { reader } = this.around;
    const answers = () => reader.toldAlone(this.role.user);
    const before = { answers: answers().length, forms: this.forms().length };
    await act();
    return reader.until(
      () => answers()[before.answers] ?? (this.forms().length > before.forms && FORM_CAME_UP),
    );
  }

  /** Those that are open, oldest first. */
  private forms() {
    const { user } = this.role;
    return this.around.scene.slack.views.filter((view) => view.isOpen && view.user === user);
  }
}
