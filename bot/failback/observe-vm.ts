import type { FailbackEvent, VmObservation } from './events.ts';
import type { Failback } from './failback.ts';
import { CANCELS, goOnAnyway, held, lookAgain } from './holds.ts';
import { withdraw } from './observe.ts';
import type { HostAnswer, VmSight } from './ports/hyperv-host.ts';
import type { Stage } from './stages.ts';
import { stateWords } from './state-words.ts';
import { phrase } from './words.ts';

/** While data travels to the on-premises disks, the VM on them must stay off. */
export const WATCHED: readonly Stage[] = ['synchronizing', 'awaitingCompletion', 'transferring'];

/** Whether the on-premises VM has to be watched now. */
export const isVmWatched = ({ stage, hold, host }: Failback): boolean =>
  host !== undefined && hold === undefined && WATCHED.includes(stage);

/** What was seen of the on-premises VM while data travels: an alarm and a hold when somebody touched it. */
export function observeVm(
  failback: Failback,
  answer: HostAnswer<VmSight>,
): readonly FailbackEvent[] {
  if (!isVmWatched(failback)) return [];
  const vm = vmObservation(answer);
  const observed: readonly FailbackEvent[] =
    JSON.stringify(vm) === JSON.stringify(failback.onPremises) ? [] : [{ type: 'vmObserved', vm }];
  const stop = alarmOf(failback, answer);
  return stop === undefined
    ? observed
    : [...observed, ...withdraw(failback, phrase('the on-premises VM was touched')), stop];
}

function alarmOf(failback: Failback, answer: HostAnswer<VmSight>): FailbackEvent | undefined {
  if (answer.outcome !== 'ok') return undefined;
  const { state, checkpoints } = answer.value;
  const evidence = {
    'On-premises VM': phrase(
      '{state}, {checkpoints, plural, =0 {no checkpoints} one {# checkpoint} other {# checkpoints}}',
      { state: stateWords(state), checkpoints },
    ),
    Server: failback.host?.name ?? '',
  };
  // At the end of a full download Azure starts it: whether it was Azure, its job tells (`observe-transfer.ts`).
  if (state !== 'Off' && failback.stage !== 'transferring')
    return held('vmStarted', evidence, [...CANCELS, goOnAnyway(failback.stage)]);
  return checkpoints > 0
    ? held('checkpointTaken', evidence, [lookAgain(failback.stage)])
    : undefined;
}

/** What is kept of a look at the on-premises VM. */
export function vmObservation(answer: HostAnswer<VmSight>): VmObservation {
  if (answer.outcome !== 'ok') return { outcome: answer.outcome };
  const { state, checkpoints } = answer.value;
  return { outcome: 'ok', state, checkpoints };
}
