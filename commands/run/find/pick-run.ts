import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { shorten } from '../../../bot/chat/message/shorten.ts';
import type { Run } from '../../../bot/failback/state/run.ts';
import { isRunId } from '../../../bot/failback/state/wave-place.ts';
import { LOOKS_LIKE_ID, LOOKS_LIKE_RUN, openIn } from '../../find/pick-failback.ts';

/** A run that a command is about, and the words that are left. */
export interface PickedRun {
  readonly run: Run;
  readonly rest: readonly string[];
  /** Whether the person named it, or pressed a button of it. */
  readonly isNamed: boolean;
}

/**
 * The run that a person means: the pressed one, the one whose id comes first, or the one to which all that is open in the
 * channel belongs; then all words are left. Undefined when a single failback is meant. Throws `InputError` for a run that
 * there is not.
 */
export async function pickRun(
  request: CommandRequest,
  desk: CommandContext,
): Promise<PickedRun | undefined> {
  const { press, words } = request;
  const [first = '', ...rest] = words;
  if (press) {
    return isRunId(press.failback)
      ? { run: await byId(press.failback, desk), rest: words, isNamed: true }
      : undefined;
  }
  if (LOOKS_LIKE_RUN.test(first))
    return { run: await byId(first.toUpperCase(), desk), rest, isNamed: true };
  if (LOOKS_LIKE_ID.test(first)) return undefined;
  const run = await onlyRunIn(request, desk);
  return run && { run, rest: words, isNamed: false };
}

/** The run that a person wants to see: as `pickRun`, but whatever is typed besides an id is the name of a VM. */
export async function pickRunToShow(
  request: CommandRequest,
  desk: CommandContext,
): Promise<Run | undefined> {
  const [first = ''] = request.words;
  const isVm = first !== '' && !LOOKS_LIKE_RUN.test(first);
  return isVm ? undefined : (await pickRun(request, desk))?.run;
}

async function onlyRunIn(request: CommandRequest, desk: CommandContext): Promise<Run | undefined> {
  const open = await openIn(request, desk);
  const [only, ...others] = new Set(open.map(({ wave }) => wave?.run));
  return open.length > 1 && only !== undefined && others.length === 0
    ? desk.failbacks.run(only)
    : undefined;
}

async function byId(id: string, { failbacks }: CommandContext): Promise<Run> {
  const run = await failbacks.run(id);
  if (run !== undefined) return run;
  throw new InputError(
    'run-unknown',
    phrase('There is no run {id}. Nothing was done. /failback status shows what is open.', {
      id: shorten(id, 20),
    }),
  );
}
