import { type CardNode, isObject } from '../wire.ts';
import { buttonsOf, type ShownButton } from './card-parts.ts';

/** Throws when there is no such button. */
export function findButton(card: CardNode, label: string): ShownButton {
  const button = buttonsOf(card).find((one) => one.label === label);
  if (button === undefined) throw new Error(`there is no button [${label}]`);
  return button;
}

/** The button that sends a form, when nobody says which. */
export function firstButton(card: CardNode | undefined): ShownButton {
  const [button] = card === undefined ? [] : buttonsOf(card);
  if (button === undefined) throw new Error('the form has no button');
  return button;
}

/** What an older client does instead: the fallback, with the same fields filled in. */
export function fallbackOf(
  { fallback, title }: CardNode,
  data: unknown,
): { action: CardNode; data: unknown } {
  if (!isObject(fallback)) throw new Error(`this client shows no button [${title}]`);
  const action = fallback as CardNode;
  const own = isObject(action['data']) ? action['data'] : {};
  return { action, data: { ...(isObject(data) && data), ...own } };
}

/** What the client of this person sends by itself. Throws when it would not. */
export function refreshAction(card: CardNode | undefined, mri: string): CardNode {
  const refresh = card?.['refresh'];
  if (!isObject(refresh) || !isObject(refresh['action'])) throw new Error('nothing refreshes it');
  const { userIds } = refresh;
  if (Array.isArray(userIds) && !userIds.includes(mri)) throw new Error('not refreshed for them');
  return refresh['action'] as CardNode;
}
