import type { Directory } from '../../../bot/access/directory.ts';
import type { Form, Message } from '../../../bot/chat/message/message.ts';
import { waveBroken } from '../../../bot/failback/next/wave-before.ts';
import type { Outlook } from '../../../bot/failback/outlook/outlook.ts';
import { type WaveGate, waveGates, waveHolds } from '../../../bot/failback/runs/wave-question.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { GATES } from '../../../bot/failback/state/gates.ts';
import { askAgain, evidenceOf, type HoldReason, held } from '../../../bot/failback/state/holds.ts';
import { DAYS } from '../../../bot/failback/state/maintenance-window.ts';
import type { Run } from '../../../bot/failback/state/run.ts';
import { renderRunBoard } from '../../../bot/messages/board/run-board.ts';
import { renderRunHandover } from '../../../bot/messages/handover/run-handover.ts';
import { renderRunEnd } from '../../../bot/messages/notices/run-end.ts';
import { waveChallengeForm } from '../../../bot/messages/waves/challenge-form.ts';
import { renderWaveGate } from '../../../bot/messages/waves/gate.ts';
import { renderWaveHold } from '../../../bot/messages/waves/hold.ts';
import { jun, mina, NIGHT, type Story, storyAt, storyOnHost } from '../failback-story.ts';
import { withHomeVm } from '../home-vm.ts';
import { memberOf } from './run-story.ts';

/** As many VMs as a run may have. */
const VMS = 20;
const KINDS = ['direction', 'complete', 'commit', 'reverse'] as const;

interface Said<T> {
  readonly what: string;
  readonly said: T;
}

/** The longest run there is, all VMs of one name, each told the same story. */
function runOf(name: string, story: () => Story, waves: 1 | 2 = 1): Run {
  const ids = Array.from({ length: VMS }, (_, at) => (at === 0 ? 'FB-TEST' : `FB-${1000 + at}`));
  const places = waves === 1 ? [ids] : [ids.slice(0, VMS / 2), ids.slice(VMS / 2)];
  const draw = (id: string, number: number) =>
    memberOf(story(), id, name, { run: 'RUN-TEST', number, waves: places });
  return {
    id: 'RUN-TEST',
    waves: places.map((wave, index) => wave.map((id) => draw(id, index + 1))),
  };
}

const gateOf = (name: string, kind: (typeof KINDS)[number]): WaveGate =>
  waveGates(runOf(name, () => storyOnHost(GATES[kind].awaits).askTogether(kind)))[0] as WaveGate;

/** Every other VM goes elsewhere, or all of them, by a full download that nobody advises. */
function unusual(name: string, way: 'fullDownload' | 'mixed'): WaveGate {
  const gate = gateOf(name, 'direction');
  const { open } = gate;
  const change = (one: Failback): Failback => ({
    ...withHomeVm(one, { isMarked: true }),
    synchronization: 'fullDownload',
    destination: { kind: 'alternateLocation', providerId: 'p-2', server: name },
    outlook: OUTLOOK,
    overrides: [
      { by: jun, reason: name, checks: [{ name: 'windows', vms: { names: [name], more: 0 } }] },
    ],
  });
  return {
    ...gate,
    open: open.map((one, at) => (way === 'mixed' && at % 2 === 1 ? one : change(one))),
  };
}

const ESTIMATE = { minutes: [300, 900], basis: { kind: 'documented' } } as const;
export const OUTLOOK: Outlook = {
  advice: { synchronization: 'beforeFailover', reasons: [{ kind: 'shortStay', days: 3 }] },
  beforeFailover: { data: ESTIMATE, downtime: ESTIMATE },
  fullDownload: { data: ESTIMATE, downtime: ESTIMATE },
};

const WINDOW = { days: DAYS, from: '22:00', to: '04:00', timeZone: 'Europe/Berlin' };

function scheduled(name: string, when: 'inWindow' | 'outside'): WaveGate {
  const gate = gateOf(name, 'complete');
  const change = (one: Failback): Failback => ({
    ...one,
    policy: { ...one.policy, windows: [WINDOW] },
    ...(when === 'outside' && { askedNow: { by: jun, reason: name, at: NIGHT } }),
  });
  return { ...gate, open: gate.open.map(change) };
}

