import type { Activity } from './wire.ts';

/** What became of one delivery of an activity. */
export interface Delivery {
  readonly activity: Activity;
  /** Whether the bot took it, in time. */
  readonly isAcknowledged: boolean;
  /**
   * `late`: no answer in time. `unreachable`: there was nobody to tell, or Teams is down. `refused`: an answer that is
   * no yes. `unheard`: Teams does not pass it on, because the bot is not mentioned or not installed.
   */
  readonly outcome: 'acknowledged' | 'late' | 'unreachable' | 'refused' | 'unheard';
  readonly latencyMs: number;
  /** HTTP status. */
  readonly status?: number;
  /** What the bot answered with, parsed where it is JSON. */
  readonly answer?: unknown;
}

/** What the simulator allows an invoke: a person is waiting. Microsoft names no number for it. */
export const INVOKE_MS = 3_000;

/** What the service allows everything else: https://learn.microsoft.com/azure/bot-service/bot-service-troubleshoot-general-problems */
export const TURN_MS = 15_000;
