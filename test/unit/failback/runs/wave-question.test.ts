import { describe, expect, it } from 'vitest';
import { waveBroken } from '../../../../bot/failback/next/wave-before.ts';
import {
  castWaveVote,
  challengeWord,
  releaseWaveHold,
} from '../../../../bot/failback/runs/answer-wave.ts';
import {
  isWhole,
  type WaveGate,
  waveGates,
  waveHolds,
} from '../../../../bot/failback/runs/wave-question.ts';
import { askAgain } from '../../../../bot/failback/state/holds.ts';
import type { Run } from '../../../../bot/failback/state/run.ts';
import { runOf, vmOf } from '../../../support/catalogue/run-story.ts';
import { ada, jun, mina, NIGHT, storyAt } from '../../../support/failback-story.ts';

const asked = () => storyAt('awaitingCommit').askTogether('commit');
const gate = (run: Run): WaveGate => waveGates(run)[0] as WaveGate;
const names = ({ open }: WaveGate) => open.map(({ target }) => target.name);
const vote = (run: Run, by = jun, typed: string | undefined = undefined) =>
  castWaveVote(gate(run), { by, vote: 'approve', ...(typed && { typed }) }, NIGHT + 600_000);

describe('one question to a wave', () => {
  it('is made of the open questions of its VMs, and of those that are over', () => {
    const run = runOf({ db: asked(), app: asked().approve(jun), web: storyAt('awaitingCommit') });

    expect(waveGates(run)).toHaveLength(1);
    expect(names(gate(run))).toEqual(['db']);
    expect(gate(run).over.map(({ failback }) => failback.target.name)).toEqual(['app']);
  });

  it('is another one in each wave, for each kind, and each time it is asked', () => {
    const again = asked().tell(
      { type: 'gateExpired', number: 3 },
      { type: 'held', reason: 'gateExpired', evidence: [], choices: [askAgain('awaitingCommit')] },
      { type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'awaitingCommit' },
    );
    const run = runOf({ db: again.askTogether('commit') }, { web: asked() });

    expect(waveGates(run).map(({ wave, about, round }) => `${wave} ${about} ${round}`)).toEqual([
      '1 commit 0',
      '1 commit 1',
      '2 commit 0',
    ]);
  });

  it('has another number as soon as somebody leaves it', () => {
    const both = runOf({ db: asked(), app: asked() });
    const one = runOf({ db: asked(), app: asked().approve(jun) });

    expect(gate(one).number).not.toBe(gate(both).number);
    expect(gate(runOf({ db: asked(), app: asked() })).number).toBe(gate(both).number);
  });

  it('keeps its number while votes come in', () => {
    const voted = asked().tell({ type: 'voteCast', by: jun, number: 3, vote: 'approve' });

    expect(gate(runOf({ db: voted, app: asked() })).number).toBe(
      gate(runOf({ db: asked(), app: asked() })).number,
    );
  });

  it('is whole when nobody is still to be asked, or when the others have waited a minute', () => {
    const run = runOf({ db: asked(), app: storyAt('awaitingCommit') });
    const since = vmOf(run, 'db').gate?.openedAt ?? 0;

    expect(isWhole(gate(run), run, since + 1_000)).toBe(false);
    expect(isWhole(gate(run), run, since + 60_000)).toBe(true);
    expect(isWhole(gate(runOf({ db: asked() })), runOf({ db: asked() }), since)).toBe(true);
  });
});

describe('one vote about a wave', () => {
  const run = runOf({ db: asked(), app: asked() });

  it('is one vote in the record of each VM, with the number of its own question', () => {
    const answered = vote(run, jun, 'run-db 2');

    expect(answered.map(({ failback, decided }) => [failback.target.name, decided])).toMatchObject([
      [
        'db',
        { events: [{ type: 'voteCast', number: 3, together: 'RUN-DB' }, { type: 'gatePassed' }] },
      ],
      ['app', { events: [{ type: 'voteCast', number: 3 }, { type: 'gatePassed' }] }],
    ]);
  });

  it.each(['db', 'run-db', 'RUN-DB 3', 'RUN-APP 2', '2', ''])(
    'wants the run and the number of VMs typed for the commit: %j is not enough',
    (typed) => {
      expect(vote(run, jun, typed).map(({ decided }) => decided)).toEqual([
        { refused: 'wrongAnswer' },
        { refused: 'wrongAnswer' },
      ]);
    },
  );

  it('wants the live side typed for the direction', () => {
    const direction = runOf({ db: storyAt('awaitingDirection').askTogether('direction') });

    expect(challengeWord(gate(direction))).toBe('azure');
    expect(challengeWord(gate(run))).toBe('RUN-DB 2');
  });

  it('is refused to the one who asked, and to one who has voted, for each VM', () => {
    const voted = asked().tell({ type: 'voteCast', by: ada, number: 3, vote: 'approve' });

    expect(vote(run, mina, 'RUN-DB 2').every(({ decided }) => 'refused' in decided)).toBe(true);
    expect(
      vote(runOf({ db: voted, app: asked() }), ada, 'RUN-DB 2').map(({ decided }) => decided),
    ).toMatchObject([{ refused: 'alreadyVoted' }, { events: [{ type: 'voteCast' }, {}] }]);
  });
});

describe('one choice about a wave', () => {
  it('releases each of its VMs', () => {
    const db = storyAt('awaitingDirection').tell({ type: 'cancelled', by: mina });
    const stopped = () => storyAt('checking').tell(waveBroken([vmOf(runOf({ db }), 'db')]));
    const run = runOf({ db }, { web: stopped(), app: stopped() });
    const [hold, ...others] = waveHolds(run);

    expect(others).toEqual([]);
    expect(hold && releaseWaveHold(hold, jun, { name: 'without' })).toMatchObject([
      { decided: { events: [{ type: 'holdReleased', leadsTo: 'checking' }] } },
      { decided: { events: [{ type: 'holdReleased', leadsTo: 'checking' }] } },
    ]);
  });
});
