import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { ENDS } from '../../../../bot/failback/state/stages.ts';
import { renderBoard as drawBoard, headline } from '../../../../bot/messages/board/board.ts';
import { stepLines } from '../../../../bot/messages/board/steps.ts';
import { renderEnd as drawEnd } from '../../../../bot/messages/notices/end.ts';
import { ENGLISH, inEnglish, plainLine } from '../../../support/catalogue/spoken.ts';
import { PEOPLE } from '../../../support/desk.ts';
import { NIGHT, storyAt } from '../../../support/failback-story.ts';
import { read } from '../../../support/fakes/recording-platform.ts';
import { withHomeVm } from '../../../support/home-vm.ts';

const renderEnd = (...given: Parameters<typeof drawEnd>) => inEnglish(drawEnd(...given));

const renderBoard = (...given: Parameters<typeof drawBoard>) => inEnglish(drawBoard(...given));

const DIRECTORY = new Directory(PEOPLE);
const MINUTE = 60_000;

const steps = (failback: Failback) =>
  stepLines(failback).map((line) => plainLine(line, (person) => person));

function ended(stage: Parameters<typeof storyAt>[0], end: (typeof ENDS)[number]): Failback {
  const story = storyAt(stage).later(MINUTE);
  return story.tell({ type: 'ended', end, summary: 'It has ended.' }).failback;
}

describe('the board', () => {
  it('says where the failback is, what the clocks say, and how old the picture is', () => {
    const story = storyAt('awaitingCommit', {})
      .ask('commit')
      .later(3 * MINUTE);
    const moment = { now: story.now, readAt: story.now - 2 * MINUTE };

    expect(renderBoard(story.failback, DIRECTORY, moment).parts).toEqual([
      { kind: 'title', text: 'FB-TEST: web-01, Azure to on-premises' },
      {
        kind: 'paragraph',
        line: [
          {
            bold: 'The VM is home. Commit is waiting for a decision; until then the Azure VM still exists.',
          },
        ],
      },
      { kind: 'list', lines: stepLines(story.failback).map((line) => ENGLISH.line(line)) },
      {
        kind: 'facts',
        facts: [
          { name: 'Downtime', value: ['5 min'] },
          { name: 'In this stage for', value: ['3 min'] },
          { name: 'Azure job', value: ['Succeeded'] },
          { name: 'On-premises VM', value: ['not checked by the bot'] },
          {
            name: 'Waiting for',
            value: [
              'a decision about commit, 0 of 1 approvals, until ',
              { time: story.now + 57 * MINUTE },
            ],
          },
        ],
      },
      {
        kind: 'note',
        line: ['Asked for by Mina Example, vault north.', ' ', 'Azure was read 2 min ago.'],
      },
    ]);
  });

  it('lets the downtime and the time without protection run', () => {
    const down = storyAt('completing').intend('completeFailover').accept('completeFailover');
    const bare = storyAt('reversing');
    const later = (failback: Failback, now: number) =>
      read(renderBoard(failback, DIRECTORY, { now, readAt: now }));

    expect(later(down.failback, down.now + 7 * MINUTE)).toContain('Downtime: 7 min');
    expect(later(bare.failback, bare.now + 9 * MINUTE)).toContain('Not protected for: 10 min');
  });

  it('shows how far initial replication is, as far as Azure says it, and what may be done meanwhile', () => {
    const story = storyAt('reversing').intend('reverseReplicate').accept('reverseReplicate');
    const before = read(renderBoard(story.failback, DIRECTORY, { now: story.now, readAt: 0 }));
    const started = story.see('reverseReplicate', 'succeeded', 'Succeeded').failback;
    const item = {
      activeLocation: 'onPremises',
      protectionState: 'Protected',
      allowedOperations: [],
      replicationHealth: 'Normal',
      initialReplicationPercent: 40,
    };
    const shown = (failback: typeof started) =>
      read(renderBoard(failback, DIRECTORY, { now: story.now, readAt: 0 }));

    expect(before).toContain(
      'Meanwhile: The VM may be used. It cannot be failed over to Azure yet.',
    );
    expect(before).not.toContain('Initial replication');
    expect(shown(started)).toContain('Initial replication: under way');
    expect(shown({ ...started, item })).toContain('Initial replication: 40 % done');
  });

  it('shows the task that Azure works on', () => {
    const { failback } = storyAt('synchronizing').see('plannedFailover', 'running', 'InProgress');
    const job = { ...failback.job, task: 'Synchronizing disks' } as Failback['job'];

    const board = renderBoard({ ...failback, ...(job && { job }) }, DIRECTORY, {
      now: 0,
      readAt: undefined,
    });

    expect(read(board)).toContain('Azure job: InProgress, “Synchronizing disks”');
  });

  it('tells the age of the checks until the vault has been read, and that nothing was read before', () => {
    const { failback } = storyAt('awaitingDirection');
    const { checkedAt = 0, ...unchecked } = failback;
    const moment = { now: checkedAt + 180_000, readAt: undefined };

    expect(read(renderBoard(failback, DIRECTORY, moment))).toContain('Azure was read 3 min ago.');
    expect(read(renderBoard(unchecked, DIRECTORY, moment))).toContain('Azure was not read yet.');
    expect(
      read(renderBoard(failback, DIRECTORY, { ...moment, readAt: moment.now - 60_000 })),
    ).toContain('Azure was read 1 min ago.');
  });

  it('says before everything else that it is on hold, and that a VM must not be started', () => {
    const { failback } = storyAt('synchronizing').tell({
      type: 'held',
      reason: 'jobCancelled',
      evidence: [],
      choices: [],
    });

    const text = read(
      renderBoard(withHomeVm(failback, { isMarked: true }), DIRECTORY, { now: 0, readAt: 0 }),
    );

    expect(text).toContain('\nOn hold: the bot waits for a choice.\nDo not start the on-premises');
    expect(text).toContain('Waiting for: a choice. See the message on hold in the channel.');
  });

  it('of an ended failback has no age and no running clock', () => {
    const failback = ended('awaitingDirection', 'declined');

    const text = read(renderBoard(failback, DIRECTORY, { now: 9e12, readAt: 0 }));

    expect(headline(failback, NIGHT)).toBe('It has ended.');
    expect(text).not.toMatch(/In this stage|Azure was read/);
  });

  it('names whoever asked, also when the settings do not name them any more', () => {
    const { failback } = storyAt('checking');
    const { person: _, ...nobody } = failback.requester;

    expect(
      read(renderBoard({ ...failback, requester: nobody }, DIRECTORY, { now: 0, readAt: 0 })),
    ).toContain('Asked for by U0MINA');
  });
});

