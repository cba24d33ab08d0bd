import { expect } from 'vitest';
import { releaseHold } from '../../../../bot/failback/decide/decide.ts';
import { evolve } from '../../../../bot/failback/evolve/evolve.ts';
import { beginsDowntime } from '../../../../bot/failback/next/schedule.ts';
import { comingHome, isMarked } from '../../../../bot/failback/state/coming-home.ts';
import type { Actor, EventOf, FailbackEvent } from '../../../../bot/failback/state/events.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import {
  type ChosenOperation,
  GATES,
  gateOf,
  isChosen,
} from '../../../../bot/failback/state/gates.ts';
import type { LedgerEntry } from '../../../../bot/failback/state/ledger.ts';
import { windowAt } from '../../../../bot/failback/state/maintenance-window.ts';
import { isBeforeHome } from '../../../../bot/failback/state/stages.ts';
import { otto } from '../../../support/failback-story.ts';

/** One entry of a trail, and the failback around it. */
export interface Moment {
  readonly before: Failback;
  readonly entry: LedgerEntry;
  readonly event: FailbackEvent;
  readonly after: Failback;
}

type Rule = (moment: Moment) => void;

/** What must never happen, whatever people, Azure, servers and time do: held against every entry of every trail. */
export const RULES: Readonly<Record<string, Rule>> = {
  'on hold nothing is called and nobody is asked: only what people say is written down': ({
    before,
    event,
  }) => {
    if (before.hold) expect(mayBeAdded(before, event), event.type).toBe(true);
  },

  'a call follows from a passed gate of its kind, in its stage and within its time': (moment) =>
    when(moment, 'callIntended', (event) => {
      if (!isChosen(event.operation)) expectGrant(moment, gateOf(event.operation));
    }),

  'a call that no gate leads to was chosen by an approver who did not ask for the failback': (
    moment,
  ) =>
    when(moment, 'callIntended', ({ operation }) => {
      if (isChosen(operation)) expectChoice(moment.before, operation);
    }),

  'a planned failover becomes ours after a passed direction, or because an approver takes it over':
    (moment) => {
      const { before, event, after } = moment;
      const job = after.failoverJobId;
      if (job === undefined || job === before.failoverJobId) return;
      if (event.type === 'holdReleased') return expectApprover(event.by, before.requester);
      expect(['callAccepted', 'callAdopted']).toContain(event.type);
      expect(before.call?.operation).toBe('plannedFailover');
      expect(before.decisions.findLast(({ kind }) => kind === 'direction')?.outcome).toBe('passed');
    },

  'a call is written down only when the one before has an outcome': (moment) =>
    when(moment, 'callIntended', () =>
      expect(['intended', 'uncertain', 'taken']).not.toContain(moment.before.call?.status),
    ),

  'a downtime begins in a maintenance window, or because an approver wanted it otherwise': (
    moment,
  ) =>
    when(moment, 'callIntended', () => {
      const { before, entry } = moment;
      const { grant, askedNow, requester, policy } = before;
      const { windows = [] } = policy;
      if (grant === undefined || windows.length === 0 || !beginsDowntime(grant.kind, before))
        return;
      if (askedNow) expectApprover(askedNow.by, requester);
      else expect(windowAt(windows, entry.at).isOpen).toBe(true);
    }),

  'the commit is asked for, and called, only when the last look proves the VM, unless an override names what is missing':
    (moment) => {
      when(moment, 'gateOpened', ({ gate }) => {
        if (gate === 'commit') expectProof(moment.before);
      });
      when(moment, 'callIntended', ({ operation }) => {
        if (operation === 'commit') expectProof(moment.before);
      });
    },

  'a gate is passed by enough people, each once, none of them who asked, overrode or hurried': (
    moment,
  ) => {
    when(moment, 'voteCast', ({ by, vote }) => {
      if (vote !== 'approve') return;
      expectApprover(by, moment.before.requester);
      const { releases, askedNow } = moment.before;
      const overrode = releases.filter(({ choice }) => OVERRIDES.includes(choice ?? ''));
      expect(overrode.map((release) => release.by?.person)).not.toContain(by.person);
      expect(askedNow?.by.person).not.toBe(by.person);
    });
    when(moment, 'gatePassed', () => expectQuorum(moment.before));
  },

  'a hold goes on by an approver who did not ask for the failback; letting go is for known people':
    (moment) =>
      when(moment, 'holdReleased', ({ by, choice }) => {
        expect(by.person).toBeDefined();
        if (choice !== 'abandon') expectApprover(by, moment.before.requester);
      }),

  'nobody stops the bot in the middle of a call': (moment) =>
    when(moment, 'held', ({ by }) => {
      if (by === undefined) return;
      expect(by.person).toBeDefined();
      expect(['intended', 'uncertain']).not.toContain(moment.before.call?.status);
    }),

  'every hold can be let go of, and every way out of it can be gone': ({ entry, after }) => {
    const { hold } = after;
    if (hold === undefined) return;
    const letGo = releaseHold(after, otto, { number: hold.number, name: 'abandon' });
    expect(letGo).not.toHaveProperty('refused');
    for (const { name, leadsTo } of hold.choices) expectWayOut(after, entry, name, leadsTo);
  },

  'one question at a time, and an approval is good only in the stage that it opens': ({
    after,
  }) => {
    const { gate, hold, grant, stage } = after;
    if (gate) expect(hold).toBeUndefined();
    if (grant) expect(GATES[grant.kind].opens).toBe(stage);
  },

  'a cancelled synchronization leaves the mark, and only a success takes it off': ({
    before,
    event,
    after,
  }) => {
    const isCancelled = event.type === 'jobObserved' && event.job.phase === 'cancelled';
    if (isCancelled && isBeforeHome(before.stage)) expect(isMarked(after)).toBe(true);
    if (isMarked(before) && !isMarked(after)) expect(after.stage).toBe('verifying');
  },

  'protected is what Azure shows as replicating and healthy, or what an approver has confirmed': ({
    before,
    event,
    after,
  }) => {
    if (after.stage !== 'protected' || before.stage === 'protected') return;
    if (event.type === 'holdReleased') return expectApprover(event.by, before.requester);
    expect(event.type).toBe('ended');
    expectProtected(before);
  },

  'a reminder is of what is open, and never the same one twice': (moment) =>
    when(moment, 'reminded', ({ number, count }) => {
      const asked = moment.before.gate ?? moment.before.hold;
      expect(asked?.number).toBe(number);
      expect(count).toBeGreaterThan(asked?.reminded ?? 0);
    }),

  'a downtime does not end before it began': ({ after: { downFrom, downUntil } }) => {
    if (downUntil !== undefined)
      expect(downUntil).toBeGreaterThanOrEqual(downFrom ?? Number.POSITIVE_INFINITY);
  },

  'an end is the end': ({ before, after }) => {
    if (before.endedAt !== undefined) expect(after.stage).toBe(before.stage);
  },
};

