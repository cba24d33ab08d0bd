import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import type { OnPremisesVm } from '../../../../bot/failback/on-premises/on-premises-vm.ts';
import type { Proof } from '../../../../bot/failback/on-premises/proofs.ts';
import { isMarked } from '../../../../bot/failback/state/coming-home.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import {
  evidenceOf,
  held,
  lookAgain,
  overrideProof,
} from '../../../../bot/failback/state/holds.ts';
import type { ProofName } from '../../../../bot/failback/words/names.ts';
import { renderBoard as drawBoard } from '../../../../bot/messages/board/board.ts';
import { renderEnd as drawEnd } from '../../../../bot/messages/notices/end.ts';
import { renderGate as drawGate } from '../../../../bot/messages/questions/ask.ts';
import { renderHold as drawHold } from '../../../../bot/messages/questions/hold.ts';
import { describeEntry } from '../../../../bot/messages/story/describe-event.ts';
import { inEnglish, plainLine } from '../../../support/catalogue/spoken.ts';
import { PEOPLE } from '../../../support/desk.ts';
import { ITEM_ID, jun, NIGHT, type Story, storyAt } from '../../../support/failback-story.ts';
import { read } from '../../../support/fakes/recording-platform.ts';
import { withHomeVm } from '../../../support/home-vm.ts';

const renderEnd = (...given: Parameters<typeof drawEnd>) => inEnglish(drawEnd(...given));

const renderHold = (...given: Parameters<typeof drawHold>) => inEnglish(drawHold(...given));

const renderGate = (...given: Parameters<typeof drawGate>) => inEnglish(drawGate(...given));

const renderBoard = (...given: Parameters<typeof drawBoard>) => inEnglish(drawBoard(...given));

const DIRECTORY = new Directory(PEOPLE);
const HOST = { name: 'hyperv-01', vmId: 'vm-web-01' };
const proof = (name: ProofName, holds: boolean, finding: string): Proof => ({
  name,
  holds,
  finding,
});
const RUNNING = proof('running', true, 'The VM is Running.');
const PORT: Proof = { ...proof('port', false, 'It does not answer.'), port: 443 };
const HEARTBEAT = proof('heartbeat', false, 'The guest does not answer yet.');

const known = (failback: Failback): Failback => withHomeVm(failback, { host: HOST });

function lineOf(event: FailbackEvent): string | undefined {
  const entry = { sequence: 8, stream: 'FB-TEST', revision: 2, at: NIGHT, hash: 'ab'.repeat(32) };
  const line = describeEntry({ ...entry, event }, DIRECTORY);
  return line && plainLine(line, String).replace('2031-05-06 03:00 UTC  ', '');
}

describe('the board', () => {
  const board = (failback: Failback) =>
    read(renderBoard(failback, DIRECTORY, { now: NIGHT, readAt: NIGHT }));

  it('says that the on-premises VM is not checked where no connector knows its server', () => {
    expect(board(storyAt('synchronizing').failback)).toContain(
      'On-premises VM: not checked by the bot',
    );
  });

  it.each([
    [{ outcome: 'ok', state: 'Off', checkpoints: 0 }, 'Off, no checkpoints'],
    [{ outcome: 'ok', state: 'Off', checkpoints: 1 }, 'Off, 1 checkpoint\n'],
    [{ outcome: 'ok', state: 'Running', checkpoints: 2 }, 'Running, 2 checkpoints'],
    [{ outcome: 'unreachable' }, 'not seen, its server was not reached'],
    [{ outcome: 'absent' }, 'not seen, its server has no such VM'],
    [{ outcome: 'something new' }, 'not seen, something new'],
  ])('shows the on-premises VM while data travels to it: %j', (vm, words) => {
    const story = storyAt('synchronizing').tell({ type: 'vmObserved', vm });

    expect(board(known(story.failback))).toContain(`On-premises VM: ${words}`);
  });

  it('shows it no more once the VM is meant to run', () => {
    const seen = { outcome: 'ok', state: 'Off', checkpoints: 0 };
    const { failback } = storyAt('completing');

    expect(board(withHomeVm(known(failback), { seen }))).not.toContain('On-premises VM');
  });

  it('says what the commit waits for, and nothing of it before the first look', () => {
    const story = storyAt('verifying');
    expect(board(known(story.failback))).not.toContain('Commit is locked');

    story.tell({ type: 'proofsObserved', proofs: [RUNNING, HEARTBEAT, PORT] });

    expect(board(known(story.failback))).toContain(
      'Commit is locked. Not proven yet: Heartbeat: The guest does not answer yet. Port 443: It does not answer.\n',
    );
  });
});

