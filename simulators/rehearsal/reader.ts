import { describeMessage } from '../slack/describe-message.ts';
import type { Content, ShownMessage } from '../slack/workspace.ts';
import { CHANNEL, type Scene } from './scene.ts';

/** Longest wait for something that has to happen. */
export const PATIENCE_MS = 30_000;

/** Reads the incident channel in Slack, as a person would. */
export class Reader {
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  read(content: Content): string {
    return describeMessage(content, (id) => this.scene.slack.nameOf(id));
  }

  /** The newest message with all of these words, as soon as there is one. */
  async newest(...words: readonly string[]): Promise<ShownMessage> {
    const hasAll = (text: string) => words.every((one) => text.includes(one));
    try {
      return await this.until(() =>
        this.messages().findLast((message) => hasAll(this.read(message))),
      );
    } catch (cause) {
      throw new Error(`nobody said “${words.join('” and “')}” in time`, { cause });
    }
  }

  messages(): readonly ShownMessage[] {
    return this.scene.slack.channel(CHANNEL).messages;
  }

  /** What the person with this id in Slack was told alone, oldest first. */
  toldAlone(user: string): readonly string[] {
    return this.scene.slack.privateTo(user).map((message) => this.read(message));
  }

  /** Looks after everything that happens in Slack, until this is found. */
  until<T>(find: () => T | undefined | false): Promise<T> {
    return this.scene.slack.until(find, PATIENCE_MS);
  }
}
