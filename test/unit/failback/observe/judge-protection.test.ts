import { describe, expect, it } from 'vitest';
import { judgeProtection } from '../../../../bot/failback/observe/judge-protection.ts';
import { observeItem } from '../../../../bot/failback/observe/observe.ts';
import type { Job, ProtectedItem } from '../../../../bot/failback/ports/site-recovery.ts';
import { endsFailback } from '../../../../bot/failback/state/ends.ts';
import { coded, quoted } from '../../../../bot/failback/words/coded.ts';
import { committedItem, job, protectedItem } from '../../../support/azure-records.ts';
import { jun, type Story, storyAt } from '../../../support/failback-story.ts';

const DAY = 86_400_000;
const reversed = () =>
  storyAt('reversing')
    .intend('reverseReplicate')
    .accept('reverseReplicate')
    .later(120_000)
    .see('reverseReplicate', 'succeeded', 'Succeeded');

/** Looks protected; that initial replication has finished is not shown. */
const started = (changes: Partial<ProtectedItem> = {}): ProtectedItem => {
  const { lastRecoveryPointAt: _, ...item } = protectedItem(changes);
  return { ...item, ...changes };
};
const replication = (story: Story, changes: Partial<Job> = {}): Job =>
  job({
    id: 'job-ir',
    scenario: 'IrCompletion',
    targetId: 'VM-WEB-01',
    startedAt: story.now,
    ...changes,
  });

const judged = (story: Story, item: ProtectedItem, jobs: readonly Job[] = []) =>
  judgeProtection(story.failback, item, jobs).is;
const looking = (story: Story, item: ProtectedItem, jobs: readonly Job[] = []) =>
  story.tell(...observeItem(story.failback, item, { jobs, now: story.now }));

describe('whether a VM is protected again', () => {
  it('is not proven by an item that looks protected: it does so from the start', () => {
    expect(judged(reversed(), started())).toBe('unproven');
    expect(judged(reversed(), started({ initialReplicationPercent: 0 }))).toBe('unproven');
  });

  it('is not before the job of the initial replication has ended', () => {
    const story = reversed();

    expect(judged(story, protectedItem(), [replication(story)])).toBe('replicating');
    expect(judged(story, started({ initialReplicationPercent: 40 }))).toBe('replicating');
  });

  it('is proven by that job, or by a recovery point from after the commit', () => {
    const story = reversed();
    const since = story.failback.unprotectedFrom ?? 0;

    expect(judged(story, started(), [replication(story, { state: 'Succeeded' })])).toBe('healthy');
    expect(judged(story, started({ lastRecoveryPointAt: since + 1 }))).toBe('healthy');
    expect(judged(story, started({ lastRecoveryPointAt: since }))).toBe('unproven');
  });

  it('is not proven by what is older than the commit, or about another VM', () => {
    const story = reversed();
    const done = { state: 'Succeeded' };
    const old = replication(story, {
      ...done,
      startedAt: (story.failback.unprotectedFrom ?? 0) - 1,
    });
    const other = replication(story, { ...done, targetId: 'vm-db-01' });

    expect(judged(story, started(), [old, other])).toBe('unproven');
  });

  it.each([
    ['not healthy', { replicationHealth: 'Critical' }],
    ['in Azure', { activeLocation: 'azure' as const }],
    ['still to be reversed', { allowedOperations: committedItem().allowedOperations }],
  ])('is not, whatever the job says, as long as the item is %s', (_, changes) => {
    const story = reversed();

    expect(judged(story, started(changes), [replication(story, { state: 'Succeeded' })])).toBe(
      'replicating',
    );
  });

  it.each(['Failed', 'Cancelled'])('failed where that job %s, until it has run again', (state) => {
    const story = reversed();
    const failed = replication(story, { state, endedAt: story.now + 1 });
    const again = replication(story, { id: 'job-2', startedAt: story.now + 2, state: 'Succeeded' });

    expect(judged(story, started(), [failed])).toBe('failed');
    expect(judged(story, started(), [failed, again])).toBe('healthy');
    expect(judged(story, started({ lastRecoveryPointAt: story.now + 2 }), [failed])).toBe(
      'healthy',
    );
  });
});

describe('a failback after the commit', () => {
  it('does not end when initial replication was only started', () => {
    const story = looking(reversed(), started());

    expect(story.failback).toMatchObject({ stage: 'reversing' });
    expect(story.failback.hold).toBeUndefined();
  });

  it('keeps the progress in steps of ten, and ends when it has finished', () => {
    const story = reversed();
    const at = (percent: number) => looking(story, started({ initialReplicationPercent: percent }));
    at(41);
    const entries = story.entries.length;
    at(49);

    expect(story.entries).toHaveLength(entries);
    expect(at(53).failback.item).toMatchObject({ initialReplicationPercent: 50 });
    looking(story, started(), [replication(story, { state: 'Succeeded' })]);
    expect(story.failback).toMatchObject({
      stage: 'protected',
      summary: coded('vmProtected'),
    });
    expect(story.failback.item).not.toHaveProperty('initialReplicationPercent');
  });

  it('stops and asks when initial replication failed, with what the service says', () => {
    const story = reversed();
    const errors = [{ level: 'Error', code: '70001', message: 'No space.' }];
    looking(story, started(), [replication(story, { state: 'Failed', errors })]);

    expect(story.failback.hold).toMatchObject({
      reason: 'replicationFailed',
      evidence: expect.arrayContaining([
        { name: 'errors', value: quoted('Azure', '70001: No space.') },
      ]),
      choices: [{ name: 'again' }, { name: 'confirm', needsReason: true }, { name: 'abandon' }],
    });
  });

  it('stops and asks when nothing has changed for a day, and never claims that it is protected', () => {
    const story = looking(reversed(), started({ initialReplicationPercent: 40 }));
    looking(story.later(DAY - 1), started({ initialReplicationPercent: 40 }));
    expect(story.failback.hold).toBeUndefined();

    looking(story.later(1), started({ initialReplicationPercent: 40 }));
    expect(story.failback.hold?.reason).toBe('notProtectedYet');
    expect(story.failback.stage).toBe('reversing');
  });

  it('goes on counting its patience from the last progress', () => {
    const story = looking(reversed(), started({ initialReplicationPercent: 40 }));
    looking(story.later(DAY - 1), started({ initialReplicationPercent: 60 }));
    looking(story.later(DAY - 1), started({ initialReplicationPercent: 60 }));

    expect(story.failback.hold).toBeUndefined();
  });

  it('ends by the word of a person, who is named', () => {
    const story = looking(looking(reversed(), started()).later(DAY), started());
    const released = {
      type: 'holdReleased',
      by: jun,
      choice: 'confirm',
      leadsTo: 'protected',
      reason: 'The portal says Healthy.',
    } as const;
    story.tell(released);

    expect(endsFailback(released)).toBe(true);
    expect(story.failback).toMatchObject({
      stage: 'protected',
      summary: coded('protectionConfirmed'),
      releases: [{ choice: 'confirm', by: { person: 'jun' } }],
    });
  });
});
