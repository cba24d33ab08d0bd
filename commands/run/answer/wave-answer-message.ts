import type { Directory } from '../../../bot/access/directory.ts';
import type { Line, Message } from '../../../bot/chat/message/message.ts';
import { phrase, type Words } from '../../../bot/chat/message/phrase.ts';
import { bulletList, compose, note, paragraph } from '../../../bot/chat/message/say.ts';
import { waveGates } from '../../../bot/failback/runs/wave-question.ts';
import type { RefusalCode } from '../../../bot/failback/state/decided.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import type { Run } from '../../../bot/failback/state/run.ts';
import { runHeadline } from '../../../bot/messages/board/run-board.ts';
import { decisionLine, reasonWords } from '../../../bot/messages/words/refusal.ts';
import { listedName } from '../../../bot/messages/words/run-words.ts';
import type { DecisionOutcome } from '../../../bot/store/decide-together.ts';

/** What became of one answer to a wave: `done` for those whom it reached, and why it did not reach the others. */
export function waveAnswerMessage(
  run: string,
  outcomes: readonly DecisionOutcome[],
  done: (reached: readonly Failback[]) => Words,
): Message {
  const reached = outcomes.filter(({ refused }) => refused === undefined);
  const [first] = outcomes;
  const [one, ...others] = new Set(outcomes.map(({ refused }) => refused));
  // All for the same reason: said once.
  if (first !== undefined && one !== undefined && others.length === 0)
    return compose(paragraph({ bold: run }, ': ', whyNot(one, first.failback)));
  return compose(
    paragraph({ bold: run }, ': ', done(reached.map(({ failback }) => failback))),
    bulletList(
      outcomes.flatMap(({ failback, refused }): readonly Line[] =>
        refused === undefined
          ? []
          : [[{ bold: listedName(failback) }, ': ', whyNot(refused, failback)]],
      ),
    ),
  );
}

function whyNot(code: RefusalCode, failback: Failback): Words {
  return code === 'wrongAnswer' && failback.gate?.kind === 'commit'
    ? phrase(
        'what you typed is not the id of the run and the number of VMs. Nothing was done; the attempt is recorded. Read the question again before you approve.',
      )
    : reasonWords(code, failback);
}

/** The question is not open as the person saw it: what the state is, and who decided. */
export function outdatedMessage(run: Run, directory: Directory): Message {
  const decisions = waveGates(run).flatMap(({ wave, over }) =>
    over
      .slice(0, 1)
      .map(
        ({ how }): Line => [phrase('Wave {wave}.', { wave }), ' ', ...decisionLine(how, directory)],
      ),
  );
  return compose(
    paragraph(
      { bold: run.id },
      ': ',
      phrase(
        'no such question is open as you saw it, so nothing was done. Use the newest message in the channel.',
      ),
    ),
    bulletList(decisions.slice(-4)),
    note(runHeadline(run)),
  );
}
