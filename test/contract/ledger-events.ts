import type { Actor, EventOf, FailbackEvent } from '../../bot/failback/state/events.ts';
import type { LedgerBatch } from '../../bot/failback/state/ledger.ts';
import type { Check } from '../../bot/failback/words/check.ts';

/** A moment that all samples start from. */
export const NOON = Date.UTC(2031, 4, 6, 12);

export const mina: Actor = {
  person: 'mina',
  platform: 'slack',
  userId: 'U0MINA',
  channel: 'C0INCIDENT',
  roles: ['operator'],
};

export function requested(itemId = '/items/web-01', vault = 'vault-a'): EventOf<'requested'> {
  return {
    type: 'requested',
    by: mina,
    target: { kind: 'protectedItem', vault, itemId, name: 'web-01' },
    destination: { kind: 'originalLocation' },
    synchronization: 'beforeFailover',
    channels: [{ platform: 'slack', channel: 'C0INCIDENT' }],
    policy: {
      approvals: { direction: 1, complete: 1, commit: 2, reverse: 1 },
      askBeforeReverse: false,
      questionMs: 3_600_000,
      grantMs: 600_000,
      settleMs: 120_000,
    },
  };
}

export function requestedPlan(
  planId: string,
  itemIds: readonly string[],
  vault = 'vault-a',
): EventOf<'requested'> {
  const items = itemIds.map((itemId) => ({ itemId, name: itemId }));
  return {
    ...requested(),
    target: { kind: 'recoveryPlan', vault, planId, name: 'shop', items },
  };
}

export function checked(outcome: Check['outcome']): FailbackEvent {
  const check: Check = { name: 'onPremisesServer', outcome, finding: 'The host answers.' };
  return { type: 'checked', checks: [check], totalSizeMb: 40_960 };
}

/** An event that neither takes nor releases a target. */
export function refused(why: string): FailbackEvent {
  return { type: 'attemptRefused', by: mina, attempt: 'commit', why };
}

export const ended: FailbackEvent = { type: 'ended', end: 'protected', summary: 'web-01 is home.' };

export function batch(
  stream: string,
  events: readonly FailbackEvent[],
  expectedRevision: LedgerBatch['expectedRevision'] = 'any',
): LedgerBatch {
  return { stream, events, expectedRevision, at: NOON };
}
