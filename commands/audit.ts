import type { Command } from '../bot/chat/command.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { compose, note, paragraph } from '../bot/chat/message/say.ts';

export const audit: Command = {
  name: 'audit',
  usage: '',
  summary: phrase('Verify the whole audit trail and show its head.'),
  role: 'viewer',
  acts: false,

  async run(_request, desk) {
    const { intact, text, head } = await desk.verifyLedger();
    return compose(
      paragraph(
        {
          bold: intact
            ? phrase('The audit trail is intact.')
            : phrase('The audit trail is NOT intact.'),
        },
        ' ',
        text,
      ),
      head &&
        paragraph(phrase('Head: {head}', { head: { verbatim: `${head.sequence}:${head.hash}` } })),
      note(
        intact
          ? phrase(
              'Keep the head outside: failback audit verify --head finds what is later cut off.',
            )
          : phrase(
              'Tell the administrator now. Do not restart the bot before the file has been copied.',
            ),
      ),
    );
  },
};
