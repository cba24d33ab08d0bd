import type { Logger } from 'pino';
import type { Directory } from '../../../bot/access/directory.ts';
import type { Secrecy } from '../../../bot/chat/chat-platform.ts';
import { speak } from '../../../bot/chat/language/speak.ts';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import type { SpokenMessage as Message } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { compose, note, say } from '../../../bot/chat/message/say.ts';
import { threadId } from '../activity/teams-activity.ts';
import type { TeamsAct } from '../activity/teams-events.ts';
import type { AdaptiveCard } from '../cards/card-elements.ts';
import { bannerText, type CardReader, renderCard, summaryOf } from '../cards/teams-cards.ts';
import { type InvokeAnswer, messageBody } from './invoke-answer.ts';
import type { TeamsConnector } from './teams-connector.ts';
import type { TeamsConversations } from './teams-conversations.ts';

interface ReplyParts {
  readonly connector: TeamsConnector;
  readonly conversations: TeamsConversations;
  readonly directory: Directory;
  readonly log: Logger;
}

/** Whom to answer. */
export interface Asker {
  readonly act: TeamsAct;
  /** Their key in the directory. */
  readonly user: string;
  /** The response that they wait for, if they do. */
  readonly answer: InvokeAnswer | undefined;
}

const NOT_PRIVATE = compose(
  note(
    phrase(
      'Everybody here sees this answer. To get yours in private, open a chat with Failback, type help once, and ask again.',
    ),
  ),
);

/** In the words of the note above, for what others must not see. */
const ONLY_PRIVATE = say(
  phrase(
    'The answer is for you alone, and others would see it here. Open a chat with Failback, type help once, and ask again.',
  ),
);

/** What somebody is told. */
interface Told {
  readonly message: Message;
  readonly secrecy?: Secrecy | undefined;
  /** Says what has to be added to the message. */
  readonly speaker: Speaker;
}

type Way = readonly [name: string, send: () => Promise<boolean>];

/**
 * Answers the person who acted, and nobody else where Teams can do that: in the response to a press, in their own chat
 * with the bot, or else in the thread, with a note that says how to get private answers; that note alone where the
 * answer is confidential. Never throws.
 */
export async function replyTo(asker: Asker, told: Told, parts: ReplyParts): Promise<void> {
  const { act, answer } = asker;
  const reader = { directory: parts.directory, speaker: told.speaker };
  if (answer?.offer(messageBody(bannerText(told.message, reader)))) return;
  const ways: readonly Way[] = [
    ['personal chat', () => sendPersonally(asker, draw(told.message, reader), parts)],
    ['thread', () => sendOpenly(act, draw(openWords(told, asker), reader), parts)],
  ];
  for (const [name, send] of ways) {
    try {
      if (await send()) return;
    } catch (error) {
      parts.log.warn({ err: error, way: name, deliveryId: act.deliveryId }, 'an answer failed');
    }
  }
  parts.log.error({ deliveryId: act.deliveryId, user: asker.user }, 'an answer is lost');
}

/** What is said where others may read it. */
function openWords({ message, secrecy, speaker }: Told, { act }: Asker): Message {
  if (act.place.kind === 'personal') return message;
  if (secrecy === 'confidential') return speak(ONLY_PRIVATE, speaker);
  return { parts: [...message.parts, ...speak(NOT_PRIVATE, speaker).parts] };
}

/** Sends to the person's own chat with the bot; false when they have none. Throws `UpstreamError`. */
export async function sendPersonally(
  { act, user }: Asker,
  activity: object,
  { connector, conversations }: ReplyParts,
): Promise<boolean> {
  if (act.place.kind === 'personal') {
    await connector.send(act.serviceUrl, act.place.conversation, activity);
    return true;
  }
  const chat = await conversations.findPersonal(user);
  if (chat === undefined) return false;
  await connector.send(chat.serviceUrl, chat.conversation, activity);
  return true;
}

async function sendOpenly(
  { place, serviceUrl }: TeamsAct,
  activity: object,
  { connector }: ReplyParts,
): Promise<boolean> {
  const { conversation, thread } = place;
  const where = thread === undefined ? conversation : threadId(conversation, thread);
  await connector.send(serviceUrl, where, activity);
  return true;
}

function draw(message: Message, reader: CardReader): object {
  return cardActivity(renderCard(message, reader), summaryOf(message, reader.directory));
}

/** An activity that shows a card. */
export function cardActivity(card: AdaptiveCard, summary: string): object {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { type: 'message', summary, attachments: [attachment] };
}
