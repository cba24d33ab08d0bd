import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import type { SpokenButton as Button } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import type { ActionSet, ExecuteAction } from './card-elements.ts';
import { TEAMS_LIMITS } from './teams-limits.ts';
import { plainWords } from './teams-text.ts';
import { VERBS } from './teams-verbs.ts';

const STYLES = {
  primary: { style: 'positive' },
  danger: { style: 'destructive' },
  plain: {},
} as const;

/** Buttons, in as many rows as they need. */
export function renderButtons(buttons: readonly Button[]): ActionSet[] {
  const sets: ActionSet[] = [];
  for (let at = 0; at < buttons.length; at += TEAMS_LIMITS.actionsInRow) {
    const actions = buttons.slice(at, at + TEAMS_LIMITS.actionsInRow).map(renderButton);
    sets.push({ type: 'ActionSet', actions });
  }
  return sets;
}

function renderButton({ label, style, press }: Button): ExecuteAction {
  return executeAction({
    title: label,
    verb: VERBS.press,
    data: { failback: { press } },
    ...STYLES[style],
    associatedInputs: 'none',
  });
}

/** An action for clients of both ages. */
export function executeAction(action: Omit<ExecuteAction, 'type' | 'fallback'>): ExecuteAction {
  const { verb, ...common } = {
    ...action,
    title: plainWords(action.title, TEAMS_LIMITS.actionTitle),
  };
  return {
    type: 'Action.Execute',
    verb,
    ...common,
    fallback: { type: 'Action.Submit', ...common },
  };
}

/** Lets the clients of these people look for a newer card by themselves. */
export function refreshFor(viewers: readonly string[], speaker: Speaker) {
  const title = speaker.text(phrase('Show'));
  const action = { type: 'Action.Execute', title, verb: VERBS.show, data: {} } as const;
  return { action, userIds: viewers.slice(0, TEAMS_LIMITS.refreshUsers) };
}
