import type { Logger } from 'pino';
import type { Directory } from '../../../bot/access/directory.ts';
import type { Input, Invocation } from '../../../bot/chat/chat-platform.ts';
import { speak } from '../../../bot/chat/language/speak.ts';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { notUsable } from '../../../bot/chat/not-usable.ts';
import type { Speakers } from '../../../bot/chat/speakers.ts';
import { Underway } from '../../../bot/chat/underway.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { placeOfActivity, type TeamsActivity } from '../activity/teams-activity.ts';
import { readTeamsAct, type TeamsAct } from '../activity/teams-events.ts';
import type { ShownCards } from '../cards/shown-cards.ts';
import { TEAMS_LIMITS } from '../cards/teams-limits.ts';
import { userKey } from '../cards/teams-mentions.ts';
import {
  cardBody,
  InvokeAnswer,
  type InvokeBody,
  messageBody,
} from '../connector/invoke-answer.ts';
import type { TeamsConnector } from '../connector/teams-connector.ts';
import type { TeamsConversations } from '../connector/teams-conversations.ts';
import { type Asker, replyTo } from '../connector/teams-reply.ts';
import type { Viewers } from '../connector/viewers.ts';
import type { FormExchange } from './form-exchange.ts';
import type { TeamsSenders } from './teams-senders.ts';

interface InboxParts {
  readonly connector: TeamsConnector;
  readonly conversations: TeamsConversations;
  readonly senders: TeamsSenders;
  readonly forms: FormExchange;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly clock: Clock;
  readonly log: Logger;
  readonly cards: ShownCards;
  readonly viewers: Viewers;
}

type Receive = (invocation: Invocation) => Promise<void>;

/** Takes what Teams delivers, and makes an invocation of it. */
export class TeamsInbox {
  private readonly parts: InboxParts;
  private readonly running = new Underway();
  private readonly receive: Receive;

  constructor(parts: InboxParts, receive: Receive) {
    this.parts = parts;
    this.receive = receive;
  }

  /**
   * Begins to deal with an activity. Resolves with what the sender waits for, in time; undefined when they wait for
   * nothing, or ask for what the bot does not know. Never throws.
   */
  async take(activity: TeamsActivity): Promise<InvokeBody | undefined> {
    const act = readTeamsAct(activity);
    if (act === undefined) {
      this.running.add(this.note(activity));
      return undefined;
    }
    const answer = act.isInvoke ? new InvokeAnswer() : undefined;
    const ended = new AbortController();
    this.running.add(this.handle(act, answer).finally(() => ended.abort()));
    if (answer === undefined) return undefined;
    this.running.add(
      this.answerInTime(answer, this.speakerIn(act.place.conversation), ended.signal),
    );
    return answer.body;
  }

  /** Resolves when everything that was taken has been dealt with. */
  drain(): Promise<void> {
    return this.running.ended();
  }

  private async answerInTime(
    answer: InvokeAnswer,
    speaker: Speaker,
    ended: AbortSignal,
  ): Promise<void> {
    await this.parts.clock.sleep(TEAMS_LIMITS.invokeMs, ended);
    answer.offer(messageBody(speaker.text(ended.aborted ? ALREADY : LATER)));
  }

  private async handle(act: TeamsAct, answer: InvokeAnswer | undefined): Promise<void> {
    const { log } = this.parts;
    try {
      const asker = { act, user: userOf(act), answer };
      await this.learn(asker);
      if (act.input === 'show') return this.show(asker);
      const channel = this.parts.forms.channelOf(asker);
      if (act.input === undefined || channel === undefined) return await this.refuse(asker);
      await this.receive(await this.invocation(asker, { input: act.input, channel }));
    } catch (error) {
      log.error({ err: error }, 'teams invocation failed');
    }
  }

  private async invocation(
    asker: Asker,
    { input, channel }: { readonly input: Input; readonly channel: string },
  ): Promise<Invocation> {
    const { act, user } = asker;
    const standing = await this.parts.senders.standing(act);
    if (standing === 'member') this.parts.viewers.meet(user, act.from.id);
    const speaker = this.speakerIn(channel);
    return {
      platform: 'teams',
      deliveryId: act.deliveryId,
      channel,
      isPersonal: act.place.kind === 'personal' && channel === act.place.conversation,
      sender: { userId: user, standing },
      input,
      reply: (message, secrecy) => replyTo(asker, { message, secrecy, speaker }, this.parts),
      openForm: (form) => this.parts.forms.open(asker, form, channel),
    };
  }

  /** Decides nothing, whatever else the act says. */
  private show({ act, answer }: Asker): void {
    const { message, place } = act;
    const card =
      message === undefined ? undefined : this.parts.cards.find(place.conversation, message);
    const speaker = this.speakerIn(place.conversation);
    answer?.offer(card === undefined ? messageBody(speaker.text(CLOSE_AND_OPEN)) : cardBody(card));
  }

  private async refuse(asker: Asker): Promise<void> {
    const speaker = this.speakerIn(asker.act.place.conversation);
    await replyTo(asker, { message: speak(NOT_USABLE, speaker), speaker }, this.parts);
  }

  private speakerIn(channel: string): Speaker {
    return this.parts.speakers.in({ platform: 'teams', channel });
  }

  /** Keeps where the conversation is; and whose it is only when Teams says that they are who they say. */
  private async learn({ act, user }: Asker): Promise<void> {
    const { conversations, senders } = this.parts;
    const [tenant, ...others] = act.tenants;
    if (tenant === undefined || others.length > 0) return;
    const { conversation, kind } = act.place;
    const isPersonal = kind === 'personal';
    if (isPersonal && (await senders.standing(act)) !== 'member') return;
    const { serviceUrl } = act;
    const whose = isPersonal ? { user } : {};
    await conversations.learn({ conversation, kind, tenant, serviceUrl, ...whose });
  }

  /** What asks for nothing may still say where the bot is, and where it no longer is. */
  private async note(activity: TeamsActivity): Promise<void> {
    const { conversations, log } = this.parts;
    const { conversation } = placeOfActivity(activity);
    const isRemoved =
      (activity.type === 'installationUpdate' && activity.action === 'remove') ||
      (activity.membersRemoved ?? []).some(({ id }) => id === activity.recipient.id);
    if (isRemoved) return conversations.forget(conversation);
    if (!['installationUpdate', 'conversationUpdate'].includes(activity.type))
      return log.debug({ type: activity.type }, 'teams activity asks for nothing');
    const act = readTeamsAct({ ...activity, type: 'message', value: {} });
    if (act !== undefined) await this.learn({ act, user: userOf(act), answer: undefined });
  }
}

const ALREADY = phrase('This was received already. Look at the newest message in the channel.');
const LATER = phrase('Received. This takes a moment; the answer follows.');
const CLOSE_AND_OPEN = phrase('Leave this conversation and come back to see the message again.');
const NOT_USABLE = notUsable('@Failback help');

/** Whoever has no object id is in no directory, and so nobody that the settings could name. */
function userOf({ tenants, from }: TeamsAct): string {
  return userKey(tenants[0] ?? '', from.objectId ?? from.id);
}
