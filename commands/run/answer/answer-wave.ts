import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import type { Message } from '../../../bot/chat/message/message.ts';
import type { Answered } from '../../../bot/failback/runs/answer-wave.ts';
import { membersOf, type Run } from '../../../bot/failback/state/run.ts';
import { type DecisionOutcome, decideTogether } from '../../../bot/store/decide-together.ts';
import { outdatedMessage } from './wave-answer-message.ts';

/**
 * Stores an answer for every VM of a question to a wave, or, when the question does not stand any more as the person saw it,
 * for none; then the attempt is recorded, and `otherwise` says so.
 */
export async function answerWave(
  run: Run,
  act: string,
  { actor }: CommandRequest,
  desk: CommandContext,
  answer: (newest: Run) => readonly Answered[],
): Promise<{ readonly outcomes: readonly DecisionOutcome[] } | { readonly otherwise: Message }> {
  const at = desk.clock.now();
  const attempt = `${act} ${run.id}`;
  const outcomes = await decideTogether(desk.failbacks, { by: actor, attempt, at }, async () =>
    answer((await desk.failbacks.run(run.id)) ?? run),
  );
  if (outcomes.length > 0) return { outcomes };
  return { otherwise: await recordOutdated(run, attempt, { actor }, desk) };
}

/** Answers somebody whose question is not open any more, and records that they tried. */
export async function recordOutdated(
  run: Run,
  attempt: string,
  { actor }: Pick<CommandRequest, 'actor'>,
  desk: CommandContext,
): Promise<Message> {
  const [first] = membersOf(run);
  if (first !== undefined) {
    const refused = { type: 'attemptRefused', by: actor, attempt, why: 'outdated' } as const;
    await desk.failbacks.record(first.id, [refused], desk.clock.now());
  }
  return outdatedMessage((await desk.failbacks.run(run.id)) ?? run, desk.directory);
}
