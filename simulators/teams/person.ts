import {
  dialogActivity,
  executeActivity,
  type Place,
  type Scene,
  submitActivity,
  typedActivity,
} from './activities.ts';
import { fallbackOf, findButton, firstButton, refreshAction } from './cards/card-actions.ts';
import { type Answers, buttonsOf, dataOf, inputsOf, type ShownButton } from './cards/card-parts.ts';
import type { Delivery } from './deliveries.ts';
import { showAnswer } from './show-answer.ts';
import type { ShownDialog, ShownMessage } from './tenant.ts';
import { accountOf } from './tenant.ts';
import type { TokenKind } from './tokens/channel-tokens.ts';
import { type Activity, type CardNode, cardOf, isObject } from './wire.ts';

/** A message by its id, by what is true of it, or as it was seen: then the buttons it had are there still. */
export type MessageChoice = string | ShownMessage | ((message: ShownMessage) => boolean);

export interface PersonParts {
  readonly scene: Scene;
  readonly deliver: (activity: Activity, token?: TokenKind) => Promise<Delivery>;
  readonly token?: TokenKind;
  readonly isOldClient?: boolean;
}

/** Somebody in the tenant. Every act resolves when the bot has answered it, or failed to. */
export class Person {
  private readonly parts: PersonParts;

  constructor(parts: PersonParts) {
    this.parts = parts;
  }

  /** The same person on a client that does not know `Action.Execute`: buttons do what their fallback says. */
  onOldClient(): Person {
    return new Person({ ...this.parts, isOldClient: true });
  }

  /** The same person, whose acts come to the bot with another token. */
  withToken(token: TokenKind): Person {
    return new Person({ ...this.parts, token });
  }

  /** The same person, whose acts claim to be another's: that one's object id and name, but not their Teams id. */
  posingAs(id: string): Person {
    const { scene } = this.parts;
    const from = { ...accountOf(scene.tenant.person(id)), id: scene.person.mri };
    return new Person({ ...this.parts, scene: { ...scene, from } });
  }

  /** Types into a conversation, or into a thread of it. The bot hears it where it is mentioned, or alone with the person. */
  async types(conversation: string, line: string, threadId?: string): Promise<Delivery> {
    const { scene } = this.parts;
    const { tenant, bot, person } = scene;
    const id = tenant.nextId();
    const found = tenant.conversation(conversation);
    const place: Place = { conversation: found, threadId: threadId ?? id };
    const activity = typedActivity(scene, place, line, id);
    const thread = threadId === undefined ? {} : { threadId };
    tenant.addMessage({ id, conversation, ...thread, from: person.id, content: activity });
    const isHeard = found.kind === 'personal' || line.includes(`@${bot.name}`);
    if (found.hasBot === false || !isHeard) return unheard(activity);
    return this.deliver(activity);
  }

  /** Presses the button with this label, in what the person sees of the message. Fields are named by label or id. */
  presses(choice: MessageChoice, label: string, answers: Answers = {}): Promise<Delivery> {
    const message = this.find(choice);
    const { card, button } = this.buttonIn(message, label);
    return this.act(message, button.action, dataOf(card, button.action, answers));
  }

  /** Fills in the form that came up last, in a dialog or in place of a message, and sends it; with its first button unless named. */
  async fillsIn(answers: Answers, label?: string): Promise<Delivery> {
    const { scene } = this.parts;
    const dialog = this.openDialog();
    if (dialog === undefined) {
      const message = this.messageWithForm();
      const card = scene.tenant.viewOf(scene.person.id, message.id);
      return this.presses(message, label ?? firstButton(card).label, answers);
    }
    const { action } = findButton(dialog.card, label ?? firstButton(dialog.card).label);
    const message = this.find(dialog.about);
    const data = dataOf(dialog.card, action, answers);
    const activity = dialogActivity(scene, message, 'task/submit', data);
    scene.tenant.closeDialog(dialog.id);
    return this.invoke(activity, message);
  }

