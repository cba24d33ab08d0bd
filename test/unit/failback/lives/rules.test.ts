import { describe, expect, it } from 'vitest';
import { adoptJob, held, lookAgain } from '../../../../bot/failback/state/holds.ts';
import { DAYS } from '../../../../bot/failback/state/maintenance-window.ts';
import {
  FAILOVER_JOB,
  jun,
  mina,
  onTeams,
  POLICY,
  type Story,
  storyAt,
  storyOnHost,
} from '../../../support/failback-story.ts';
import { audit } from './audit.ts';

const stopped = (story: Story) => {
  const { stage } = story.failback;
  return story.tell(held('askedFor', [], [lookAgain(stage)]));
};

/** Trails that no bot may ever write, by the words of the rule that has to notice. */
const FORGED: readonly (readonly [rule: string, what: string, story: () => Story])[] = [
  [
    'on hold nothing is called',
    'a call on hold',
    () => stopped(storyAt('starting')).intend('plannedFailover'),
  ],
  [
    'follows from a passed gate',
    'a call that nobody has approved',
    () => storyAt('awaitingDirection').intend('plannedFailover'),
  ],
  [
    'within its time',
    'a call after its approval ran out',
    () => storyAt('starting').later(POLICY.grantMs).intend('plannedFailover'),
  ],
  [
    'within its time',
    'a commit with an approval that is void',
    () =>
      storyAt('committing')
        .tell({ type: 'grantVoided', number: 3, why: 'changed', differences: [] })
        .intend('commit'),
  ],
  [
    'was chosen by an approver',
    'a job that is cancelled by the bot alone',
    () => storyAt('synchronizing').intend('cancelJob'),
  ],
  [
    'only when the one before has an outcome',
    'a second call for one approval',
    () => storyAt('starting').intend('plannedFailover').intend('plannedFailover', 2),
  ],
  [
    'in a maintenance window',
    'a downtime outside of the windows',
    () =>
      storyAt('completing', {
        windows: [{ days: DAYS, from: '05:00', to: '06:00', timeZone: 'UTC' }],
      }).intend('completeFailover'),
  ],
  [
    'only when the last look proves',
    'a commit that is asked for without proof',
    () =>
      storyOnHost('verifying')
        .tell({ type: 'verified', outcome: 'passed', why: 'so it is said' })
        .ask('commit'),
  ],
  [
    'none of them who asked',
    'a vote of the requester',
    () => storyAt('awaitingDirection').ask('direction').approve(mina),
  ],
  [
    'each once',
    'one person who counts twice',
    () => storyAt('awaitingDirection').ask('direction', { needed: 2 }).approve(jun, onTeams(jun)),
  ],
  [
    'a hold goes on by an approver',
    'a hold that the requester releases',
    () =>
      stopped(storyAt('synchronizing')).tell({
        type: 'holdReleased',
        by: mina,
        choice: 'again',
        leadsTo: 'synchronizing',
      }),
  ],
  [
    'a planned failover becomes ours',
    'a job that the requester takes over',
    () =>
      storyAt('starting')
        .intend('plannedFailover')
        .tell(held('callUnclear', [], [adoptJob('synchronizing', 'job-other')]))
        .tell({
          type: 'holdReleased',
          by: mina,
          choice: 'adopt',
          leadsTo: 'synchronizing',
        }),
  ],
  [
    'protected is what Azure shows',
    'an end that Azure does not show',
    () => storyAt('reversing').tell({ type: 'ended', end: 'protected', summary: 'Well.' }),
  ],
  [
    'a reminder is of what is open',
    'a reminder of nothing',
    () => storyAt('synchronizing').tell({ type: 'reminded', number: 1, count: 1 }),
  ],
];

describe('the rules of any life', () => {
  it.each(FORGED)('"%s" notices %s', (rule, _, story) => {
    expect(() => audit(story().entries)).toThrow(rule);
  });

  it('have nothing against a life in which all is well', () => {
    const home = storyAt('reversing');

    expect(audit(home.entries)).toEqual(home.failback);
    expect(home.failback.failoverJobId).toBe(FAILOVER_JOB);
  });
});