function when<T extends FailbackEvent['type']>(
  { event }: Moment,
  type: T,
  holds: (event: EventOf<T>) => void,
): void {
  if (event.type === type) holds(event as EventOf<T>);
}

const SAID_ON_HOLD: readonly FailbackEvent['type'][] = [
  'holdReleased',
  'cancelled',
  'attemptRefused',
  'reminded',
  // A VM that must not be started is kept from it, and watched.
  'startActionIntended',
  'hostSecured',
  'markedVmSeen',
];

/** Besides what people say: that the disks were left inconsistent, once, and a hold in place of the open one. */
const mayBeAdded = (failback: Failback, event: FailbackEvent): boolean =>
  SAID_ON_HOLD.includes(event.type) ||
  (event.type === 'held' && ['cancelAsked', 'restartedElsewhere'].includes(event.reason)) ||
  (event.type === 'jobObserved' && event.job.phase === 'cancelled' && !isMarked(failback));

/** Reverse replication needs no approval where the policy asks for none. */
function expectGrant({ before, entry }: Moment, kind: keyof typeof GATES): void {
  const { grant, stage, policy, decisions } = before;
  expect(GATES[kind].opens).toBe(stage);
  if (kind === 'reverse' && !policy.askBeforeReverse) return;
  expect(grant?.kind).toBe(kind);
  expect(entry.at).toBeLessThan(grant?.expiresAt ?? 0);
  expect(decisions.find(({ number }) => number === grant?.number)?.outcome).toBe('passed');
}

/** To cancel needs a reason, too. */
function expectChoice(
  { stage, cancelling, releases, requester }: Failback,
  operation: ChosenOperation,
): void {
  if (operation === 'cancelJob') {
    expect(stage).toBe('cancelling');
    expectApprover(cancelling?.by, requester);
    expect(cancelling?.reason).toBeTruthy();
    return;
  }
  expect(stage).toBe('restarting');
  expectApprover(releases.findLast(({ choice }) => choice === 'restart')?.by, requester);
}

function expectApprover(by: Actor | undefined, requester: Actor): void {
  expect(by?.person).toBeDefined();
  expect(by?.roles).toContain('approver');
  expect(by?.person).not.toBe(requester.person);
}

const OVERRIDES = ['override', 'anyway'];

/** Without a server there is nothing to prove. */
function expectProof(failback: Failback): void {
  const { proofOverrides } = failback;
  for (const { by, reason } of proofOverrides) {
    expect(by.person).toBeDefined();
    expect(reason).not.toBe('');
  }
  const letPass = proofOverrides.flatMap(({ proofs }) => proofs);
  for (const { host, itemId, proofs } of comingHome(failback)) {
    if (host === undefined) continue;
    expect(proofs.length, 'nobody looked').toBeGreaterThan(0);
    for (const { name, holds } of proofs)
      expect(
        holds || letPass.some((one) => one.itemId === itemId && one.proof === name),
        name,
      ).toBe(true);
  }
}

function expectQuorum({ gate, requester }: Failback): void {
  const votes = (gate?.votes ?? []).filter(({ vote }) => vote === 'approve');
  const people = votes.map(({ by }) => by.person);
  expect(new Set(people).size).toBe(people.length);
  expect(people).not.toContain(requester.person);
  expect(people).not.toContain(undefined);
  expect(people.length).toBeGreaterThanOrEqual(gate?.needed ?? Number.POSITIVE_INFINITY);
}

function expectWayOut(
  failback: Failback,
  entry: LedgerEntry,
  choice: string,
  leadsTo: Failback['stage'],
): void {
  const event = { type: 'holdReleased', by: failback.requester, choice, leadsTo } as const;
  const released = evolve(failback, { ...entry, revision: entry.revision + 1, event });
  expect(released.stage).toBe(leadsTo);
  expect(released.hold).toBeUndefined();
}

/** As the record has it: of a recovery plan, every one of its VMs. */
function expectProtected({ target, item, vms }: Failback): void {
  const items =
    target.kind === 'recoveryPlan'
      ? target.items.map(({ itemId }) => vms[itemId.toLowerCase()]?.item)
      : [item];
  for (const seen of items) {
    expect(seen).toMatchObject({ activeLocation: 'onPremises', replicationHealth: 'Normal' });
    expect(seen?.allowedOperations).toContain('UnplannedFailover');
    expect(seen?.allowedOperations).not.toContain('Commit');
  }
}
