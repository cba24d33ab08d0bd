import { SlackPlatform } from '../../adapters/slack/slack-platform.ts';
import type { SlackSettings } from '../../adapters/slack/slack-settings.ts';
import type { Invocation } from '../../bot/chat/chat-platform.ts';
import {
  type SlackSimulator,
  type SlackSimulatorOptions,
  startSlackSimulator,
} from '../../simulators/slack/slack-simulator.ts';
import type { SimulatedUser } from '../../simulators/slack/workspace.ts';
import { chatParts } from './chat-parts.ts';
import { noteInvocations } from './fakes/noted-invocations.ts';
import type { MovableClock } from './movable-clock.ts';

export const SLACK_USERS: readonly SimulatedUser[] = [
  { id: 'U0MINA', name: 'Mina Example', kind: 'member' },
  { id: 'U0JUN', name: 'Jun Sample', kind: 'member' },
  { id: 'U0GUEST', name: 'Ada Placeholder', kind: 'guest' },
  { id: 'U0SINGLE', name: 'Bo Placeholder', kind: 'singleChannelGuest' },
  { id: 'U0ROBOT', name: 'Robot Sample', kind: 'bot' },
  { id: 'U0GONE', name: 'Gone Example', kind: 'deleted' },
  { id: 'U0STRANGER', name: 'Sam Elsewhere', kind: 'stranger' },
];

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
  const { received, receive, invocations } = noteInvocations(options.receive);
  await platform.start(receive);
  const { address } = platform.health();
  if (address !== undefined) slack.deliversTo(address);
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
  const identities = { mina: 'U0MINA', jun: 'U0JUN' };
  const { settings: shared, ...parts } = chatParts((person) => ({ slack: identities[person] }));
  const settings: SlackSettings = {
    mode,
    botToken: slack.botToken,
    appToken: slack.appToken,
    signingSecret: slack.signingSecret,
    teams: [slack.teamId],
    apiUrl: slack.apiUrl,
    ...shared,
    ...overrides,
  };
  return { ...parts, settings };
}
