import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { SlackPlatform } from '../../adapters/slack/slack-platform.ts';
import type { SlackSettings } from '../../adapters/slack/slack-settings.ts';
import { Directory } from '../../bot/access/directory.ts';
import type { Invocation } from '../../bot/chat/chat-platform.ts';
import { Speakers } from '../../bot/chat/language/speakers.ts';
import type { SpokenMessage } from '../../bot/chat/message.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import {
  type SlackSimulator,
  type SlackSimulatorOptions,
  startSlackSimulator,
} from '../../simulators/slack/slack-simulator.ts';
import { waitUntil } from '../../simulators/slack/wait-until.ts';
import type { SimulatedUser } from '../../simulators/slack/workspace.ts';

export const SLACK_USERS: readonly SimulatedUser[] = [
  { id: 'U0MINA', name: 'Mina Example', kind: 'member' },
  { id: 'U0JUN', name: 'Jun Sample', kind: 'member' },
  { id: 'U0GUEST', name: 'Ada Placeholder', kind: 'guest' },
  { id: 'U0SINGLE', name: 'Bo Placeholder', kind: 'singleChannelGuest' },
  { id: 'U0ROBOT', name: 'Robot Sample', kind: 'bot' },
  { id: 'U0GONE', name: 'Gone Example', kind: 'deleted' },
  { id: 'U0STRANGER', name: 'Sam Elsewhere', kind: 'stranger' },
];

const SLACK_PEOPLE = new Directory([
  { id: 'mina', name: 'Mina Example', roles: ['operator'], identities: { slack: 'U0MINA' } },
  { id: 'jun', name: 'Jun Sample', roles: ['approver'], identities: { slack: 'U0JUN' } },
  { id: 'ada', name: 'Ada Placeholder', roles: ['viewer'], identities: {} },
]);

/** Real time, moved forward at will; sleeping takes real time. */
class MovableClock implements Clock {
  private offsetMs = 0;

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Jumps ahead. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await delay(ms, undefined, signal && { signal }).catch(() => undefined);
  }
}

/** A bot that does nothing but note what it is told, on a simulated workspace. */
export interface SlackRig {
  readonly slack: SlackSimulator;
  readonly platform: SlackPlatform;
  readonly clock: MovableClock;
  /** What the bot was told, in order. */
  readonly received: Invocation[];
  /** What the bot wrote to its log. */
  readonly logLines: string[];
  /** Resolves with what was received as soon as there are so many invocations. */
  invocations(count: number): Promise<readonly Invocation[]>;
  stop(): Promise<void>;
}

export interface RigOptions {
  readonly simulator?: Partial<SlackSimulatorOptions>;
  readonly settings?: Partial<SlackSettings>;
  /** What the bot does with an invocation, after noting it. */
  readonly receive?: (invocation: Invocation) => Promise<void>;
}

/** Starts both, wired to each other, in one of the two modes. */
export async function startSlackRig(
  mode: 'socket' | 'http',
  options: RigOptions = {},
): Promise<SlackRig> {
  const slack = await startSlackSimulator({
    users: SLACK_USERS,
    channels: [{ id: 'C0INC', name: 'incident' }],
    mode,
    ...options.simulator,
  });
  const { logLines, ...parts } = rigParts(slack, mode, options.settings);
  const platform = new SlackPlatform(parts.settings);
  const received: Invocation[] = [];
  const listeners = new Set<() => void>();
  await platform.start(async (invocation) => {
    received.push(invocation);
    for (const listener of [...listeners]) listener();
    await options.receive?.(invocation);
  });
  const { address } = platform.health();
  if (address !== undefined) slack.deliversTo(address);
  const onReceived = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const invocations = (count: number) =>
    waitUntil(() => received.length >= count && received, onReceived, 5_000);
  const stop = async () => {
    await platform.stop();
    await slack.stop();
  };
  return { slack, platform, clock: parts.clock, received, logLines, invocations, stop };
}

/** Settings that fit a simulated workspace, with a log that is kept. */
export function rigParts(
  slack: SlackSimulator,
  mode: 'socket' | 'http',
  overrides: Partial<SlackSettings> = {},
) {
  const clock = new MovableClock();
  const logLines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logLines.push(line) });
  const settings: SlackSettings = {
    mode,
    botToken: slack.botToken,
    appToken: slack.appToken,
    signingSecret: slack.signingSecret,
    teams: [slack.teamId],
    apiUrl: slack.apiUrl,
    http: { port: 0 },
    directory: SLACK_PEOPLE,
    speakers: new Speakers([]),
    log,
    clock,
    ...overrides,
  };
  return { clock, logLines, settings };
}

/** A message of one paragraph. */
export function says(text: string): SpokenMessage {
  return { parts: [{ kind: 'paragraph', line: [text] }] };
}

/** A question with two buttons. */
export function question(number = 1): SpokenMessage {
  const press = (command: string) => ({ command, failback: 'FB-7K3M', number });
  return {
    parts: [
      { kind: 'title', text: 'Bring web-01 home?' },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Approve', style: 'primary', press: press('approve') },
          { label: 'Decline', style: 'danger', press: press('decline') },
        ],
      },
    ],
  };
}
