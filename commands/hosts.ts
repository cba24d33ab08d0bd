import type { Command } from '../bot/chat/command.ts';
import type { Desk } from '../bot/chat/desk.ts';
import { duration } from '../bot/chat/duration.ts';
import { hostAnswerWords } from '../bot/chat/host-answer-words.ts';
import type { Line, Message, Part } from '../bot/chat/message.ts';
import { compose, list, note, paragraph, say, title } from '../bot/chat/say.ts';
import { shorten } from '../bot/chat/shorten.ts';
import { UpstreamError } from '../bot/failback/errors.ts';
import type { HostAnswer, HostSight, HypervHost } from '../bot/failback/ports/hyperv-host.ts';
import type { RecoveryProvider } from '../bot/failback/ports/site-recovery.ts';
import type { Words } from '../bot/failback/words.ts';

/** Few enough for one message. */
const MAX_HOSTS = 10;

/** A server may have many volumes and services. */
const MAX_WORDS = 200;

export const hosts: Command = {
  name: 'hosts',
  usage: '',
  summary: 'The on-premises servers: what they say of themselves, and what Azure says of them.',
  role: 'viewer',
  acts: false,

  async run(_request, desk) {
    const inAzure = await readAzure(desk);
    return desk.hosts.length === 0 ? withoutConnector(inAzure, desk) : withConnector(inAzure, desk);
  },
};

/** What Azure lists, or why it could not be read: then the servers are worth looking at all the more. */
type InAzure = readonly RecoveryProvider[] | UpstreamError;

async function readAzure({ vaults }: Desk): Promise<InAzure> {
  try {
    return (await Promise.all(vaults.map((vault) => vault.listProviders()))).flat();
  } catch (error) {
    if (error instanceof UpstreamError) return error;
    throw error;
  }
}

async function withConnector(inAzure: InAzure, desk: Desk): Promise<Message> {
  const shown = desk.hosts.slice(0, MAX_HOSTS);
  const parts = await Promise.all(
    shown.map(async (host) => hostParts(host, await host.probe(), azureLine(host, inAzure, desk))),
  );
  const left = desk.hosts.length - shown.length;
  return compose(
    title('On-premises servers'),
    ...parts.flat(),
    left > 0 ? note(`${left} more are not shown.`) : undefined,
  );
}

function withoutConnector(inAzure: InAzure, desk: Desk): Message {
  if (inAzure instanceof UpstreamError) throw inAzure;
  if (inAzure.length === 0)
    return say('Azure lists no on-premises server, and no host connector is configured.');
  const shown = inAzure.slice(0, MAX_HOSTS);
  const left = inAzure.length - shown.length;
  return compose(
    title('On-premises servers, as Azure sees them'),
    list(
      shown.map(
        (provider): Line => [
          { bold: shorten(provider.name, MAX_WORDS) },
          `: ${azureWords(provider, desk)}`,
        ],
      ),
    ),
    left > 0 ? note(`${left} more are not shown.`) : undefined,
    note('The servers themselves were not checked: no host connector is configured.'),
  );
}

const hostParts = (
  host: HypervHost,
  answer: HostAnswer<HostSight>,
  azure: Words,
): readonly Part[] => [
  paragraph({ bold: host.name }),
  list([...seenLines(answer), ['Azure: ', azure]]),
];

function seenLines(answer: HostAnswer<HostSight>): readonly Line[] {
  if (answer.outcome !== 'ok') return [hostAnswerWords(answer)];
  const { value, readAt } = answer;
  const { providerVersion, agentVersion } = value;
  return [
    [`Reached: ${shorten(value.windows, MAX_WORDS)}, ${roleWords(value)}. Read `, { time: readAt }],
    [`Services: ${serviceWords(value)}.`],
    [outboundWords(value)],
    [`Versions: provider ${providerVersion ?? 'not found'}, agent ${agentVersion ?? 'not found'}.`],
    [`Free space: ${volumeWords(value)}.`],
  ];
}

function roleWords({ kind, isHypervInstalled }: HostSight): string {
  if (kind === 'vmm') return 'a VMM server';
  return isHypervInstalled ? 'a Hyper-V host' : 'the Hyper-V role is NOT installed';
}

/** A service that does not belong there and is not there is not worth a word. */
function serviceWords({ services }: HostSight): string {
  const told = services.filter(({ isExpected, state }) => isExpected || state !== 'missing');
  const words = told.map(({ name, state }) => `${name} ${STATES[state]}`).join(', ');
  return shorten(words || 'none found', MAX_WORDS);
}

const STATES = {
  running: 'running',
  stopped: 'stopped',
  missing: 'NOT installed',
  other: 'neither running nor stopped',
} as const;

const volumeWords = ({ volumes }: HostSight): string =>
  shorten(
    volumes.map(({ path, freeMb }) => `${path} ${Math.round(freeMb / 1024)} GB`).join(', ') ||
      'the server does not say',
    MAX_WORDS,
  );

function outboundWords({ outbound }: HostSight): string {
  if (outbound.length === 0) return 'Way out on port 443: not checked.';
  const closed = outbound.filter(({ isOpen }) => !isOpen).map(({ host }) => host);
  return closed.length === 0
    ? 'Way out on port 443: open.'
    : `Way out on port 443: CLOSED to ${shorten(closed.join(', '), MAX_WORDS)}.`;
}

function azureLine({ azureNames }: HypervHost, inAzure: InAzure, desk: Desk): Words {
  if (inAzure instanceof UpstreamError) return inAzure.userMessage;
  const provider = inAzure.find(({ name }) => azureNames.includes(name.toLowerCase()));
  return provider === undefined
    ? 'no server of this name is registered. The administrator can set the name that Azure uses in failback.yaml.'
    : azureWords(provider, desk);
}

function azureWords(
  { connectionStatus, lastHeartbeatAt, versionState }: RecoveryProvider,
  { clock }: Desk,
): string {
  const heard =
    lastHeartbeatAt === undefined
      ? 'no heartbeat is known'
      : `last heartbeat ${duration(clock.now() - lastHeartbeatAt)} ago`;
  const version = shorten(versionState || 'not judged', MAX_WORDS);
  return `${shorten(connectionStatus, MAX_WORDS)}, ${heard}, version: ${version}.`;
}
