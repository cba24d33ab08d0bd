import type { Line } from '../../chat/message/message.ts';
import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { Synchronization } from '../../failback/ports/site-recovery.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { isEnd, type Stage } from '../../failback/state/stages.ts';

interface BoardStep {
  readonly label: Phrase;
  /** The stages in which the step is under way. */
  readonly stages: readonly Stage[];
}

const BEFORE: readonly BoardStep[] = [
  { label: phrase('Check'), stages: ['checking', 'adopting', 'awaitingSwitch', 'creatingSwitch'] },
  { label: phrase('Direction'), stages: ['awaitingDirection'] },
];

/** How the data comes home: a full download waits for nobody. */
const ON_THE_WAY: Readonly<Record<Synchronization, readonly BoardStep[]>> = {
  beforeFailover: [
    {
      label: phrase('Planned failover and synchronization'),
      stages: ['starting', 'synchronizing'],
    },
    { label: phrase('Complete failover'), stages: ['awaitingCompletion', 'completing'] },
  ],
  fullDownload: [
    { label: phrase('Planned failover with full download'), stages: ['starting', 'transferring'] },
  ],
};

const AT_HOME: readonly BoardStep[] = [
  { label: phrase('Verify on-premises'), stages: ['verifying'] },
  { label: phrase('Commit'), stages: ['awaitingCommit', 'committing'] },
  { label: phrase('Reverse replicate'), stages: ['awaitingReverse', 'reversing'] },
];

const stepsOf = ({ synchronization }: Failback) => [
  ...BEFORE,
  ...ON_THE_WAY[synchronization],
  ...AT_HOME,
];

/** The steps of the way home, each with where it stands in words: the marks alone say nothing. */
export function stepLines(failback: Failback): readonly Line[] {
  const current = placeOf(failback);
  return stepsOf(failback).map((step, place) => {
    const { label } = step;
    if (place < current || failback.stage === 'protected')
      return ['[x] ', phrase('{step}, done', { step: label })];
    if (place > current) return ['[ ] ', phrase('{step}, not yet', { step: label })];
    return isEnd(failback.stage)
      ? ['[!] ', phrase('{step}, ended here', { step: label })]
      : ['[>] ', nowLine(step, failback)];
  });
}

/** The step that is under way; of an ended failback the last one that it came to. */
function placeOf(failback: Failback): number {
  const { entered } = failback;
  const stage = shownStage(failback);
  const steps = stepsOf(failback);
  return isEnd(stage)
    ? steps.findLastIndex(({ stages }) => stages.some((one) => entered[one] !== undefined))
    : steps.findIndex(({ stages }) => stages.includes(stage));
}

/** A job is cancelled and restarted, and a plan waits at an action of its own, in the step in which it was. */
function shownStage({ stage, cancelling, restartingFrom, interrupted }: Failback): Stage {
  if (interrupted !== undefined) return interrupted;
  if (stage === 'cancelling') return cancelling?.from ?? stage;
  return stage === 'restarting' ? (restartingFrom ?? stage) : stage;
}

function nowLine({ label, stages }: BoardStep, { entered }: Failback): Phrase {
  const step = { bold: label };
  const at = stages.map((stage) => entered[stage]).find((time) => time !== undefined);
  return at === undefined
    ? phrase('{step}, now', { step })
    : phrase('{step}, now since {time}', { step, time: { time: at } });
}
