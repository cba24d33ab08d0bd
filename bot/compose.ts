import type { Logger } from 'pino';
import { COMMANDS } from '../commands/index.ts';
import { describeProblem } from '../storage/chain/chain-problem.ts';
import { type LedgerFile, openLedgerFile } from '../storage/sqlite/ledger-file.ts';
import { SqliteConversationReferences } from '../storage/sqlite/sqlite-conversation-references.ts';
import { SqliteLedger } from '../storage/sqlite/sqlite-ledger.ts';
import { SqlitePublishedMessages } from '../storage/sqlite/sqlite-published-messages.ts';
import { verifyLedger } from '../storage/sqlite/verify/verify-ledger.ts';
import { Directory } from './access/directory.ts';
import { announcer } from './chat/announce.ts';
import { Channels } from './chat/channels.ts';
import type { ChatPlatform, Invocation } from './chat/chat-platform.ts';
import type { CommandContext, LedgerVerdict } from './chat/command-context.ts';
import { Dispatcher } from './chat/dispatcher.ts';
import { phrase } from './chat/message/phrase.ts';
import { Speakers } from './chat/speakers.ts';
import { ChatStart } from './chat-start.ts';
import { hostsOf, verificationOf } from './config/sections/hyperv-settings.ts';
import { channelsOf, peopleOf } from './config/sections/people-settings.ts';
import { policyOf, pollingOf } from './config/sections/policy-settings.ts';
import type { Config } from './config.ts';
import type { Clock } from './failback/ports/clock.ts';
import type { HypervHost } from './failback/ports/hyperv-host.ts';
import type { SiteRecovery } from './failback/ports/site-recovery.ts';
import { newFailbackId, newRequestId } from './ids.ts';
import { DICTIONARY } from './messages/dictionary/dictionary.ts';
import { Publisher } from './publisher/publisher.ts';
import { DownloadThreads } from './runner/host/download-threads.ts';
import { Runner } from './runner/runner.ts';
import { FailbackRepository } from './store/failback-repository.ts';
import { systemClock } from './system-clock.ts';

/** The running bot. */
export interface Bot {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Boards are drawn anew this often for their clocks, which count minutes. */
const BOARD_REFRESH_MS = 30_000;

/** Puts the parts together. What the settings do not name is not even loaded. */
export async function composeBot(
  config: Config,
  log: Logger,
  clock: Clock = systemClock,
): Promise<Bot> {
  const file = openLedgerFile(config.storage.path);
  const ledger = new SqliteLedger(file, log);
  const failbacks = new FailbackRepository(ledger);
  const directory = new Directory(peopleOf(config.people, config.teams?.tenants[0]));
  const speakers = new Speakers(channelsOf(config.channels), DICTIONARY);
  const [vaults, hosts, platforms] = await Promise.all([
    connectVaults(config, log),
    connectHosts(config, log, clock),
    connectPlatforms(config, { directory, speakers, log, clock, file }),
  ]);
  const pace = pollingOf(config.polling);
  const verification = verificationOf(config.hyperv);
  const { linkMbps } = config.azure;
  const link = linkMbps === undefined ? {} : { linkMbps };
  const runner = new Runner({
    ledger,
    failbacks,
    vaults,
    hosts,
    verification,
    clock,
    pace,
    newRequestId,
    ...link,
    log,
  });
  const threads = new DownloadThreads({ ledger, failbacks, hosts, clock, log });
  const readAt = (vault: string) => runner.readAt(vault);
  const publisher = new Publisher({
    ledger,
    failbacks,
    platforms,
    published: new SqlitePublishedMessages(file),
    directory,
    speakers,
    clock,
    log,
    refreshMs: BOARD_REFRESH_MS,
    readAt,
  });
  const desk: CommandContext = {
    ledger,
    failbacks,
    vaults,
    hosts,
    setThreads: (host, count, by) => threads.set(host, count, by),
    directory,
    channels: new Channels(channelsOf(config.channels)),
    speakers,
    announce: announcer(platforms, speakers),
    policyFor: (vault, { windows }) => policyOf(config.policies, config.polling, vault, windows),
    clock,
    newFailbackId,
    ...link,
    settle: (id) => runner.tick(id),
    readAt,
    verifyLedger: () => verdictOn(config.storage.path),
  };
  const dispatcher = new Dispatcher(COMMANDS, desk, log);
  const receive = (invocation: Invocation) => dispatcher.handle(invocation);
  const chatStart = new ChatStart({ receive, clock, log });
  return {
    /** What is open begins to be taken up first; nobody waits for it to be looked at. */
    async start() {
      await runner.start();
      await publisher.start();
      threads.start();
      await Promise.all(platforms.map((platform) => chatStart.start(platform)));
    },
    async stop() {
      await chatStart.giveUp();
      await Promise.all(platforms.map((platform) => platform.stop()));
      threads.stop();
      await runner.stop();
      await publisher.stop();
      await Promise.all(hosts.map((host) => host.close()));
      await ledger.close();
    },
  };
}

async function connectVaults({ azure }: Config, log: Logger): Promise<readonly SiteRecovery[]> {
  const { openVaults } = await import('../adapters/azure/open-vaults.ts');
  return openVaults(azure, log);
}

async function connectHosts(
  { hyperv, environment }: Config,
  log: Logger,
  clock: Clock,
): Promise<readonly HypervHost[]> {
  if (hyperv === undefined) return [];
  const { openHosts } = await import('../adapters/hyperv/open-hosts.ts');
  return openHosts(hostsOf(hyperv, environment), log, clock);
}

async function connectPlatforms(
  { slack, teams }: Config,
  { file, ...shared }: Shared,
): Promise<readonly ChatPlatform[]> {
  return Promise.all([
    ...(slack === undefined ? [] : [connectSlack(slack, shared)]),
    ...(teams === undefined ? [] : [connectTeams(teams, { file, ...shared })]),
  ]);
}

/** What the chat platforms share with the rest of the bot. */
interface Shared {
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly log: Logger;
  readonly clock: Clock;
  readonly file: LedgerFile;
}

async function connectSlack(
  slack: NonNullable<Config['slack']>,
  shared: Omit<Shared, 'file'>,
): Promise<ChatPlatform> {
  const { SlackPlatform } = await import('../adapters/slack/slack-platform.ts');
  return new SlackPlatform({ ...slack, ...shared });
}

async function connectTeams(
  teams: NonNullable<Config['teams']>,
  { file, ...shared }: Shared,
): Promise<ChatPlatform> {
  const { TeamsPlatform } = await import('../adapters/teams/teams-platform.ts');
  const references = new SqliteConversationReferences(file);
  return new TeamsPlatform({ ...teams, ...shared, references });
}

async function verdictOn(path: string): Promise<LedgerVerdict> {
  const verification = await verifyLedger(path);
  if (!verification.intact) return { intact: false, text: describeProblem(verification.problem) };
  const { entries, head } = verification;
  return {
    intact: true,
    text: phrase('{count, plural, one {# event.} other {# events.}}', { count: entries }),
    ...(head && { head }),
  };
}