  /** The client asks for the person's own view, as it does by itself for those whom `refresh.userIds` names. */
  refreshes(choice: MessageChoice): Promise<Delivery> {
    const message = this.find(choice);
    const action = refreshAction(cardOf(message.content), this.parts.scene.person.mri);
    return this.refresh(message, action);
  }

  /** A forged refresh: it says that it came by itself, but carries what a button means. */
  refreshesWith(choice: MessageChoice, label: string): Promise<Delivery> {
    const message = this.find(choice);
    return this.refresh(message, this.buttonIn(message, label).button.action);
  }

  private refresh(message: ShownMessage, action: CardNode): Promise<Delivery> {
    const activity = executeActivity(
      this.parts.scene,
      message,
      action,
      action['data'],
      'automatic',
    );
    return this.invoke(activity, message);
  }

  private act(message: ShownMessage, action: CardNode, data: unknown): Promise<Delivery> {
    const { scene, isOldClient = false } = this.parts;
    if (action.type === 'Action.Execute' && !isOldClient) {
      return this.invoke(executeActivity(scene, message, action, data), message);
    }
    const known = action.type === 'Action.Execute' ? fallbackOf(action, data) : { action, data };
    if (known.action.type !== 'Action.Submit')
      throw new Error(`nobody presses ${action.type} here`);
    const sent = isObject(known.data) ? known.data : {};
    const { msteams } = sent;
    if (isObject(msteams) && msteams['type'] === 'task/fetch') {
      return this.invoke(dialogActivity(scene, message, 'task/fetch', sent), message);
    }
    return this.deliver(submitActivity(scene, message, sent));
  }

  private async invoke(activity: Activity, message: ShownMessage): Promise<Delivery> {
    const delivery = await this.deliver(activity);
    const { tenant, person } = this.parts.scene;
    showAnswer(delivery, { tenant, person: person.id, message });
    return delivery;
  }

  private deliver(activity: Activity): Promise<Delivery> {
    return this.parts.deliver(activity, this.parts.token);
  }

  private find(choice: MessageChoice): ShownMessage {
    if (typeof choice === 'object') return choice;
    const { tenant } = this.parts.scene;
    const matches = typeof choice === 'string' ? (one: ShownMessage) => one.id === choice : choice;
    const found = tenant.messages.findLast(matches);
    if (found === undefined) throw new Error('there is no such message');
    return found;
  }

  /** What the person sees now comes first, then what the message showed when it was seen. */
  private buttonIn(message: ShownMessage, label: string): { card: CardNode; button: ShownButton } {
    const { tenant, person } = this.parts.scene;
    const cards = [tenant.viewOf(person.id, message.id), cardOf(message.content)];
    const shown = cards.filter((card) => card !== undefined);
    for (const card of shown) {
      const button = buttonsOf(card).find((one) => one.label === label);
      if (button !== undefined) return { card, button };
    }
    const labels = shown
      .slice(0, 1)
      .flatMap(buttonsOf)
      .map((one) => `[${one.label}]`);
    throw new Error(`there is no button [${label}]; there is ${labels.join(' ') || 'none'}`);
  }

  private openDialog(): ShownDialog | undefined {
    const { tenant, person } = this.parts.scene;
    return tenant.dialogs.findLast((dialog) => dialog.isOpen && dialog.person === person.id);
  }

  private messageWithForm(): ShownMessage {
    const { tenant, person } = this.parts.scene;
    const found = tenant.messages.findLast((message) => {
      const card = tenant.viewOf(person.id, message.id);
      return card !== undefined && inputsOf(card).length > 0;
    });
    if (found === undefined) throw new Error(`no form is open for ${person.name}`);
    return found;
  }
}

function unheard(activity: Activity): Delivery {
  return { activity, isAcknowledged: false, outcome: 'unheard', latencyMs: 0 };
}
