import type { Line } from '../chat/message.ts';
import type { Failback } from '../failback/failback.ts';
import { isEnd, type Stage } from '../failback/stages.ts';

interface BoardStep {
  readonly label: string;
  /** The stages in which the step is under way. */
  readonly stages: readonly Stage[];
}

const STEPS: readonly BoardStep[] = [
  { label: 'Check', stages: ['checking'] },
  { label: 'Direction', stages: ['awaitingDirection'] },
  { label: 'Planned failover and synchronization', stages: ['starting', 'synchronizing'] },
  { label: 'Complete failover', stages: ['awaitingCompletion', 'completing'] },
  { label: 'Verify on-premises', stages: ['verifying'] },
  { label: 'Commit', stages: ['awaitingCommit', 'committing'] },
  { label: 'Reverse replicate', stages: ['awaitingReverse', 'reversing'] },
];

/** The steps of the way home, each with where it stands in words: the marks alone say nothing. */
export function stepLines(failback: Failback): readonly Line[] {
  const current = placeOf(failback);
  return STEPS.map((step, place) => {
    if (place < current || failback.stage === 'protected') return ['[x] ', step.label, ', done'];
    if (place > current) return ['[ ] ', step.label, ', not yet'];
    return isEnd(failback.stage)
      ? ['[!] ', step.label, ', ended here']
      : ['[>] ', { bold: step.label }, ', now', ...since(step, failback)];
  });
}

/** The step that is under way; of an ended failback the last one that it came to. */
function placeOf({ stage, entered }: Failback): number {
  return isEnd(stage)
    ? STEPS.findLastIndex(({ stages }) => stages.some((one) => entered[one] !== undefined))
    : STEPS.findIndex(({ stages }) => stages.includes(stage));
}

function since({ stages }: BoardStep, { entered }: Failback): Line {
  const at = stages.map((stage) => entered[stage]).find((time) => time !== undefined);
  return at === undefined ? [] : [' since ', { time: at }];
}
