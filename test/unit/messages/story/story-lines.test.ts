import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import type { ObservedJob } from '../../../../bot/failback/site-recovery/jobs.ts';
import type { Actor, FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { describeEntry } from '../../../../bot/messages/story/describe-event.ts';
import { differenceWords } from '../../../../bot/messages/words/difference-words.ts';
import { type FailbackView, openWrites } from '../../../../bot/publisher/open-writes.ts';
import type { PublishedMessage } from '../../../../bot/publisher/published-messages.ts';
import { RefusedWrites } from '../../../../bot/publisher/refused-writes.ts';
import { ENGLISH, plainLine } from '../../../support/catalogue/spoken.ts';
import { PEOPLE } from '../../../support/desk.ts';
import { jun, NIGHT, type Story, storyAt } from '../../../support/failback-story.ts';
import { read } from '../../../support/fakes/recording-platform.ts';

const DIRECTORY = new Directory(PEOPLE);

function lineOf(event: FailbackEvent): string {
  const entry = { sequence: 8, stream: 'FB-TEST', revision: 2, at: NIGHT, hash: 'ab'.repeat(32) };
  const line = describeEntry({ ...entry, event }, DIRECTORY) ?? [];
  return plainLine(line, String).replace('2031-05-06 03:00 UTC  ', '');
}

const job = (change: Partial<ObservedJob>): FailbackEvent => ({
  type: 'jobObserved',
  job: {
    jobId: 'j',
    scenario: 'Failback',
    state: 'InProgress',
    stateDescription: '',
    phase: 'running',
    issues: [],
    ...change,
  },
});

describe('a line of the story', () => {
  const stranger: Actor = { platform: 'slack', userId: 'U0NEW', channel: 'C0INC', roles: [] };
  const requestId = 'r-1';
  const voided = {
    type: 'grantVoided',
    number: 1,
    why: 'changed',
    differences: [
      { name: 'activeLocation', asked: coded('locationAzure'), now: coded('locationOnPremises') },
    ],
  } as const;

  it.each<[FailbackEvent, string]>([
    [
      {
        type: 'gateOpened',
        gate: 'complete',
        number: 2,
        facts: [],
        digest: '',
        needed: 1,
        expiresAt: 0,
      },
      'Asked for a decision: complete failover, question 2. audit 8:abababababababab',
    ],
    [
      {
        type: 'itemObserved',
        item: {
          activeLocation: 'onPremises',
          protectionState: 'Protected',
          allowedOperations: [],
          replicationHealth: 'Normal',
          initialReplicationPercent: 20,
        },
        itemId: '/web-02',
        vmName: 'web-02',
      },
      'web-02. Azure: “Protected”, running on-premises, health Normal, initial replication 20 % done.',
    ],
    [{ type: 'voteCast', by: jun, number: 1, vote: 'approve' }, 'Jun Sample approved.'],
    [
      { type: 'gatePassed', number: 1, grantExpiresAt: 0 },
      'Approved. The bot goes on. audit 8:abababababababab',
    ],
    [
      voided,
      'The approval is void, this changed: Active location was Azure, is on-premises. It is asked again.',
    ],
    [
      { ...voided, why: 'expired' },
      'The approval is void, it was not used in time. It is asked again.',
    ],
    [
      { type: 'gateWithdrawn', number: 1, why: 'the job is gone' },
      'The question was withdrawn: the job is gone.',
    ],
    [{ type: 'gateExpired', number: 1 }, 'The question expired without a decision.'],
    [
      {
        type: 'callIntended',
        operation: 'completeFailover',
        requestId,
        attempt: 2,
        knownJobIds: [],
      },
      'Calling Azure: complete failover, attempt 2.',
    ],
    [
      { type: 'callRefused', requestId, status: 409, code: 'Busy', message: 'Not now.' },
      'Azure refused the call: Busy, “Not now.”',
    ],
    [
      { type: 'callUncertain', requestId, why: 'the connection was lost' },
      'No certain answer from Azure: the connection was lost. The bot looks at what Azure shows.',
    ],
    [
      { type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'awaitingCommit' },
      'Jun Sample chose: Ask again. audit 8:abababababababab',
    ],
    [
      { type: 'attemptRefused', by: stranger, attempt: 'approve question 1', why: 'ownRequest' },
      'Refused: U0NEW, approve question 1: the requester does not decide.',
    ],
    [
      { type: 'attemptRefused', by: stranger, attempt: 'cancel', why: 'something new' },
      'Refused: U0NEW, cancel: something new.',
    ],
    [job({ task: 'Data synchronization' }), 'Azure job: InProgress, “Data synchronization”.'],
    [job({ phase: 'waiting', task: 'Waiting' }), 'Azure job: waits for complete failover.'],
    [
      job({
        phase: 'failed',
        state: 'Failed',
        issues: [{ level: 'Error', code: '42', message: 'No space.' }],
      }),
      'Azure job: Failed. Azure: “Error 42: No space.”',
    ],
    [{ type: 'cancelled', by: jun }, 'Jun Sample cancelled. audit 8:abababababababab'],
  ])('%#: says what happened', (event, line) => {
    expect(lineOf(event)).toBe(line);
  });
});

describe('a difference', () => {
  it('of long values is shown where it begins', () => {
    const same = 'system (40960 MB), '.repeat(20);

    const shown = differenceWords({
      name: 'disks',
      asked: `${same}logs (1 MB)`,
      now: `${same}logs (9 MB)`,
    });

    expect(ENGLISH.text(shown.asked)).toMatch(/^….*logs \(1 MB\)$/);
    expect(ENGLISH.text(shown.now)).toMatch(/^….*logs \(9 MB\)$/);
    expect(ENGLISH.text(shown.now).length).toBeLessThan(40);
  });

  it('of short values is shown whole, in words', () => {
    const { name, asked, now } = differenceWords({
      name: 'activeLocation',
      asked: coded('locationAzure'),
      now: coded('locationOnPremises'),
    });

    expect([name, asked, now].map((words) => ENGLISH.text(words))).toEqual([
      'Active location',
      'Azure',
      'on-premises',
    ]);
  });
});

describe('what is to be written', () => {
  const moment = { now: NIGHT, readAt: NIGHT };

  function viewOf(
    { failback, entries }: Story,
    ...slots: readonly [slot: string, drawn: string][]
  ) {
    const published = slots.map(
      ([slot, drawn]): PublishedMessage => ({
        failback: 'FB-TEST',
        platform: 'slack',
        channel: 'C0INC',
        slot,
        messageId: `id-${slot}`,
        drawn,
      }),
    );
    return {
      failback,
      entries,
      published,
      directory: DIRECTORY,
      speaker: ENGLISH,
      moment,
    } satisfies FailbackView;
  }

  const slots = (view: FailbackView) =>
    openWrites(view).map(
      ({ slot, update }) => `${update === undefined ? 'post' : 'update'} ${slot}`,
    );

  it('is nothing before anything was asked', () => {
    expect(slots(viewOf(storyAt('awaitingDirection')))).toEqual([]);
  });

  it('is the board first, so that the question stands below it', () => {
    expect(slots(viewOf(storyAt('awaitingDirection').ask('direction')))).toEqual([
      'post board',
      'post ask-1',
    ]);
  });

  it('is what must no longer be pressed, before all else', () => {
    const story = storyAt('awaitingCompletion').ask('complete');

    expect(slots(viewOf(story, ['board', 'old'], ['ask-1', 'old']))).toEqual([
      'update ask-1',
      'post ask-2',
      'update board',
      'post thread',
    ]);
  });

  it('is the end once, with the board', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    story.tell({ type: 'gateExpired', number: 1 }, { type: 'ended', end: 'expired', summary: 'x' });

    expect(slots(viewOf(story, ['board', 'old'], ['thread', '99']))).toEqual([
      'post end',
      'update board',
    ]);
    expect(slots(viewOf(story, ['board', 'old'], ['thread', '99'], ['end', 'old']))).toEqual([
      'update board',
    ]);
  });

  it('is a hold with its ways out, and what was chosen once it is over', () => {
    const story = storyAt('synchronizing').tell({
      type: 'held',
      reason: 'jobFailed',
      evidence: [],
      choices: [{ name: 'again', means: 'Start over.', leadsTo: 'checking' }],
    });
    const open = openWrites(viewOf(story, ['board', 'old'], ['thread', '99']));
    story.tell({ type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'checking' });
    const over = openWrites(viewOf(story, ['board', 'old'], ['ask-2', 'old'], ['thread', '99']));

    expect(open.map(({ slot }) => slot)).toEqual(['ask-2', 'board']);
    expect(open[0] && read(open[0].message)).toContain('[Start over]');
    expect(over.map(({ slot, update }) => [slot, update])).toEqual([
      ['ask-2', 'id-ask-2'],
      ['board', 'id-board'],
    ]);
    expect(over[0] && read(over[0].message)).toContain('Answered "again" by Jun Sample');
  });

  it('is nothing when the channel shows what it should', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    const [board, ask] = openWrites(viewOf(story));
    const view = viewOf(
      story,
      ['board', board?.drawn ?? ''],
      ['ask-1', ask?.drawn ?? ''],
      ['thread', String(story.entries.length)],
    );

    expect(openWrites(view)).toEqual([]);
  });

  it('is a long story in pieces that a chat shows whole, without a line lost', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    for (let time = 0; time < 30; time += 1)
      story.tell({ type: 'attemptRefused', by: jun, attempt: 'x'.repeat(400), why: `${time}` });

    const told: string[] = [];
    let drawn = '0';
    for (let round = 0; round < 40; round += 1) {
      const view = viewOf(story, ['board', 'b'], ['ask-1', 'a'], ['thread', drawn]);
      const write = openWrites(view).find(({ slot }) => slot === 'thread');
      if (write === undefined) break;
      const text = read(write.message);
      expect(text.length).toBeLessThan(3_500);
      told.push(...text.split('\n'));
      drawn = write.drawn;
    }

    expect(told).toHaveLength(33);
    expect(new Set(told).size).toBe(33);
  });
});

describe('a refused write', () => {
  it('rests while it is drawn the same, for five minutes', () => {
    const refused = new RefusedWrites();
    refused.add('board', 'a', 0);

    expect(refused.has('board', 'a', 299_999)).toBe(true);
    expect(refused.has('end', 'a', 0)).toBe(false);
    expect(refused.has('board', 'a', 300_000)).toBe(false);
  });

  it('does not rest when it is drawn differently', () => {
    const refused = new RefusedWrites();
    refused.add('board', 'a', 0);

    expect(refused.has('board', 'b', 1)).toBe(false);
  });
});
