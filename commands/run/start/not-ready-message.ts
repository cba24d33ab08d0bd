import type { Line, Message } from '../../../bot/chat/message/message.ts';
import { phrase, type Words } from '../../../bot/chat/message/phrase.ts';
import { bulletList, compose, paragraph, title } from '../../../bot/chat/message/say.ts';
import { shownName } from '../../../bot/chat/message/shorten.ts';
import { typedRun } from '../../../bot/messages/words/typed-run.ts';
import type { CheckedVm } from './check-waves.ts';
import { typedVm } from './requested-vms.ts';

/** What Azure says of one finding is shown in this many characters. */
const MAX_FINDING = 300;

/** Why a run was not started, VM by VM, and how to start what can be started. */
export function notReadyMessage(waves: readonly (readonly CheckedVm[])[]): Message {
  const vms = waves.flat();
  const blocked = vms.filter(({ obstacles }) => obstacles.length > 0);
  const others = vms.length - blocked.length;
  return compose(
    title(
      phrase('Nothing was started: {blocked} of {vms} VMs cannot come home now', {
        blocked: blocked.length,
        vms: vms.length,
      }),
    ),
    bulletList(blocked.flatMap(linesOf)),
    others === 0
      ? undefined
      : paragraph(phrase('To start the others: {command}', { command: commandFor(waves) })),
  );
}

const linesOf = ({ wish, obstacles }: CheckedVm): readonly Line[] =>
  obstacles.map((obstacle) => [
    '[no] ',
    { bold: shownName(wish.found.item.name) },
    ' ',
    shortened(obstacle),
  ]);

const shortened = (words: Words): Words => ({ shortened: words, max: MAX_FINDING });

/** What is typed for those that are ready, in the same order, as they were asked for. */
function commandFor(waves: readonly (readonly CheckedVm[])[]): { readonly verbatim: string } {
  const ready = waves
    .map((wave) => wave.filter(({ obstacles }) => obstacles.length === 0))
    .filter((wave) => wave.length > 0);
  return typedRun(ready.map((wave) => wave.map(({ wish }) => typedVm(wish))));
}
