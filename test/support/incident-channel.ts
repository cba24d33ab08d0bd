import type { Input, Invocation, Secrecy, Sender } from '../../bot/chat/chat-platform.ts';
import { Dispatcher } from '../../bot/chat/dispatcher.ts';
import type { Message, Press, SpokenForm, SpokenMessage } from '../../bot/chat/message/message.ts';
import { waitForWindow } from '../../bot/failback/next/schedule.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import { renderReady } from '../../bot/messages/notices/ready.ts';
import { renderGate } from '../../bot/messages/questions/ask.ts';
import { renderHold } from '../../bot/messages/questions/hold.ts';
import { COMMANDS } from '../../commands/index.ts';
import { inEnglish, plainText } from './catalogue/spoken.ts';
import { CHANNEL, type DeskOptions, makeDesk, type TestDesk } from './desk.ts';
import { keptLog } from './silent-log.ts';

/** What somebody was told in private after one act. */
export interface Answer {
  readonly replies: readonly SpokenMessage[];
  readonly forms: readonly SpokenForm[];
  /** All replies in plain words. */
  readonly text: string;
  /** How each reply was to be kept. */
  readonly secrecy: readonly (Secrecy | undefined)[];
}

/** How an act differs from the usual one. */
export interface Circumstances {
  readonly deliveryId?: string;
  readonly platform?: string;
  readonly channel?: string;
  /** The channel is the person's own chat. */
  readonly isPersonal?: boolean;
  readonly userId?: string;
  readonly standing?: Sender['standing'];
  /** The chat can not show a form. */
  readonly withoutForms?: boolean;
}

/** The incident channel: people type, press and fill in, the bot answers. */
export class IncidentChannel {
  readonly desk: TestDesk;
  readonly logLines: Record<string, unknown>[];
  private readonly dispatcher: Dispatcher;
  private acts = 0;

  constructor(options: DeskOptions = {}) {
    const { log, lines } = keptLog();
    this.desk = makeDesk(options);
    this.logLines = lines;
    this.dispatcher = new Dispatcher(COMMANDS, this.desk, log);
  }

  /** Somebody types `/failback` and this. */
  types(who: string, text: string, circumstances?: Circumstances): Promise<Answer> {
    return this.act(who, { kind: 'typed', text }, circumstances);
  }

  /** Somebody presses a button of the question that is open. */
  async presses(
    who: string,
    id: string,
    label: string,
    circumstances?: Circumstances,
  ): Promise<Answer> {
    return this.pressesOld(who, await this.button(id, label), circumstances);
  }

  /** Somebody presses a button that they still see. */
  pressesOld(who: string, press: Press, circumstances?: Circumstances): Promise<Answer> {
    return this.act(who, { kind: 'pressed', press }, circumstances);
  }

  /** Somebody fills in a form and sends it. */
  fills(
    who: string,
    form: SpokenForm | undefined,
    values: Readonly<Record<string, string>>,
    circumstances?: Circumstances,
  ): Promise<Answer> {
    if (form === undefined) throw new Error(`${who} was shown no form`);
    const { command, press } = form;
    return this.act(
      who,
      { kind: 'submitted', command, values, ...(press && { press }) },
      circumstances,
    );
  }

  /** Mina starts a failback. Returns its id. */
  async minaStarts(vm = 'web-01'): Promise<string> {
    const { text } = await this.types('mina', `start ${vm}`);
    const id = /FB-[0-9A-Z]+/.exec(text)?.[0];
    if (id === undefined) throw new Error(`${vm} was not started: ${text}`);
    return id;
  }

  /** The failback as it stands. */
  async failback(id: string): Promise<Failback> {
    const failback = await this.desk.failbacks.get(id);
    if (failback === undefined) throw new Error(`there is no ${id}`);
    return failback;
  }

  /** A button of the question that is open. */
  async button(id: string, label: string): Promise<Press> {
    const buttons = buttonsOf(inEnglish(this.question(await this.failback(id))));
    const found = buttons.find((button) => button.label === label);
    if (found === undefined)
      throw new Error(`${id} has no button ${label}: ${buttons.map((one) => one.label)}`);
    return found.press;
  }

  private question(failback: Failback): Message {
    if (failback.gate) return renderGate(failback.gate, failback, this.desk.directory);
    if (failback.hold) return renderHold(failback.hold, failback, this.desk.directory);
    const wait = waitForWindow(failback, this.desk.clock.now());
    return wait ? renderReady(wait, failback) : { parts: [] };
  }

  private async act(who: string, input: Input, how: Circumstances = {}): Promise<Answer> {
    this.acts += 1;
    const platform = how.platform ?? CHANNEL.platform;
    const replies: SpokenMessage[] = [];
    const forms: SpokenForm[] = [];
    const secrecy: (Secrecy | undefined)[] = [];
    const invocation: Invocation = {
      platform,
      deliveryId: how.deliveryId ?? `act-${this.acts}`,
      channel: how.channel ?? CHANNEL.channel,
      isPersonal: how.isPersonal ?? false,
      sender: {
        userId: how.userId ?? this.desk.directory.identityOn(platform, who) ?? `U0${who}`,
        standing: how.standing ?? 'member',
      },
      input,
      reply: async (message, kept) => {
        replies.push(message);
        secrecy.push(kept);
      },
      openForm: async (form) => {
        if (how.withoutForms) return false;
        forms.push(form);
        return true;
      },
    };
    await this.dispatcher.handle(invocation);
    return { replies, forms, secrecy, text: replies.map((reply) => this.read(reply)).join('\n') };
  }

  private read(message: Message): string {
    return plainText(message, (person) => this.desk.directory.nameOf(person));
  }
}

/** Every button of a message. */
export function buttonsOf({ parts }: Message) {
  return parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
}
