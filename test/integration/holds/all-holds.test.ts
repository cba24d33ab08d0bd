import { describe, expect, it } from 'vitest';
import type { HoldReason } from '../../../bot/failback/state/holds.ts';
import { HOLD_WORDS } from '../../../bot/messages/words/hold-words.ts';
import { playAll } from './every-hold.ts';
import { PLAN_SCENE } from './plan-scene.ts';
import type { Plays } from './play.ts';
import { playsOfCalls } from './plays-of-calls.ts';
import { playsOfJobs } from './plays-of-jobs.ts';
import { PLAYS_OF_OTHERS } from './plays-of-others.ts';
import { playsOfPeople } from './plays-of-people.ts';
import { PLAYS_OF_PLANS } from './plays-of-plans.ts';
import { playsOfProtection } from './plays-of-protection.ts';
import { PLAYS_ON_PREMISES } from './plays-on-premises.ts';

const ALL = Object.keys(HOLD_WORDS).sort();

const reasonsIn = (...plays: readonly Plays[]): readonly string[] =>
  plays.flatMap((some) =>
    Object.entries(some).flatMap(([reason, all]) => (all.length ? [reason] : [])),
  );

const NO_SERVER = 'the bot does not look at the servers of a recovery plan';

/** The holds that a recovery plan cannot come to, and why. */
const NOT_FOR_PLANS: Readonly<Partial<Record<HoldReason, string>>> = {
  vmNotReady: NO_SERVER,
  hostNotPrepared: NO_SERVER,
  vmStarted: NO_SERVER,
  checkpointTaken: NO_SERVER,
  notProven: NO_SERVER,
  switchNotMade: 'a recovery plan comes home to the original location only',
  adoptAsked: 'a recovery plan that was started elsewhere cannot be taken over',
  waveBroken: 'a recovery plan is no part of a run',
};

describe('every reason for which the bot stops', () => {
  it('is reached and answered in a conversation about a VM', () => {
    const played = reasonsIn(
      playsOfCalls('web-01', 'web-01'),
      playsOfJobs('web-01', 'web-01'),
      playsOfPeople('web-01', 'web-01'),
      playsOfProtection('web-01', 'web-01'),
      PLAYS_ON_PREMISES,
      PLAYS_OF_OTHERS,
    );

    expect([...new Set(played)].sort()).toEqual(ALL);
  });

  it('is reached and answered in a conversation about a recovery plan, where it can be', () => {
    const played = reasonsIn(
      playsOfCalls('plan shop', 'shop'),
      playsOfJobs('plan shop', 'shop'),
      playsOfPeople('plan shop', 'shop'),
      playsOfProtection('plan shop', 'shop'),
      PLAYS_OF_PLANS,
    );

    expect([...new Set([...played, ...Object.keys(NOT_FOR_PLANS)])].sort()).toEqual(ALL);
    expect(played.filter((reason) => reason in NOT_FOR_PLANS)).toEqual([]);
  });
});

describe('what only a recovery plan can come to', () => playAll(PLAYS_OF_PLANS, PLAN_SCENE));
