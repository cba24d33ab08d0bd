import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { requireMember, requirePerson } from '../access/admission.ts';
import { AccessError, ConflictError, FailbackError } from '../failback/ports/errors.ts';
import type { Actor } from '../failback/state/events.ts';
import { ATTEMPTS } from '../failback/state/ledger.ts';
import { hasRole } from '../failback/state/roles.ts';
import { coded } from '../failback/words/coded.ts';
import type { Input, Invocation, Secrecy } from './chat-platform.ts';
import type { Command, CommandRequest, Reply } from './command.ts';
import type { CommandContext } from './command-context.ts';
import { errorReply } from './error-reply.ts';
import { InputError } from './input-error.ts';
import { speak, speakForm } from './language/speak.ts';
import type { Speaker } from './language/speaker.ts';
import type { Press } from './message/message.ts';
import { phrase } from './message/phrase.ts';
import { shorten } from './message/shorten.ts';

/** An attempt is kept in the ledger in at most this many characters. */
const MAX_ATTEMPT_LENGTH = 200;

/** Takes what people do in chat to the command that is meant, once, and answers, always. */
export class Dispatcher {
  private readonly commands: ReadonlyMap<string, Command>;
  private readonly desk: CommandContext;
  private readonly log: Logger;

  constructor(commands: readonly Command[], desk: CommandContext, log: Logger) {
    this.commands = new Map(commands.map((command) => [command.name, command]));
    this.desk = desk;
    this.log = log;
  }

  /** Never throws. A redelivery of what was already handled does nothing. */
  async handle(invocation: Invocation): Promise<void> {
    const asked = parse(invocation.input);
    const command = this.commands.get(asked.name);
    const log = this.log.child({
      deliveryId: invocation.deliveryId,
      user: invocation.sender.userId,
    });
    try {
      const isNew = await this.desk.ledger.claimDelivery(
        invocation.deliveryId,
        this.desk.clock.now(),
      );
      if (!isNew) return log.info('a redelivery was ignored');
      await this.answer(invocation, command, asked);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      if (!(error instanceof FailbackError))
        log.error({ err: error, reference }, 'a command failed');
      const secrecy = error instanceof AccessError ? undefined : this.secrecy(invocation, command);
      const speaker = this.desk.speakers.in(invocation);
      await invocation.reply(speak(errorReply(error, reference), speaker), secrecy);
    }
  }

  private async answer(
    invocation: Invocation,
    command: Command | undefined,
    asked: Asked,
  ): Promise<void> {
    const actor = this.actorOf(invocation);
    try {
      if (command === undefined) throw unknownCommand(asked.name);
      const request = this.admit(invocation, command, {
        ...asked,
        actor,
        speaker: this.desk.speakers.in(invocation),
      });
      const reply = await command.run(request, this.desk);
      await say(reply, invocation, request.speaker, this.secrecy(invocation, command));
    } catch (error) {
      if (command?.acts) await this.record(actor, asked, error);
      throw error;
    }
  }

  private actorOf({ platform, channel, sender }: Invocation): Actor {
    const person = this.desk.directory.find(platform, sender.userId);
    const who = { platform, channel, userId: sender.userId, roles: person?.roles ?? [] };
    return person === undefined ? who : { ...who, person: person.id };
  }

  /** Those in a channel of the settings may read along. Elsewhere nobody may, but what everybody may know. */
  private secrecy(
    { platform, channel }: Invocation,
    command: Command | undefined,
  ): Secrecy | undefined {
    if (command === undefined || command.role === 'anybody') return undefined;
    return this.desk.channels.find(platform, channel) === undefined ? 'confidential' : undefined;
  }

  /** Who may not, is told so here and nowhere else. */
  private admit(
    { platform, channel, isPersonal, sender }: Invocation,
    command: Command,
    asked: Asked & Pick<CommandRequest, 'actor' | 'speaker'>,
  ): CommandRequest {
    const found = this.desk.directory.find(platform, sender.userId);
    const candidate = { platform, userId: sender.userId, standing: sender.standing, person: found };
    requireMember(candidate);
    const { actor, words, values, press, speaker } = asked;
    const request = { actor, person: found, words, values, speaker, ...(press && { press }) };
    if (command.role === 'anybody') return request;
    const person = requirePerson(candidate);
    requireRole(command, person.roles);
    const isOurs = isPersonal || this.desk.channels.find(platform, channel) !== undefined;
    if (command.acts && !isOurs) throw foreignChannel(platform, channel);
    return request;
  }

  private async record(actor: Actor, asked: Asked, error: unknown): Promise<void> {
    if (!isRefusal(error)) return;
    const { name, press, words, values } = asked;
    const attempt = [name, press?.failback, ...words, ...Object.values(values)].filter(Boolean);
    await this.desk.ledger.append({
      stream: ATTEMPTS,
      expectedRevision: 'any',
      at: this.desk.clock.now(),
      events: [
        {
          type: 'attemptRefused',
          by: actor,
          attempt: shorten(attempt.join(' '), MAX_ATTEMPT_LENGTH),
          why: error.code,
        },
      ],
    });
  }
}

async function say(
  reply: Reply,
  invocation: Invocation,
  speaker: Speaker,
  secrecy: Secrecy | undefined,
): Promise<void> {
  if (!('form' in reply)) return invocation.reply(speak(reply, speaker), secrecy);
  const isShown = await invocation.openForm(speakForm(reply.form, speaker));
  if (!isShown) await invocation.reply(speak(reply.otherwise, speaker), secrecy);
}

/** The person was told no, and why; anything else is trouble of the bot or of Azure. */
const isRefusal = (error: unknown): error is AccessError | InputError | ConflictError =>
  error instanceof AccessError || error instanceof InputError || error instanceof ConflictError;

interface Asked {
  readonly name: string;
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly press?: Press;
}

function parse(input: Input): Asked {
  switch (input.kind) {
    case 'typed': {
      const [name = 'help', ...words] = input.text.split(/\s+/).filter((word) => word !== '');
      return { name: name.toLowerCase(), words, values: {} };
    }
    case 'pressed':
      return { name: input.press.command, words: [], values: {}, press: input.press };
    case 'submitted':
      return {
        name: input.command,
        words: [],
        values: input.values,
        ...(input.press && { press: input.press }),
      };
  }
}

const unknownCommand = (name: string) =>
  new InputError(
    'unknown-command',
    phrase('There is no command {name}. Type /failback help to see what there is.', {
      name: shorten(name, 40),
    }),
  );

const foreignChannel = (platform: string, channel: string) =>
  new AccessError('channel-not-configured', coded('channelOnlyShows', { platform, channel }));

function requireRole(command: Command, roles: readonly string[]): void {
  if (command.role === 'anybody' || hasRole(roles, command.role)) return;
  throw new AccessError(
    'role-missing',
    coded('roleMissing', {
      role: command.role,
      command: command.name,
      roles: roles.join(', ') || coded('none'),
    }),
  );
}