/** The questions to waves of as many VMs as there may be. */
export function runAsks(name: string, directory: Directory): readonly Said<Message>[] {
  return [
    ...KINDS.map((kind) => ({
      what: `question ${kind} to a wave`,
      said: renderWaveGate(gateOf(name, kind), directory),
    })),
    ...(['fullDownload', 'mixed'] as const).map((way) => ({
      what: `question direction to a wave, ${way}, elsewhere and against the advice`,
      said: renderWaveGate(unusual(name, way), directory),
    })),
    ...(['inWindow', 'outside'] as const).map((when) => ({
      what: `question complete to a wave, ${when}`,
      said: renderWaveGate(scheduled(name, when), directory),
    })),
    ...holdsOf(name).map(({ what, run }) => ({
      what,
      said: renderWaveHold(waveHolds(run)[0] as ReturnType<typeof waveHolds>[number], directory),
    })),
  ];
}

/** Boards, closed questions and ends of runs. */
export function runViews(name: string, directory: Directory): readonly Said<Message>[] {
  const moment = { now: NIGHT + 7_200_000, readAt: NIGHT };
  const boards = (['checking', 'synchronizing', 'completing', 'reversing'] as const).map(
    (stage) => ({
      what: `board of a run in ${stage}`,
      said: renderRunBoard(
        runOf(name, () => storyAt(stage), 2),
        directory,
        moment,
      ),
    }),
  );
  const marked = runOf(name, () => storyAt('synchronizing'), 2);
  const runs = [
    { what: 'each on a hold of its own', run: runOf(name, stopped, 2) },
    { what: 'not begun', run: runOf(name, () => storyAt('checking'), 2) },
    { what: 'ended', run: runOf(name, cancelled) },
    { what: 'asked', run: runOf(name, () => storyAt('awaitingCommit').askTogether('commit')) },
  ];
  const [first] = waveGates(
    runOf(name, () => storyAt('awaitingCommit').askTogether('commit').approve(jun)),
  );
  return [
    ...boards,
    ...runs.map(({ what, run }) => ({
      what: `board of a run, ${what}`,
      said: renderRunBoard(run, directory, moment),
    })),
    ...runs.map(({ what, run }) => ({
      what: `handover of a run, ${what}`,
      said: renderRunHandover(run, directory, moment),
    })),
    {
      what: 'board of a run, all of it marked',
      said: renderRunBoard({ ...marked, waves: marked.waves.map(allMarked) }, directory, moment),
    },
    { what: 'closed question to a wave', said: renderWaveGate(first as WaveGate, directory) },
    { what: 'end of a run', said: renderRunEnd(runOf(name, cancelled)) },
  ];
}

export function runForms(name: string): readonly Said<Form>[] {
  return (['direction', 'commit'] as const).map((kind) => ({
    what: `form of ${kind} for a wave`,
    said: waveChallengeForm(gateOf(name, kind), {
      command: 'approve',
      failback: 'RUN-TEST',
      number: 1,
    }),
  }));
}

const stopped = () =>
  storyAt('awaitingCommit').tell({
    ...held('askedFor', evidenceOf({ reason: 'its owner wants to look' }), [
      askAgain('awaitingCommit'),
    ]),
    by: mina,
  });

const cancelled = () => storyAt('awaitingDirection').tell({ type: 'cancelled', by: mina });

const allMarked = (wave: readonly Failback[]) =>
  wave.map((one) => withHomeVm(one, { isMarked: true }));

function holdsOf(name: string): readonly { readonly what: string; readonly run: Run }[] {
  const missing = runOf(name, cancelled).waves.flat().slice(1);
  const after = (reason: HoldReason) => () =>
    storyAt('awaitingCommit')
      .askTogether('commit')
      .tell(
        { type: 'gateExpired', number: 3 },
        held(reason, evidenceOf({ question: 'commit' }), [askAgain('awaitingCommit')]),
      );
  return [
    {
      what: 'hold of a wave that cannot begin',
      run: runOf(name, () => storyAt('checking').tell(waveBroken(missing))),
    },
    { what: 'hold of a wave after its question', run: runOf(name, after('gateExpired')) },
  ];
}
