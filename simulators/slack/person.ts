import type { Delivery, Payload } from './deliveries.ts';
import {
  buttonsOf,
  type PayloadParts,
  pressPayload,
  slashPayload,
  submissionPayload,
} from './payloads.ts';
import type { PrivateMessage, ShownMessage, ShownView } from './workspace.ts';

/** A message by its time stamp, by what is true of it, or as it was seen: then the buttons it had are there still. */
export type MessageChoice = string | ShownMessage | PrivateMessage | MessageTest;

type MessageTest = (message: ShownMessage | PrivateMessage) => boolean;

/** Somebody in the workspace. Every act resolves when the bot has acknowledged it, or failed to. */
export class Person {
  private readonly parts: PayloadParts;
  private readonly deliver: (payload: Payload) => Promise<Delivery>;

  constructor(parts: PayloadParts, deliver: (payload: Payload) => Promise<Delivery>) {
    this.parts = parts;
    this.deliver = deliver;
  }

  /** Types a slash command into a channel. */
  async types(channel: string, line: string): Promise<Delivery> {
    const delivery = await this.deliver(slashPayload(this.parts, channel, line));
    if (!delivery.isAcknowledged) this.seesFailure(channel, line, delivery);
    return delivery;
  }

  /** Presses the button with this label. */
  presses(choice: MessageChoice, label: string): Promise<Delivery> {
    const message = typeof choice === 'object' ? choice : this.find(choice);
    const buttons = buttonsOf(message);
    const button = buttons.find((one) => one.label === label);
    if (button === undefined) {
      const labels = buttons.map((one) => `[${one.label}]`).join(' ');
      throw new Error(`there is no button [${label}]; there is ${labels === '' ? 'none' : labels}`);
    }
    return this.deliver(pressPayload(this.parts, message, button));
  }

  /** Fills in a form that is open, the last one unless named, and sends it. Fields are named by id or label. */
  async fillsIn(
    answers: Readonly<Record<string, string>>,
    view = this.lastView(),
  ): Promise<Delivery> {
    const delivery = await this.deliver(submissionPayload(this.parts, view, answers));
    if (delivery.isAcknowledged) this.parts.workspace.closeView(view.id);
    return delivery;
  }

  private find(choice: string | MessageTest): ShownMessage | PrivateMessage {
    const { workspace, user } = this.parts;
    const mine = workspace.privateMessages.filter((message) => message.user === user.id);
    const matches = (message: ShownMessage | PrivateMessage) =>
      typeof choice === 'string' ? message.ts === choice : choice(message);
    const found = [...workspace.messages, ...mine].findLast(matches);
    if (found === undefined) throw new Error('there is no such message');
    return found;
  }

  private lastView(): ShownView {
    const { workspace, user } = this.parts;
    const view = workspace.views.findLast((one) => one.isOpen && one.user === user.id);
    if (view === undefined) throw new Error(`no form is open for ${user.name}`);
    return view;
  }

  /** Slack tells the person when a command came to nothing. */
  private seesFailure(channel: string, line: string, { outcome }: Delivery): void {
    const reason = outcome === 'late' ? 'operation_timeout' : 'dispatch_failed';
    const text = `${line.split(' ')[0]} failed with the error "${reason}"`;
    const { workspace, user } = this.parts;
    workspace.tellPrivately({ user: user.id, channel, text, blocks: [], via: 'slack' });
  }
}
