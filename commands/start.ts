import type { Command, Reply, Request } from '../bot/chat/command.ts';
import type { Desk } from '../bot/chat/desk.ts';
import { mustNotBeStarted } from '../bot/chat/do-not-start.ts';
import {
  type FoundItem,
  findChosen,
  findItem,
  keyOf,
  listItems,
  targetOf,
} from '../bot/chat/find-target.ts';
import { readinessMessage } from '../bot/chat/readiness-message.ts';
import { say } from '../bot/chat/say.ts';
import { shownName } from '../bot/chat/shorten.ts';
import { ConflictError, InputError } from '../bot/failback/errors.ts';
import type { EventOf, Target } from '../bot/failback/events.ts';
import type { Failback } from '../bot/failback/failback.ts';

/** A form's list holds at most this many choices. */
const MAX_OPTIONS = 100;

/** Ids are short, to be read out: now and then a new one is taken already. */
const MAX_ID_ATTEMPTS = 5;

export const start: Command = {
  name: 'start',
  usage: '<vm>',
  summary: 'Bring a VM home: checks it, then asks an approver for the direction.',
  role: 'operator',
  acts: true,

  async run(request, desk) {
    const chosen = request.values['vm'];
    if (chosen !== undefined) return begin(await findChosen(chosen, desk), request, desk);
    const name = request.words.join(' ');
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
  const options = inAzure.slice(0, MAX_OPTIONS).map((found) => ({
    value: keyOf(found),
    label: `${found.item.name} (${found.item.fabricName})`,
  }));
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

async function begin(found: FoundItem, request: Request, desk: Desk): Promise<Reply> {
  const target = targetOf(found);
  try {
    const id = await store(target, request, desk);
    await desk.settle(id);
    return answer(await desk.failbacks.get(id), id);
  } catch (error) {
    throw error instanceof ConflictError && error.code === 'targetBusy'
      ? alreadyOpen(target.name, error)
      : error;
  }
}

/** Writes the request down under an id that is not taken yet. */
async function store(target: Target, { actor }: Request, desk: Desk): Promise<string> {
  const requested: EventOf<'requested'> = {
    type: 'requested',
    by: actor,
    target,
    destination: { kind: 'originalLocation' },
    synchronization: 'beforeFailover',
    channels: desk.channels.find(actor.platform, actor.channel) ?? [],
    policy: desk.policy,
    ...((await mustNotBeStarted(target, desk)) && { doNotStart: true }),
  };
  for (let attempt = 1; ; attempt += 1) {
    const id = desk.newFailbackId();
    try {
      await desk.failbacks.begin(id, requested, desk.clock.now());
      return id;
    } catch (error) {
      const isTaken = error instanceof ConflictError && error.code === 'revision';
      if (!isTaken || attempt === MAX_ID_ATTEMPTS) throw error;
    }
  }
}

function alreadyOpen(vm: string, error: ConflictError): ConflictError {
  const { failbackId = '' } = error;
  return new ConflictError(
    'targetBusy',
    `${shownName(vm)} already has an open failback, ${failbackId}. Nothing was done. See /failback status ${failbackId}`,
    { cause: error, ...(failbackId !== '' && { failbackId }) },
  );
}

function answer(failback: Failback | undefined, id: string): Reply {
  if (failback?.stage === 'notReady')
    return readinessMessage(failback.target.name, failback.checks);
  if (failback === undefined || failback.stage === 'checking') {
    return say(
      { bold: id },
      ' is open, but Azure could not be read yet. Nothing was changed. The bot keeps trying; /failback status shows it.',
    );
  }
  const vm = shownName(failback.target.name);
  return failback.hold === undefined
    ? say(
        { bold: id },
        ` is open for ${vm}. Its board is in this channel. An approver other than you decides the direction next.`,
      )
    : say({ bold: id }, ` is open for ${vm}, but on hold. Its message in this channel says why.`);
}
