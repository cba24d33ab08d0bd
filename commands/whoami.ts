import type { Command } from '../bot/chat/command.ts';
import { compose, note, paragraph } from '../bot/chat/say.ts';

export const whoami: Command = {
  name: 'whoami',
  usage: '',
  summary: 'Who the bot thinks you are, and what you may do.',
  role: 'anybody',
  acts: false,

  async run({ actor, person }) {
    const identity = `${actor.platform}: ${actor.userId}`;
    if (person === undefined) {
      return compose(
        paragraph(
          'Failback does not know you. You can do nothing here until the administrator adds you under "people" in failback.yaml:',
        ),
        {
          kind: 'code',
          text: `  - id: your-name\n    name: Your Name\n    roles: [viewer]\n    ${identity}`,
        },
      );
    }
    return compose(
      paragraph('You are ', { bold: person.name }, `, with the roles: ${person.roles.join(', ')}.`),
      note(`${identity}, channel ${actor.channel}`),
    );
  },
};
