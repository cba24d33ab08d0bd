import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Directory } from '../../../bot/access/directory.ts';
import type { Input, Invocation } from '../../../bot/chat/chat-platform.ts';
import { speak } from '../../../bot/chat/language/speak.ts';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import type {
  SpokenForm as Form,
  SpokenMessage as Message,
} from '../../../bot/chat/message/message.ts';
import { notUsable } from '../../../bot/chat/not-usable.ts';
import type { Speakers } from '../../../bot/chat/speakers.ts';
import { Underway } from '../../../bot/chat/underway.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { viewProblems } from '../blocks/block-kit-limits.ts';
import { renderMessage } from '../blocks/slack-blocks.ts';
import { renderSlackForm } from '../blocks/slack-form.ts';
import { toUpstreamError } from '../slack-errors.ts';
import type { SlackOwnChats } from '../slack-own-chats.ts';
import { privateReply } from '../slack-reply.ts';
import { readSlackAct, type SlackAct } from './slack-events.ts';
import type { SlackSenders } from './slack-senders.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const TRIGGER_MS = 3_000;

interface InboxParts {
  readonly command: string;
  readonly apiUrl: string;
  readonly web: WebClient;
  readonly senders: SlackSenders;
  readonly ownChats: SlackOwnChats;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly clock: Clock;
  readonly log: Logger;
}

type Receive = (invocation: Invocation) => Promise<void>;

/** Takes what Slack delivers: acknowledges it first, then makes an invocation of it. */
export class SlackInbox {
  private readonly parts: InboxParts;
  private readonly running = new Underway();
  private readonly receive: Receive;

  constructor(parts: InboxParts, receive: Receive) {
    this.parts = parts;
    this.receive = receive;
  }

  /** Resolves when the payload has been acknowledged and dealt with. Never throws. */
  async take(body: unknown, acknowledge: () => Promise<void>): Promise<void> {
    const receivedAt = this.parts.clock.now();
    try {
      await acknowledge();
    } catch (error) {
      // The person did act: the act stands, and a redelivery carries the same delivery id.
      this.parts.log.warn({ err: error }, 'acknowledgement was lost');
    }
    const work = this.handle(body, receivedAt);
    this.running.add(work);
    await work;
  }

  /** Resolves when everything that was taken has been dealt with. */
  drain(): Promise<void> {
    return this.running.ended();
  }

  private async handle(body: unknown, receivedAt: number): Promise<void> {
    const { command, directory, log } = this.parts;
    try {
      const act = readSlackAct(body, command);
      if (act === undefined) return log.debug('slack payload asks for nothing');
      const send = privateReply(act, receivedAt, this.parts);
      const speaker = this.speakerOf(act);
      const reply = (message: Message) => send(renderMessage(message, directory, speaker));
      if (act.input === undefined) return await reply(speak(notUsable(`${command} help`), speaker));
      await this.receive(await this.invocation(act, act.input, { reply, receivedAt }));
    } catch (error) {
      log.error({ err: error }, 'slack invocation failed');
    }
  }

  private async invocation(
    act: SlackAct,
    input: Input,
    { reply, receivedAt }: { reply: Invocation['reply']; receivedAt: number },
  ): Promise<Invocation> {
    const { deliveryId, userId, channel } = act;
    const standing = await this.parts.senders.standing(userId, act.teamIds);
    return {
      platform: 'slack',
      deliveryId,
      channel,
      isPersonal: await this.parts.ownChats.isOwn(channel, userId),
      sender: { userId, standing },
      input,
      reply,
      openForm: (form) => this.openForm(act, form, receivedAt),
    };
  }

  private speakerOf({ channel }: SlackAct): Speaker {
    return this.parts.speakers.in({ platform: 'slack', channel });
  }

  private async openForm(act: SlackAct, form: Form, receivedAt: number): Promise<boolean> {
    const { web, clock, directory, log } = this.parts;
    const speaker = this.speakerOf(act);
    const { triggerId, deliveryId } = act;
    if (triggerId === undefined || clock.now() - receivedAt >= TRIGGER_MS) return false;
    const view = renderSlackForm(form, act.channel, { directory, speaker });
    const problems = viewProblems(view);
    if (problems.length > 0) log.error({ problems, deliveryId }, 'form does not fit into Slack');
    if (problems.length > 0) return false;
    try {
      await web.views.open({ trigger_id: triggerId, view });
      return true;
    } catch (error) {
      log.warn({ err: toUpstreamError(error, 'views.open'), deliveryId }, 'form was not opened');
      return false;
    }
  }
}
