import { expect } from 'vitest';
import type { EventOf } from '../../../bot/failback/events.ts';
import { evolve } from '../../../bot/failback/evolve.ts';
import type { Failback } from '../../../bot/failback/failback.ts';
import { GATES, gateOf, isChosen } from '../../../bot/failback/gates.ts';
import { windowAt } from '../../../bot/failback/maintenance-window.ts';
import type { LedgerEntry } from '../../../bot/failback/ports/ledger.ts';
import { beginsDowntime } from '../../../bot/failback/schedule.ts';
import { isBeforeHome } from '../../../bot/failback/stages.ts';

/** What may be added on hold: what a person says, and, once, that the disks were left inconsistent. */
const mayBeAdded = ({ hold, doNotStart }: Failback, { event }: LedgerEntry) =>
  hold === undefined ||
  [
    'holdReleased',
    'cancelled',
    'attemptRefused',
    'reminded',
    'startActionIntended',
    'hostSecured',
    'markedVmSeen',
  ].includes(event.type) ||
  (event.type === 'held' && ['cancelAsked', 'restartedElsewhere'].includes(event.reason)) ||
  (event.type === 'jobObserved' && event.job.phase === 'cancelled' && !doNotStart);

/**
 * Reads a whole trail as a stern auditor would: folds it entry by entry and expects at each of them that it was allowed.
 * Returns the state.
 */
export function audit(entries: readonly LedgerEntry[]): Failback {
  let failback: Failback | undefined;
  for (const entry of entries) {
    if (failback) checkEntry(failback, entry);
    const before = failback;
    failback = evolve(failback, entry);
    if (before) checkMark(before, entry, failback);
    checkState(failback, entry);
  }
  return failback as Failback;
}

function checkEntry(failback: Failback, entry: LedgerEntry): void {
  const { event } = entry;
  expect(mayBeAdded(failback, entry), event.type).toBe(true);
  if (event.type === 'callIntended') checkCall(failback, event, entry.at);
  if (event.type === 'reminded') checkReminder(failback, event);
  if (event.type === 'gatePassed') checkQuorum(failback);
  if (event.type === 'holdReleased') expect(event.by.person).toBeDefined();
  if (event.type === 'held' && event.by) checkStop(failback, event);
  if (event.type === 'gateOpened' && event.gate === 'commit') checkProof(failback);
}

/** No call without a passed gate of its kind, within its time; reverse replication where the policy asks none. */
function checkCall(failback: Failback, { operation }: EventOf<'callIntended'>, at: number): void {
  const { grant, stage, policy, decisions } = failback;
  if (isChosen(operation)) {
    if (operation === 'restartJob') checkRestart(failback);
    else checkChosen(failback);
    return;
  }
  expect(GATES[gateOf(operation)].opens).toBe(stage);
  if (grant === undefined) {
    expect(operation).toBe('reverseReplicate');
    expect(policy.askBeforeReverse).toBe(false);
    return;
  }
  expect(grant.kind).toBe(gateOf(operation));
  expect(at).toBeLessThan(grant.expiresAt);
  expect(decisions.find(({ number }) => number === grant.number)?.outcome).toBe('passed');
  if (beginsDowntime(grant.kind, failback)) checkWindow(failback, at);
}

/** A downtime begins in a maintenance window, or because an approver wanted it otherwise. */
function checkWindow({ policy, askedNow, requester }: Failback, at: number): void {
  const { windows = [] } = policy;
  if (windows.length === 0) return;
  if (askedNow === undefined) expect(windowAt(windows, at).isOpen).toBe(true);
  else expect(askedNow.by.person).not.toBe(requester.person);
}

/** An approver who did not ask for the failback has chosen it, with a reason. */
function checkChosen({ stage, cancelling, requester }: Failback): void {
  expect(stage).toBe('cancelling');
  expect(cancelling?.by.roles).toContain('approver');
  expect(cancelling?.by.person).not.toBe(requester.person);
  expect(cancelling?.reason).not.toBe('');
}

/** A person who may decide has chosen it, on exactly this hold. */
function checkRestart({ stage, releases, requester }: Failback): void {
  expect(stage).toBe('restarting');
  const chosen = releases.findLast(({ choice }) => choice === 'restart');
  expect(chosen?.by?.roles).toContain('approver');
  expect(chosen?.by?.person).not.toBe(requester.person);
}

/** The mark is put on with every cancelled job, and taken off only when the VM is home. */
function checkMark(before: Failback, { event }: LedgerEntry, after: Failback): void {
  if (event.type === 'jobObserved' && event.job.phase === 'cancelled' && isBeforeHome(before.stage))
    expect(after.doNotStart).toBe(true);
  if (before.doNotStart && !after.doNotStart) expect(after.stage).toBe('verifying');
}

/** Of what is open, and never the same one twice. */
function checkReminder({ gate, hold }: Failback, { number, count }: EventOf<'reminded'>): void {
  const asked = gate ?? hold;
  expect(asked?.number).toBe(number);
  expect(count).toBeGreaterThan(asked?.reminded ?? 0);
}

/** Only people ask for a hold, and none is given in the middle of a call. */
function checkStop({ call }: Failback, { by }: EventOf<'held'>): void {
  expect(by?.person).toBeDefined();
  expect(['intended', 'uncertain']).not.toContain(call?.status);
}

/** The commit is asked for only with every proof, or with a name and a reason; without a server there is nothing to prove. */
function checkProof({ host, proofs, override }: Failback): void {
  if (host === undefined) return;
  const isProven = proofs.length > 0 && proofs.every(({ holds }) => holds);
  expect(isProven || (override?.by.person !== undefined && override.reason !== '')).toBe(true);
}

/** Enough people, each once, none of them the one who asked. */
function checkQuorum({ gate, requester }: Failback): void {
  const people = (gate?.votes ?? [])
    .filter(({ vote }) => vote === 'approve')
    .map(({ by }) => by.person);

  expect(new Set(people).size).toBe(people.length);
  expect(people).not.toContain(requester.person);
  expect(people).not.toContain(undefined);
  expect(people.length).toBeGreaterThanOrEqual(gate?.needed ?? Number.POSITIVE_INFINITY);
}

/** One question at a time, a grant only in the stage it opens, and every way out of a hold is one that can be gone. */
function checkState(failback: Failback, entry: LedgerEntry): void {
  const { gate, grant, hold, stage, downFrom, downUntil } = failback;
  if (gate) expect(hold).toBeUndefined();
  if (grant) expect(GATES[grant.kind].opens).toBe(stage);
  if (downUntil !== undefined)
    expect(downUntil).toBeGreaterThanOrEqual(downFrom ?? Number.POSITIVE_INFINITY);
  expect(hold?.choices.map(({ name }) => name) ?? ['abandon']).toContain('abandon');
  for (const { name, leadsTo } of hold?.choices ?? []) {
    const event = { type: 'holdReleased', by: failback.requester, choice: name, leadsTo } as const;
    const released = evolve(failback, { ...entry, revision: entry.revision + 1, event });
    expect(released.stage).toBe(leadsTo);
    expect(released.hold).toBeUndefined();
  }
}
