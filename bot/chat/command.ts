import type { Person } from '../access/directory.ts';
import type { Actor } from '../failback/state/events.ts';
import type { Role } from '../failback/state/roles.ts';
import type { CommandContext } from './command-context.ts';
import type { Speaker } from './language/speaker.ts';
import type { Form, Message, Press } from './message/message.ts';
import type { Words } from './message/phrase.ts';

/** Something that people can ask of the bot. */
export interface Command {
  /** As it is typed. */
  readonly name: string;
  /** What may follow the name. */
  readonly usage: Words;
  /** One sentence for the help. */
  readonly summary: Words;
  /** Who may use it. `anybody` includes people whom the settings do not name. */
  readonly role: Role | 'anybody';
  /** Whether it tries to change something: then a refusal is recorded. */
  readonly acts: boolean;
  run(request: CommandRequest, desk: CommandContext): Promise<Reply>;
}

/** One use of a command. */
export interface CommandRequest {
  readonly actor: Actor;
  /** Undefined for somebody whom the settings do not name. */
  readonly person: Person | undefined;
  /** What was typed after the command's name, split at white space. */
  readonly words: readonly string[];
  /** The button that was pressed, or that the form continues. */
  readonly press?: Press;
  /** What the form's fields were filled with. */
  readonly values: Readonly<Record<string, string>>;
  /** Speaks the language of the place that it is answered in. */
  readonly speaker: Speaker;
}

/** What the person is told, privately: a message, or a form with a message for chats that can not show it. */
export type Reply = Message | { readonly form: Form; readonly otherwise: Message };
