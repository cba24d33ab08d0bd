import type { Command } from '../bot/chat/command.ts';
import type { CommandContext } from '../bot/chat/command-context.ts';
import type { Line, Message, Part } from '../bot/chat/message/message.ts';
import { phrase, type Words } from '../bot/chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, say, title } from '../bot/chat/message/say.ts';
import { shorten, shortWords } from '../bot/chat/message/shorten.ts';
import { UpstreamError } from '../bot/failback/ports/errors.ts';
import type { HostAnswer, HostSnapshot, HypervHost } from '../bot/failback/ports/hyperv-host.ts';
import type { RecoveryProvider } from '../bot/failback/ports/site-recovery.ts';
import { gb } from '../bot/failback/words/state-words.ts';
import { namedState } from '../bot/failback/words/statement.ts';
import { markedPart } from '../bot/messages/words/do-not-start.ts';
import { duration } from '../bot/messages/words/duration.ts';
import { hostAnswerWords } from './ask/host-answer-words.ts';

/** Few enough for one message. */
const MAX_HOSTS = 10;

/** A server may have many volumes and services. */
const MAX_WORDS = 200;

export const hosts: Command = {
  name: 'hosts',
  usage: '',
  summary: phrase(
    'The on-premises servers: what they say of themselves, and what Azure says of them.',
  ),
  role: 'viewer',
  acts: false,

  async run(_request, desk) {
    const inAzure = await readAzure(desk);
    const { parts } = await (desk.hosts.length === 0
      ? withoutConnector(inAzure, desk)
      : withConnector(inAzure, desk));
    return compose(...parts, ...markedPart(await desk.failbacks.listMarked()));
  },
};

/** What Azure lists, or why it could not be read: then the servers are worth looking at all the more. */
type InAzure = readonly RecoveryProvider[] | UpstreamError;

async function readAzure({ vaults }: CommandContext): Promise<InAzure> {
  try {
    return (await Promise.all(vaults.map((vault) => vault.listProviders()))).flat();
  } catch (error) {
    if (error instanceof UpstreamError) return error;
    throw error;
  }
}

async function withConnector(inAzure: InAzure, desk: CommandContext): Promise<Message> {
  const shown = desk.hosts.slice(0, MAX_HOSTS);
  const parts = await Promise.all(
    shown.map(async (host) => hostParts(host, await host.probe(), azureLine(host, inAzure, desk))),
  );
  const left = desk.hosts.length - shown.length;
  return compose(
    title(phrase('On-premises servers')),
    ...parts.flat(),
    left > 0 ? note(phrase('{count} more are not shown.', { count: left })) : undefined,
  );
}

function withoutConnector(inAzure: InAzure, desk: CommandContext): Message {
  if (inAzure instanceof UpstreamError) throw inAzure;
  if (inAzure.length === 0)
    return say(phrase('Azure lists no on-premises server, and no host connector is configured.'));
  const shown = inAzure.slice(0, MAX_HOSTS);
  const left = inAzure.length - shown.length;
  return compose(
    title(phrase('On-premises servers, as Azure sees them')),
    bulletList(
      shown.map(
        (provider): Line => [
          { bold: shorten(provider.name, MAX_WORDS) },
          ': ',
          azureWords(provider, desk),
        ],
      ),
    ),
    left > 0 ? note(phrase('{count} more are not shown.', { count: left })) : undefined,
    note(phrase('The servers themselves were not checked: no host connector is configured.')),
  );
}

const hostParts = (
  host: HypervHost,
  answer: HostAnswer<HostSnapshot>,
  azure: Words,
): readonly Part[] => [
  paragraph({ bold: host.name }),
  bulletList([...seenLines(answer), [phrase('Azure: {words}', { words: azure })]]),
];

function seenLines(answer: HostAnswer<HostSnapshot>): readonly Line[] {
  if (answer.outcome !== 'ok') return [hostAnswerWords(answer)];
  const { value, readAt } = answer;
  const { providerVersion, agentVersion } = value;
  return [
    [
      phrase('Reached: {windows}, {role}. Read {at}', {
        windows: shorten(value.windows, MAX_WORDS),
        role: roleWords(value),
        at: { time: readAt },
      }),
    ],
    [phrase('Services: {services}.', { services: serviceWords(value) })],
    [outboundWords(value)],
    [
      phrase('Versions: provider {provider}, agent {agent}.', {
        provider: providerVersion ?? phrase('not found'),
        agent: agentVersion ?? phrase('not found'),
      }),
    ],
    [phrase('Free space: {volumes}.', { volumes: volumeWords(value) })],
  ];
}

function roleWords({ kind, isHypervInstalled }: HostSnapshot): Words {
  if (kind === 'vmm') return phrase('a VMM server');
  return isHypervInstalled ? phrase('a Hyper-V host') : phrase('the Hyper-V role is NOT installed');
}

/** A service that does not belong there and is not there is not worth a word. */
function serviceWords({ services }: HostSnapshot): Words {
  const told = services.filter(({ isExpected, state }) => isExpected || state !== 'missing');
  if (told.length === 0) return phrase('none found');
  const list = told.map(({ name, state }) => STATES[state](name));
  return shortWords(phrase('{all}', { all: { list, between: ', ' } }), MAX_WORDS);
}

const STATES: Readonly<Record<HostSnapshot['services'][number]['state'], (name: string) => Words>> =
  {
    running: (name) => phrase('{name} running', { name }),
    stopped: (name) => phrase('{name} stopped', { name }),
    missing: (name) => phrase('{name} NOT installed', { name }),
    other: (name) => phrase('{name} neither running nor stopped', { name }),
  };

function volumeWords({ volumes }: HostSnapshot): Words {
  if (volumes.length === 0) return phrase('the server does not say');
  const list = volumes.map(({ path, freeMb }) =>
    phrase('{path} {free}', { path, free: gb(freeMb) }),
  );
  return shortWords(phrase('{all}', { all: { list, between: ', ' } }), MAX_WORDS);
}

function outboundWords({ outbound }: HostSnapshot): Words {
  if (outbound.length === 0) return phrase('Way out on port 443: not checked.');
  const closed = outbound.filter(({ isOpen }) => !isOpen).map(({ host }) => host);
  return closed.length === 0
    ? phrase('Way out on port 443: open.')
    : phrase('Way out on port 443: CLOSED to {servers}.', {
        servers: shortWords(phrase('{all}', { all: { list: closed } }), MAX_WORDS),
      });
}

function azureLine({ azureNames }: HypervHost, inAzure: InAzure, desk: CommandContext): Words {
  if (inAzure instanceof UpstreamError) return inAzure.userMessage;
  const provider = inAzure.find(({ name }) => azureNames.includes(name.toLowerCase()));
  return provider === undefined
    ? phrase(
        'no server of this name is registered. The administrator can set the name that Azure uses in failback.yaml.',
      )
    : azureWords(provider, desk);
}

function azureWords(
  { connectionStatus, lastHeartbeatAt, versionState }: RecoveryProvider,
  { clock }: CommandContext,
): Words {
  const known = {
    connection: shortWords(namedState(connectionStatus), MAX_WORDS),
    version:
      versionState === '' ? phrase('not judged') : shortWords(namedState(versionState), MAX_WORDS),
  };
  return lastHeartbeatAt === undefined
    ? phrase('{connection}, no heartbeat is known, version: {version}.', known)
    : phrase('{connection}, last heartbeat {time} ago, version: {version}.', {
        ...known,
        time: duration(clock.now() - lastHeartbeatAt),
      });
}
