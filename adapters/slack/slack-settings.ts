import type { Logger } from 'pino';
import type { Directory } from '../../bot/access/directory.ts';
import type { EndpointAddress } from '../../bot/chat/endpoint/chat-endpoint.ts';
import type { Speakers } from '../../bot/chat/speakers.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';

/** What the Slack adapter is made of: its section of the settings, and the parts that it shares with the bot. */
export interface SlackSettings {
  /** `socket`: the bot calls Slack and needs no address. `http`: Slack calls the bot. */
  readonly mode: 'socket' | 'http';
  /** `xoxb-…` */
  readonly botToken: string;
  /** `xapp-…`; for `socket`. */
  readonly appToken?: string;
  /** For `http`. */
  readonly signingSecret?: string;
  /** Ids of the workspaces whose members may use the bot. */
  readonly teams: readonly string[];
  /** Base URL of the Web API, for GovSlack and rehearsals. */
  readonly apiUrl?: string;
  /** For `http`. */
  readonly http?: EndpointAddress;
  /** The slash command as typed; `/failback` unless set. */
  readonly command?: string;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly log: Logger;
  readonly clock: Clock;
}

/** https://docs.slack.dev/apis/web-api */
export const SLACK_API_URL = 'https://slack.com/api/';

/** Whatever brings Slack's payloads to the bot. */
export interface SlackListener {
  /** Resolves when payloads can arrive. */
  start(): Promise<void>;
  /** Resolves when no more payloads arrive. */
  stop(): Promise<void>;
  health(): SlackHealth;
}

/** For a health answer. */
export interface SlackHealth {
  readonly state: 'stopped' | 'connecting' | 'ready' | 'reconnecting';
  /** When the state began, in milliseconds. */
  readonly since: number;
  /** Where it listens; in `http` mode. */
  readonly address?: string;
  /** What went wrong last. */
  readonly problem?: string;
}
