import type { Command } from '../bot/chat/command.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { compose, note, paragraph } from '../bot/chat/message/say.ts';

export const whoami: Command = {
  name: 'whoami',
  usage: '',
  summary: phrase('Who the bot thinks you are, and what you may do.'),
  role: 'anybody',
  acts: false,

  async run({ actor, person }) {
    const identity = `${actor.platform}: ${actor.userId}`;
    if (person === undefined) {
      return compose(
        paragraph(
          phrase(
            'Failback does not know you. You can do nothing here until the administrator adds you under "people" in failback.yaml:',
          ),
        ),
        {
          kind: 'code',
          text: `  - id: your-name\n    name: Your Name\n    roles: [viewer]\n    ${identity}`,
        },
      );
    }
    return compose(
      paragraph(
        phrase('You are {name}, with the roles: {roles}.', {
          name: { bold: person.name },
          roles: { list: person.roles },
        }),
      ),
      note(phrase('{identity}, channel {channel}', { identity, channel: actor.channel })),
    );
  },
};
