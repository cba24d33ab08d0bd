import type { Form, Press } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { compose, paragraph } from '../../chat/message/say.ts';

/** Asks why a question is declined. `id` names the failback or the run; `question` is absent when none is open any more. */
export function declineForm(id: string, question: Words | undefined, press: Press): Form {
  return {
    command: 'decline',
    title: phrase('Decline, {id}', { id }),
    intro: compose(question === undefined ? undefined : paragraph({ bold: question })).parts,
    fields: [
      { kind: 'text', name: 'reason', label: phrase('Why? Everybody in the channel reads it.') },
    ],
    submit: phrase('Decline'),
    press,
  };
}
