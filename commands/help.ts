import type { Command } from '../bot/chat/command.ts';
import type { Line } from '../bot/chat/message.ts';
import { compose, list, note, title } from '../bot/chat/say.ts';
import { hasRole } from '../bot/failback/roles.ts';

/** The help of all other commands; it shows what the person may use. */
export function helpOf(commands: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    usage: '',
    summary: 'What you can ask for.',
    role: 'anybody',
    acts: false,

    async run({ person }) {
      const roles = person?.roles ?? [];
      const usable = [...commands, help].filter(
        ({ role }) => role === 'anybody' || hasRole(roles, role),
      );
      return compose(
        title('Failback brings Hyper-V VMs home from Azure'),
        list(
          usable.map(
            ({ name, usage, summary }): Line => [
              { code: `/failback ${name} ${usage}`.trim() },
              `  ${summary}`,
            ],
          ),
        ),
        note(
          'Answers are for you alone. What happens to a failback is shown on its board in the channel.',
        ),
      );
    },
  };
  return help;
}
