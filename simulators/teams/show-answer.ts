import type { Delivery } from './deliveries.ts';
import type { PrivateMessage, ShownMessage, Tenant } from './tenant.ts';
import { CARD_TYPE, type CardNode, isObject, type Json } from './wire.ts';

interface Viewer {
  readonly tenant: Tenant;
  /** Id of the person who acted. */
  readonly person: string;
  readonly message: ShownMessage;
}

/** What the client says when a press came to nothing. */
const TROUBLE = 'Unable to reach app. Please try again.';

/** Shows one person what the bot answered to their press: words, a card of their own, a dialog, or trouble. */
export function showAnswer({ outcome, answer }: Delivery, viewer: Viewer): void {
  const body = isObject(answer) ? answer : {};
  const code = body['statusCode'];
  const { task, type, value } = body;
  if (outcome !== 'acknowledged' || (typeof code === 'number' && code >= 400)) {
    tell(viewer, 'teams', { text: TROUBLE });
  } else if (isObject(task)) {
    showDialog(task, viewer);
  } else if (type === 'application/vnd.microsoft.activity.message') {
    tell(viewer, 'banner', { text: String(value) });
  } else if (type === CARD_TYPE && isObject(value)) {
    showCard(value as CardNode, viewer);
  }
}

/** A card that shows nothing new is not worth telling. */
function showCard(card: CardNode, viewer: Viewer): void {
  const { tenant, person, message } = viewer;
  const before = JSON.stringify(tenant.viewOf(person, message.id));
  if (JSON.stringify(card) === before) return;
  tenant.setView(person, message.id, card);
  tell(viewer, 'card', { attachments: [{ contentType: CARD_TYPE, content: card }] });
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules */
function showDialog({ type, value }: Json, viewer: Viewer): void {
  if (type === 'message') tell(viewer, 'dialog', { text: String(value) });
  if (type !== 'continue' || !isObject(value)) return;
  const { title, card } = value;
  const content = isObject(card) ? card['content'] : undefined;
  if (!isObject(content)) return;
  const { tenant, person, message } = viewer;
  tenant.openDialog({
    person,
    conversation: message.conversation,
    about: message.id,
    title: String(title ?? ''),
    card: content as CardNode,
  });
}

function tell(
  viewer: Viewer,
  via: PrivateMessage['via'],
  content: PrivateMessage['content'],
): void {
  const { tenant, person, message } = viewer;
  const { conversation, id: about } = message;
  tenant.tellPrivately({ person, conversation, content, via, about });
}