describe('the steps', () => {
  it('say in words where each of them stands', () => {
    expect(steps(storyAt('synchronizing').failback)).toEqual([
      '[x] Check, done',
      '[x] Direction, done',
      '[>] Planned failover and synchronization, now since 2031-05-06 03:02 UTC',
      '[ ] Complete failover, not yet',
      '[ ] Verify on-premises, not yet',
      '[ ] Commit, not yet',
      '[ ] Reverse replicate, not yet',
    ]);
  });

  it('have no complete failover in a full download, which waits for nobody', () => {
    expect(steps(storyAt('transferring').failback)).toEqual([
      '[x] Check, done',
      '[x] Direction, done',
      '[>] Planned failover with full download, now since 2031-05-06 03:02 UTC',
      '[ ] Verify on-premises, not yet',
      '[ ] Commit, not yet',
      '[ ] Reverse replicate, not yet',
    ]);
  });

  it('are all done at home', () => {
    const failback = ended('reversing', 'protected');

    expect(steps(failback).every((line) => line.endsWith(', done'))).toBe(true);
  });

  it('show at which of them a failback ended, and that the ones before were done', () => {
    expect(steps(ended('awaitingDirection', 'declined')).slice(0, 3)).toEqual([
      '[x] Check, done',
      '[!] Direction, ended here',
      '[ ] Planned failover and synchronization, not yet',
    ]);
  });
});

describe('the end', () => {
  it('says how it ended, how long it took, and the head of the audit trail', () => {
    const failback = ended('reversing', 'protected');

    expect(renderEnd(failback, { sequence: 31, hash: 'abc' }).parts).toEqual([
      { kind: 'title', text: 'FB-TEST: web-01 is home and protected' },
      { kind: 'paragraph', line: ['It has ended.'] },
      {
        kind: 'paragraph',
        line: [
          'Planned, unplanned and test failovers are possible again. A test failover proves it.',
        ],
      },
      {
        kind: 'facts',
        facts: [
          { name: 'In all', value: ['16 min'] },
          { name: 'Downtime', value: ['5 min'] },
          { name: 'Not protected for', value: ['2 min'] },
        ],
      },
      { kind: 'note', line: ['Audit trail up to here: ', { verbatim: '31:abc' }] },
    ]);
  });

  it.each([
    ['declined', 'was declined'],
    ['expired', 'expired'],
  ] as const)('that was %s says how to try again', (end, words) => {
    const text = read(renderEnd(ended('awaitingDirection', end), undefined));

    expect(text).toContain(`FB-TEST: web-01 ${words}\n`);
    expect(text).toContain('To try again: /failback start web-01');
  });

  it.each([
    ['synchronizing', 'Finish it in the Azure portal.\n'],
    ['reversing', 'The VM is not protected: reverse replicate it.'],
  ] as const)('that was let go of while %s says what is left to do', (stage, words) => {
    expect(read(renderEnd(ended(stage, 'abandoned'), undefined))).toContain(words);
  });

  it('that was let go of during the downtime says that the VM may be down', () => {
    const story = storyAt('completing').intend('completeFailover').accept('completeFailover');
    const { failback } = story.tell({ type: 'ended', end: 'abandoned', summary: 'Let go.' });

    expect(read(renderEnd(failback, undefined))).toContain(
      'The VM may be down: its failover was under way.',
    );
  });

  it('keeps the warning of a VM that must not be started, until it is home', () => {
    const gone = withHomeVm(ended('synchronizing', 'abandoned'), { isMarked: true });
    const home = ended('reversing', 'protected');

    expect(read(renderEnd(gone, undefined))).toContain('Do not start the on-premises VM');
    expect(read(renderEnd(home, undefined))).not.toContain('Do not start');
  });

  it.each(ENDS)('has a title for %s', (end) => {
    const { failback } = storyAt('awaitingDirection');
    expect(read(renderEnd({ ...failback, stage: end }, undefined))).toMatch(/^FB-TEST: web-01 \w+/);
  });
});
