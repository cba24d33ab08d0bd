import type { Reply } from '../../chat/command.ts';
import { InputError } from '../../chat/input-error.ts';
import type { Press } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { compose, paragraph, say } from '../../chat/message/say.ts';
import type { GateKind } from '../../failback/state/gates.ts';
import { GATE_NAMES } from '../words/gate-names.ts';

/** What is to be asked now: of a failback, or of a wave. */
interface Meant {
  readonly id: string;
  readonly vms: Words;
  readonly gate: GateKind | undefined;
  /** How it is typed. */
  readonly how: Words;
  readonly press: Press | undefined;
}

/** Asks why a question shall not wait for its maintenance window. Throws `InputError` where no form can be shown. */
export function askWhyNow({ id, vms, gate, how, press }: Meant): Reply {
  if (press === undefined) throw new InputError('reason-missing', how);
  return {
    form: {
      command: 'ask-now',
      title: phrase('Ask now, {id}', { id }),
      intro: compose(
        paragraph({ bold: vms }),
        gate &&
          paragraph(
            phrase(
              'The question about {question} is asked now, outside of the maintenance window. It still has to be approved.',
              { question: GATE_NAMES[gate] },
            ),
          ),
      ).parts,
      fields: [
        { kind: 'text', name: 'reason', label: phrase('Why? Everybody in the channel reads it.') },
      ],
      submit: phrase('Ask now'),
      press,
    },
    otherwise: say(how),
  };
}
