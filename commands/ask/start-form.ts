import type { CommandRequest, Reply } from '../../bot/chat/command.ts';
import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import type { Field } from '../../bot/chat/message/message.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { say } from '../../bot/chat/message/say.ts';
import { channelsFor, keyOfChannel } from '../find/find-channel.ts';
import { destinationField } from '../find/find-destination.ts';
import { type FoundPlan, keyOfPlan, listPlans, vmsAway } from '../find/find-plan.ts';
import { type FoundItem, keyOf, listItems } from '../find/find-target.ts';
import { synchronizationField } from './ask-synchronization.ts';

/** A form's list holds at most this many choices. */
const MAX_OPTIONS = 100;

/** Both lists of VMs have to fit into one card. Where there are more, waves are typed. */
const MAX_IN_TWO_LISTS = 40;

/**
 * Asks which VMs are meant, which of them wait for the others, and in which channel where that is not clear. Throws
 * `InputError` when there is no VM.
 */
export async function startForm(request: CommandRequest, desk: CommandContext): Promise<Reply> {
  const plans = (await listPlans(desk)).filter((found) => vmsAway(found).length > 0);
  const inAzure = (await listItems(desk)).filter(({ item }) => item.activeLocation === 'azure');
  if (inAzure.length === 0)
    throw new InputError(
      'vm-none',
      phrase('No protected VM runs in Azure: there is nothing to bring home.'),
    );
  return {
    form: {
      command: 'start',
      title: phrase('Start a failback'),
      intro: [
        {
          kind: 'paragraph',
          line: [
            phrase(
              'To the original location if nothing else is chosen. Nothing is changed before an approver has confirmed the direction.',
            ),
          ],
        },
      ],
      fields: [
        {
          kind: 'choice',
          name: 'vm',
          label: phrase('VMs, or one recovery plan, to bring home'),
          options: [...plans.map(optionOfPlan), ...inAzure.map(optionOfVm)].slice(0, MAX_OPTIONS),
          several: { chosen: [] },
        },
        ...laterFields(inAzure),
        await destinationField(desk),
        ...channelFields(request, desk),
        synchronizationField,
      ],
      submit: phrase('Check and ask'),
    },
    otherwise: say(phrase('Say which VM: /failback start web-01. /failback list shows them.')),
  };
}

const optionOfPlan = (found: FoundPlan) => ({
  value: keyOfPlan(found),
  label: phrase('Recovery plan {plan} ({count} VMs)', {
    plan: found.plan.name,
    count: found.target.items.length,
  }),
});

const optionOfVm = (found: FoundItem) => ({
  value: keyOf(found),
  label: `${found.item.name} (${found.item.fabricName})`,
});

/** A second wave, where there may be one. */
function laterFields(inAzure: readonly FoundItem[]): readonly Field[] {
  if (inAzure.length < 2 || inAzure.length > MAX_IN_TWO_LISTS) return [];
  return [
    {
      kind: 'choice',
      name: 'later',
      label: phrase('VMs that wait until those are home'),
      options: inAzure.map(optionOfVm),
      optional: true,
      several: { chosen: [] },
    },
  ];
}

function channelFields(request: CommandRequest, desk: CommandContext): readonly Field[] {
  const open = channelsFor(request, desk).slice(0, MAX_OPTIONS);
  if (open.length < 2) return [];
  const options = open.map((channel) => ({ value: keyOfChannel(channel), label: channel.name }));
  return [{ kind: 'choice', name: 'channel', label: phrase('Channel for its board'), options }];
}
