import type { Command, Reply, Request } from '../bot/chat/command.ts';
import type { Desk } from '../bot/chat/desk.ts';
import { type FoundItem, findItem, listItems, targetOf } from '../bot/chat/find-target.ts';
import { readinessMessage } from '../bot/chat/readiness-message.ts';
import { say } from '../bot/chat/say.ts';
import { ConflictError, InputError } from '../bot/failback/errors.ts';
import type { Failback } from '../bot/failback/failback.ts';

/** A form's list holds at most this many choices. */
const MAX_OPTIONS = 100;

export const start: Command = {
  name: 'start',
  usage: '<vm>',
  summary: 'Bring a VM home: checks it, then asks an approver for the direction.',
  role: 'operator',
  acts: true,

  async run(request, desk) {
    const name = request.values['vm'] ?? request.words.join(' ');
    if (name === '') return askWhich(desk);
    return begin(await findItem(name, desk), request, desk);
  },
};

async function askWhich(desk: Desk): Promise<Reply> {
  const inAzure = (await listItems(desk)).filter(({ item }) => item.activeLocation === 'azure');
  if (inAzure.length === 0)
    throw new InputError(
      'vm-none',
      'No protected VM runs in Azure: there is nothing to bring home.',
    );
  const options = inAzure
    .slice(0, MAX_OPTIONS)
    .map(({ item }) => ({ value: item.id, label: `${item.name} (${item.fabricName})` }));
  return {
    form: {
      command: 'start',
      title: 'Start a failback',
      intro: [
        {
          kind: 'paragraph',
          line: [
            'To the original location, with the data synchronized before failover. Nothing is changed before an approver has confirmed the direction.',
          ],
        },
      ],
      fields: [{ kind: 'choice', name: 'vm', label: 'VM to bring home', options }],
      submit: 'Check and ask',
    },
    otherwise: say('Say which VM: /failback start web-01. /failback list shows them.'),
  };
}

async function begin(found: FoundItem, { actor }: Request, desk: Desk): Promise<Reply> {
  const id = desk.newFailbackId();
  const target = targetOf(found);
  try {
    await desk.failbacks.begin(
      id,
      {
        type: 'requested',
        by: actor,
        target,
        destination: { kind: 'originalLocation' },
        synchronization: 'beforeFailover',
        channels: desk.channels.find(actor.platform, actor.channel) ?? [actor],
        policy: desk.policy,
      },
      desk.clock.now(),
    );
  } catch (error) {
    throw error instanceof ConflictError && error.code === 'targetBusy'
      ? alreadyOpen(target.name, error)
      : error;
  }
  await desk.settle(id);
  return answer(await desk.failbacks.get(id), id);
}

function alreadyOpen(vm: string, error: ConflictError): ConflictError {
  const { failbackId } = error;
  return new ConflictError(
    'targetBusy',
    `${vm} already has an open failback, ${failbackId ?? ''}. See /failback status ${failbackId ?? ''}`,
    {
      cause: error,
    },
  );
}

function answer(failback: Failback | undefined, id: string): Reply {
  if (failback?.stage === 'notReady')
    return readinessMessage(failback.target.name, failback.checks);
  if (failback === undefined || failback.stage === 'checking') {
    return say(
      { bold: id },
      ' is open, but Azure could not be read yet. The bot keeps trying; /failback status shows it.',
    );
  }
  return say(
    { bold: id },
    ` is open for ${failback.target.name}. Its board is in this channel; an approver other than you decides the direction.`,
  );
}
