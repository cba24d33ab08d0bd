import type { Logger } from 'pino';
import type { Directory } from '../../../bot/access/directory.ts';
import type { SpokenForm as Form } from '../../../bot/chat/message/message.ts';
import type { Speakers } from '../../../bot/chat/speakers.ts';
import { type CarriedForm, renderTeamsForm } from '../cards/teams-form.ts';
import { cardBody } from '../connector/invoke-answer.ts';
import type { TeamsConnector } from '../connector/teams-connector.ts';
import type { TeamsConversations } from '../connector/teams-conversations.ts';
import { type Asker, cardActivity, sendPersonally } from '../connector/teams-reply.ts';
import { Seals } from './teams-seal.ts';

interface Parts {
  readonly connector: TeamsConnector;
  readonly conversations: TeamsConversations;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly log: Logger;
}

/** Hands out forms, and knows them again. */
export class FormExchange {
  private readonly parts: Parts;
  private readonly seals = new Seals();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * In place of the message, for the one who pressed; or in their own chat with the bot. That is what clients of the
   * plain protocol can show too: a dialog would have to be asked for before anybody knows whether it is needed.
   * False when there is no such place. Never throws.
   */
  async open(asker: Asker, form: Form, channel: string): Promise<boolean> {
    const { directory, speakers, log } = this.parts;
    const { act, answer, user } = asker;
    const { command, press } = form;
    const speaker = speakers.in({ platform: 'teams', channel });
    const reader = { directory, speaker };
    const inPlace = () => cardBody(renderTeamsForm(form, { channel }, { ...reader, back: true }));
    if (answer?.offer(inPlace())) return true;
    const seal = this.seals.make(sealedWords({ command, press, channel }, user));
    const card = renderTeamsForm(form, { channel, seal }, { ...reader, back: false });
    try {
      return await sendPersonally(asker, cardActivity(card, form.title), this.parts);
    } catch (error) {
      log.warn({ err: error, deliveryId: act.deliveryId }, 'form was not opened');
      return false;
    }
  }

  /**
   * The channel that an act is about. A form that was shown elsewhere brings its own, and the proof that it is the right
   * one; undefined when it is not.
   */
  channelOf({ act, user }: Asker): string | undefined {
    const { form, place } = act;
    if (form === undefined || form.channel === place.conversation) return place.conversation;
    const isGenuine = this.seals.isGenuine(form.seal ?? '', sealedWords(form, user));
    return isGenuine ? form.channel : undefined;
  }
}

function sealedWords({ command, channel, press }: CarriedForm, user: string): readonly string[] {
  return [user, command, channel, JSON.stringify(press ?? null)];
}