describe('the question about the commit', () => {
  function commit(story: Story, change: Partial<OnPremisesVm> = {}): string {
    const failback = withHomeVm(story.ask('commit').failback, change);
    if (failback.gate === undefined) throw new Error('no question is open');
    return read(renderGate(failback.gate, failback, DIRECTORY));
  }

  it('names what was proven', () => {
    const story = storyAt('verifying').tell({
      type: 'verified',
      outcome: 'passed',
      why: 'all proofs hold',
      vms: [
        {
          itemId: ITEM_ID,
          proofs: [RUNNING, proof('heartbeat', true, 'The guest answers.')],
        },
      ],
    });

    expect(commit(story, { host: HOST })).toContain('\nProven on-premises: Running, Heartbeat.\n');
  });

  it('says that nobody looked where there is no connector', () => {
    expect(commit(storyAt('awaitingCommit'))).toContain(
      'The on-premises VM was not checked by the bot. Look for yourself whether it is well: after the commit there is no other copy.',
    );
  });

  it('says that nobody looked where somebody else brought it further', () => {
    expect(commit(storyAt('awaitingCommit'), { host: HOST, proofs: [] })).toContain(
      'was not checked by the bot',
    );
  });

  it('says before it is approved what is not proven, who let it be asked for, and why', () => {
    const story = storyAt('verifying').tell(
      { type: 'proofsObserved', proofs: [RUNNING, PORT] },
      held(
        'notProven',
        [],
        [lookAgain('verifying'), overrideProof([{ itemId: ITEM_ID, proof: 'port', port: 443 }])],
      ),
      {
        type: 'holdReleased',
        by: jun,
        choice: 'override',
        leadsTo: 'verifying',
        reason: 'the port is closed on purpose',
      },
      {
        type: 'verified',
        outcome: 'overridden',
        why: 'what does not hold was let pass',
        vms: [{ itemId: ITEM_ID, proofs: [RUNNING, PORT] }],
      },
    );

    const text = commit(story, { host: HOST });

    expect(text).toContain(
      'Not proven that the on-premises VM is well. Port 443: It does not answer.\nJun Sample let the commit be asked for without Port 443: the port is closed on purpose\n',
    );
    expect(text).not.toContain('Proven on-premises');
  });

  it('is the only one that speaks of proofs', () => {
    const { failback } = storyAt('awaitingCompletion').ask('complete');
    if (failback.gate === undefined) throw new Error('no question is open');

    expect(read(renderGate(failback.gate, failback, DIRECTORY))).not.toMatch(
      /proven|was not checked/i,
    );
  });
});

describe('a hold', () => {
  const alarm = (reason: 'vmStarted' | 'checkpointTaken' | 'vmNotReady' | 'hostNotPrepared') => {
    const story = storyAt('synchronizing').tell(
      held(reason, evidenceOf({ onPremisesVm: 'Running, 0 checkpoints', server: 'hyperv-01' }), [
        lookAgain('synchronizing'),
      ]),
    );
    const { hold } = story.failback;
    if (hold === undefined) throw new Error('it is not on hold');
    return { failback: story.failback, text: read(renderHold(hold, story.failback, DIRECTORY)) };
  };

  it('of a VM that was started says to turn it off, where, and never to start it again', () => {
    const { failback, text } = alarm('vmStarted');

    expect(text).toMatch(
      /^On hold: web-01\nAlarm: the on-premises VM was started .* Turn it off now/,
    );
    expect(text).toContain('Do not start the on-premises VM');
    expect(text).toContain('\nServer: hyperv-01\n');
    expect(isMarked(failback)).toBe(true);
    expect(read(renderBoard(failback, DIRECTORY, { now: NIGHT, readAt: NIGHT }))).toContain(
      'Do not start the on-premises VM',
    );
  });

  it('of a checkpoint says to remove it', () => {
    const { failback, text } = alarm('checkpointTaken');

    expect(text).toContain('Alarm: a checkpoint was taken of the on-premises VM');
    expect(text).toContain('Remove it, then look again.');
    expect(isMarked(failback)).toBe(false);
  });

  it.each(['vmNotReady', 'hostNotPrepared'] as const)(
    'of %s says that nothing is started in Azure before somebody has looked',
    (reason) => {
      expect(alarm(reason).text).toMatch(/starts nothing in Azure before/);
    },
  );
});

