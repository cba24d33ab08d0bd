import { InputError } from '../failback/errors.ts';
import { phrase } from '../failback/words.ts';
import { synchronizationField } from './ask-synchronization.ts';
import type { Reply, Request } from './command.ts';
import type { Desk } from './desk.ts';
import { channelsFor, keyOfChannel } from './find-channel.ts';
import { destinationField } from './find-destination.ts';
import { keyOfPlan, listPlans, vmsAway } from './find-plan.ts';
import { keyOf, listItems } from './find-target.ts';
import type { Field } from './message.ts';
import { say } from './say.ts';

/** A form's list holds at most this many choices. */
const MAX_OPTIONS = 100;

/** Asks which VM is meant, and in which channel where that is not clear. Throws `InputError` when there is no VM. */
export async function startForm(request: Request, desk: Desk): Promise<Reply> {
  const plans = (await listPlans(desk)).filter((found) => vmsAway(found).length > 0);
  const inAzure = (await listItems(desk)).filter(({ item }) => item.activeLocation === 'azure');
  if (inAzure.length === 0)
    throw new InputError(
      'vm-none',
      phrase('No protected VM runs in Azure: there is nothing to bring home.'),
    );
  const options = [
    ...plans.map((found) => ({
      value: keyOfPlan(found),
      label: phrase('Recovery plan {plan} ({count} VMs)', {
        plan: found.plan.name,
        count: found.target.items.length,
      }),
    })),
    ...inAzure.map((found) => ({
      value: keyOf(found),
      label: `${found.item.name} (${found.item.fabricName})`,
    })),
  ].slice(0, MAX_OPTIONS);
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
        { kind: 'choice', name: 'vm', label: phrase('VM or recovery plan to bring home'), options },
        await destinationField(desk),
        ...channelFields(request, desk),
        synchronizationField,
      ],
      submit: phrase('Check and ask'),
    },
    otherwise: say(phrase('Say which VM: /failback start web-01. /failback list shows them.')),
  };
}

function channelFields(request: Request, desk: Desk): readonly Field[] {
  const open = channelsFor(request, desk).slice(0, MAX_OPTIONS);
  if (open.length < 2) return [];
  const options = open.map((channel) => ({ value: keyOfChannel(channel), label: channel.name }));
  return [{ kind: 'choice', name: 'channel', label: phrase('Channel for its board'), options }];
}
