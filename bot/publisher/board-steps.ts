import type { Line } from '../chat/message.ts';
import type { Failback } from '../failback/failback.ts';
import type { Synchronization } from '../failback/ports/site-recovery.ts';
import { isEnd, type Stage } from '../failback/stages.ts';

interface BoardStep {
  readonly label: string;
  /** The stages in which the step is under way. */
  readonly stages: readonly Stage[];
}

const BEFORE: readonly BoardStep[] = [
  { label: 'Check', stages: ['checking', 'adopting', 'awaitingSwitch', 'creatingSwitch'] },
  { label: 'Direction', stages: ['awaitingDirection'] },
];

/** How the data comes home: a full download waits for nobody. */
const ON_THE_WAY: Readonly<Record<Synchronization, readonly BoardStep[]>> = {
  beforeFailover: [
    { label: 'Planned failover and synchronization', stages: ['starting', 'synchronizing'] },
    { label: 'Complete failover', stages: ['awaitingCompletion', 'completing'] },
  ],
  fullDownload: [
    { label: 'Planned failover with full download', stages: ['starting', 'transferring'] },
  ],
};

const AT_HOME: readonly BoardStep[] = [
  { label: 'Verify on-premises', stages: ['verifying'] },
  { label: 'Commit', stages: ['awaitingCommit', 'committing'] },
  { label: 'Reverse replicate', stages: ['awaitingReverse', 'reversing'] },
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
    if (place < current || failback.stage === 'protected') return ['[x] ', step.label, ', done'];
    if (place > current) return ['[ ] ', step.label, ', not yet'];
    return isEnd(failback.stage)
      ? ['[!] ', step.label, ', ended here']
      : ['[>] ', { bold: step.label }, ', now', ...since(step, failback)];
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

/** A job is cancelled, and a plan waits at an action of its own, in the step in which it was. */
function shownStage({ stage, cancelling, interrupted }: Failback): Stage {
  if (interrupted !== undefined) return interrupted;
  return stage === 'cancelling' && cancelling ? cancelling.from : stage;
}

function since({ stages }: BoardStep, { entered }: Failback): Line {
  const at = stages.map((stage) => entered[stage]).find((time) => time !== undefined);
  return at === undefined ? [] : [' since ', { time: at }];
}