describe('a line of the story', () => {
  it.each<[FailbackEvent, string | undefined]>([
    [
      { type: 'startActionIntended', vmId: 'vm-web-01', before: 'StartIfRunning' },
      'On-premises: setting automatic start to Nothing; it was StartIfRunning.',
    ],
    [
      { type: 'hostPrepared', outcome: 'done' },
      'On-premises: the VM is off, has no checkpoints and does not start by itself.',
    ],
    [{ type: 'hostPrepared', outcome: 'notConfigured' }, undefined],
    [{ type: 'hostRestored', outcome: 'done' }, 'On-premises: automatic start is back as it was.'],
    [
      { type: 'hostRestored', outcome: 'changedElsewhere', why: 'Start' },
      'On-premises: automatic start was set to Start by somebody else and is left so.',
    ],
    [
      { type: 'hostRestored', outcome: 'failed', why: 'No session.' },
      'On-premises: automatic start could not be put back. It may still be Nothing: look, and set it by hand. Reason: No session.',
    ],
    [
      { type: 'vmObserved', vm: { outcome: 'forbidden' } },
      'On-premises VM: not seen, the account of the bot may not look.',
    ],
    [
      { type: 'proofsObserved', proofs: [RUNNING, PORT] },
      'Not proven yet: Port 443: It does not answer.',
    ],
    [
      {
        type: 'verified',
        outcome: 'passed',
        why: '',
        vms: [{ itemId: ITEM_ID, proofs: [RUNNING, { ...PORT, holds: true }] }],
      },
      'On-premises VM verified: Running, Port 443.',
    ],
    [
      { type: 'verified', outcome: 'notChecked', why: 'no host connector is configured for it' },
      'On-premises VM not checked: no host connector is configured for it.',
    ],
    [
      { type: 'threadsIntended', by: jun, host: 'HV-01', threads: 16 },
      'Download threads on HV-01: from the default to 16.',
    ],
    [{ type: 'threadsSet', host: 'HV-01', threads: 16 }, 'Download threads on HV-01 read 16.'],
    [
      { type: 'threadsRestored', host: 'HV-01' },
      'Download threads on HV-01 are back at the default.',
    ],
  ])('%#: says what was seen or changed on-premises', (event, line) => {
    expect(lineOf(event)?.replace(/ audit 8:\w+$/, '')).toBe(line);
  });
});

describe('the end', () => {
  const changed = (stage: 'synchronizing' | 'reversing') =>
    storyAt(stage).tell({
      type: 'startActionIntended',
      vmId: 'vm-web-01',
      before: 'StartIfRunning',
    });
  const letGo = { type: 'ended', end: 'abandoned', summary: 'The bot let go of it.' } as const;
  const words =
    'The on-premises VM no longer starts by itself when its server starts: set its automatic start action back to StartIfRunning.';

  it('of a failback that was let go of says what the bot has not put back', () => {
    const { failback } = changed('synchronizing').tell(letGo);

    expect(read(renderEnd(failback, undefined))).toContain(words);
  });

  it('at home says so too, where the bot could not put it back', () => {
    const home = { type: 'ended', end: 'protected', summary: 'It is home.' } as const;
    const failed = { type: 'hostRestored', outcome: 'failed', why: 'No session.' } as const;

    expect(read(renderEnd(changed('reversing').tell(failed, home).failback, undefined))).toContain(
      words,
    );
    expect(read(renderEnd(changed('reversing').tell(home).failback, undefined))).not.toContain(
      'automatic start',
    );
  });

  it('leaves alone what somebody else has set meanwhile', () => {
    const { failback } = changed('reversing').tell(
      { type: 'hostRestored', outcome: 'changedElsewhere', why: 'Start' },
      letGo,
    );

    expect(read(renderEnd(failback, undefined))).not.toContain('automatic start');
  });

  it('says nothing of what was never changed, or was put back', () => {
    const never = storyAt('synchronizing').tell(letGo);
    const back = changed('reversing').tell({ type: 'hostRestored', outcome: 'done' }, letGo);

    expect(read(renderEnd(never.failback, undefined))).not.toContain('automatic start');
    expect(read(renderEnd(back.failback, undefined))).not.toContain('automatic start');
  });
});
