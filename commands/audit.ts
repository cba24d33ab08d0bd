import type { Command } from '../bot/chat/command.ts';
import { compose, note, paragraph } from '../bot/chat/say.ts';

export const audit: Command = {
  name: 'audit',
  usage: '',
  summary: 'Verify the whole audit trail and show its head.',
  role: 'viewer',
  acts: false,

  async run(_request, desk) {
    const { intact, text, head } = await desk.verifyLedger();
    return compose(
      paragraph(
        { bold: intact ? 'The audit trail is intact.' : 'The audit trail is NOT intact.' },
        ` ${text}`,
      ),
      head === undefined
        ? undefined
        : paragraph('Head: ', { code: `${head.sequence}:${head.hash}` }),
      note(
        intact
          ? 'Keep the head outside: failback audit verify --head finds what is later cut off.'
          : 'Tell the administrator now. Do not restart the bot before the file has been copied.',
      ),
    );
  },
};
