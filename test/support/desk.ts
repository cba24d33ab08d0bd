import { Directory, type Person } from '../../bot/access/directory.ts';
import { type Channel, Channels } from '../../bot/chat/channels.ts';
import type { CommandContext, LedgerVerdict } from '../../bot/chat/command-context.ts';
import type { Language } from '../../bot/chat/language/languages.ts';
import type { Message } from '../../bot/chat/message/message.ts';
import { Speakers } from '../../bot/chat/speakers.ts';
import type { HypervHost } from '../../bot/failback/ports/hyperv-host.ts';
import type { SiteRecovery } from '../../bot/failback/ports/site-recovery.ts';
import type { ChannelRef, FailbackEvent } from '../../bot/failback/state/events.ts';
import type { Policy } from '../../bot/failback/state/policy.ts';
import { DICTIONARY } from '../../bot/messages/dictionary/dictionary.ts';
import { DownloadThreads } from '../../bot/runner/host/download-threads.ts';
import { Runner } from '../../bot/runner/runner.ts';
import { FailbackRepository } from '../../bot/store/failback-repository.ts';
import { MemoryLedger } from './fakes/memory-ledger.ts';
import { NO_HOSTS } from './fakes/no-hosts.ts';
import type { ScriptedHost } from './fakes/scripted-host.ts';
import { ScriptedVault } from './fakes/scripted-vault.ts';
import { ManualClock } from './manual-clock.ts';
import { silentLog } from './silent-log.ts';

const NOON = Date.UTC(2026, 10, 23, 12, 0);

/** All invented. Mina asks, Jun and Ada decide, Kim looks on. */
export const PEOPLE: readonly Person[] = [
  { id: 'mina', name: 'Mina Example', roles: ['operator'], identities: { slack: 'U0MINA' } },
  {
    id: 'jun',
    name: 'Jun Sample',
    roles: ['approver'],
    identities: { slack: 'U0JUN', teams: '29:jun' },
  },
  { id: 'ada', name: 'Ada Placeholder', roles: ['approver'], identities: { slack: 'U0ADA' } },
  { id: 'kim', name: 'Kim Newcomer', roles: ['viewer'], identities: { slack: 'U0KIM' } },
  {
    id: 'max',
    name: 'Max Example',
    roles: ['operator', 'approver'],
    identities: { slack: 'U0MAX' },
  },
];

export const CHANNEL = { platform: 'slack', channel: 'C0INC' } as const;
export const TEAMS_CHANNEL = { platform: 'teams', channel: '19:inc' } as const;
const OTHER_CHANNEL = { platform: 'slack', channel: 'C0TWO' } as const;

const CHANNELS = [
  { name: 'incident', places: [CHANNEL, TEAMS_CHANNEL] },
  { name: 'Night shift', places: [OTHER_CHANNEL] },
];

const MINUTE = 60_000;

export const POLICY: Policy = {
  approvals: { direction: 1, complete: 1, commit: 1, reverse: 1 },
  askBeforeReverse: false,
  questionMs: 30 * MINUTE,
  grantMs: 10 * MINUTE,
  settleMs: 2 * MINUTE,
};

export interface DeskOptions {
  /** What the bot speaks in the incident channel. Default English. */
  readonly language?: Language;
  readonly policy?: Partial<Policy>;
  readonly approvals?: Partial<Policy['approvals']>;
  readonly vaults?: readonly ScriptedVault[];
  /** The servers of the host connector; without them there is no connector. */
  readonly hosts?: readonly ScriptedHost[];
  readonly people?: readonly Person[];
  readonly channels?: readonly Omit<Channel, 'language'>[];
  readonly ids?: readonly string[];
  /** The ledger of an earlier desk: what is left of the bot after a restart. */
  readonly ledger?: MemoryLedger;
  readonly clock?: ManualClock;
}

/** A desk on a ledger in memory, scripted vaults and a clock that stands at noon. */
/** What was posted for everybody, once. */
interface Announced {
  readonly places: readonly ChannelRef[];
  readonly message: Message;
}

export interface TestDesk extends CommandContext {
  readonly announced: readonly Announced[];
  readonly ledger: MemoryLedger;
  readonly clock: ManualClock;
  readonly vault: ScriptedVault;
  /** What the audit says from now on. */
  setVerdict(verdict: LedgerVerdict): void;
  /** Writes events as if they had happened. */
  tell(id: string, ...events: readonly FailbackEvent[]): Promise<void>;
  /** The types of a stream's events, in order. */
  story(stream: string): Promise<readonly string[]>;
  /** The last event of a stream. */
  last(stream: string): Promise<FailbackEvent | undefined>;
}

export function makeDesk(options: DeskOptions = {}): TestDesk {
  const ledger = options.ledger ?? new MemoryLedger();
  const clock = options.clock ?? new ManualClock(NOON);
  const vaults = options.vaults ?? [new ScriptedVault()];
  const failbacks = new FailbackRepository(ledger);
  const hosts = options.hosts ?? [];
  const language = options.language ?? 'en';
  const channels = (options.channels ?? CHANNELS).map((channel) => ({ ...channel, language }));
  const runner = makeRunner({ ledger, failbacks, vaults, hosts, clock });
  const threads = new DownloadThreads({ ledger, failbacks, hosts, clock, log: silentLog() });
  const ids = [...(options.ids ?? [])];
  const announced: Announced[] = [];
  let verdict: LedgerVerdict = { intact: true, text: '' };
  const tell = async (id: string, ...events: readonly FailbackEvent[]) => {
    await ledger.append({ stream: id, expectedRevision: 'any', at: clock.now(), events });
  };
  const eventsOf = async (stream: string) => (await ledger.read(stream)).map(({ event }) => event);
  return {
    ledger,
    failbacks,
    vaults,
    hosts,
    setThreads: (host, count, by) => threads.set(host, count, by),
    clock,
    vault: vaults[0] ?? new ScriptedVault(),
    directory: new Directory(options.people ?? PEOPLE),
    channels: new Channels(channels),
    speakers: new Speakers(channels, DICTIONARY),
    announce: async (places, message) => {
      announced.push({ places, message });
    },
    announced,
    policyFor: () => policyOf(options),
    newFailbackId: () => ids.shift() ?? nextId(),
    settle: (id) => runner.tick(id),
    readAt: () => clock.now() - 20_000,
    verifyLedger: async () => verdict,
    setVerdict: (next) => {
      verdict = next;
    },
    tell,
    story: async (stream) => (await eventsOf(stream)).map(({ type }) => type),
    last: async (stream) => (await eventsOf(stream)).at(-1),
  };
}

function policyOf({ policy, approvals }: DeskOptions): Policy {
  return { ...POLICY, ...policy, approvals: { ...POLICY.approvals, ...approvals } };
}

let counter = 0;

function nextId(): string {
  counter += 1;
  return `FB-${String(counter).padStart(4, 'A')}`;
}

/** The real runner, without its pollers: it takes a step when the desk asks for it, and only then. */
function makeRunner(parts: {
  ledger: MemoryLedger;
  failbacks: FailbackRepository;
  vaults: readonly SiteRecovery[];
  hosts: readonly HypervHost[];
  clock: ManualClock;
}): Runner {
  let requests = 0;
  return new Runner({
    ...NO_HOSTS,
    ...parts,
    pace: { fastMs: 1_000, slowMs: 30_000 },
    newRequestId: () => {
      requests += 1;
      return `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`;
    },
    log: silentLog(),
  });
}
