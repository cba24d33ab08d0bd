import type { Command } from '../bot/chat/command.ts';
import type { CommandContext } from '../bot/chat/command-context.ts';
import type { Line, Part } from '../bot/chat/message/message.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { bulletList, compose, note, title } from '../bot/chat/message/say.ts';
import { shorten } from '../bot/chat/message/shorten.ts';
import { hasRole } from '../bot/failback/state/roles.ts';

/** The help of all other commands; it shows what the person may use. */
export function helpOf(commands: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    usage: '',
    summary: phrase('What you can ask for.'),
    role: 'anybody',
    acts: false,

    async run({ person, speaker }, desk) {
      const roles = person?.roles ?? [];
      const usable = [...commands, help].filter(
        ({ role }) => role === 'anybody' || hasRole(roles, role),
      );
      return compose(
        title(phrase('Failback brings Hyper-V VMs home from Azure')),
        bulletList(
          usable.map(
            ({ name, usage, summary }): Line => [
              { verbatim: `/failback ${name} ${speaker.text(usage)}`.trim() },
              '  ',
              summary,
            ],
          ),
        ),
        note(
          phrase(
            'Answers are for you alone. What happens to a failback is shown on its board in the channel.',
          ),
        ),
        person && elsewhere(desk),
      );
    },
  };
  return help;
}

/** What is different outside of the channels of the settings. */
function elsewhere({ channels }: CommandContext): Part {
  const [first, ...others] = channels.all;
  if (first === undefined || others.length === 0)
    return note(
      phrase(
        'In your own chat with Failback everything works as in the channel, but name a failback by its id. In other channels and chats you can look.',
      ),
    );
  return note(
    phrase(
      'In your own chat with Failback everything works as in the channel, but name a failback by its id. To start one there, say in which channel: start web-01 in {channel}. In other channels and chats you can look.',
      { channel: shorten(first.name, 60) },
    ),
  );
}
