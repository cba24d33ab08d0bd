import { DEFAULT_HTTP, type SlackSection } from '../sections/slack-settings.ts';
import { type Secrets, takeSecret } from './secrets.ts';

interface SlackBasics {
  readonly teams: readonly string[];
  readonly apiUrl: string;
  readonly botToken: string;
}

/** The Slack section as the adapter gets it: with its secrets, by how Slack reaches the bot. */
export type SlackConfig =
  | (SlackBasics & { readonly mode: 'socket'; readonly appToken: string })
  | (SlackBasics & {
      readonly mode: 'http';
      readonly signingSecret: string;
      readonly http: { readonly host: string; readonly port: number; readonly path: string };
    });

export function slackConfigOf(settings: SlackSection, secrets: Secrets): SlackConfig {
  const { teams, apiUrl } = settings;
  const basics = { teams, apiUrl, botToken: takeSecret(secrets, 'slackBotToken') };
  if (settings.mode === 'socket') {
    return { ...basics, mode: 'socket', appToken: takeSecret(secrets, 'slackAppToken') };
  }
  return {
    ...basics,
    mode: 'http',
    signingSecret: takeSecret(secrets, 'slackSigningSecret'),
    http: settings.http ?? DEFAULT_HTTP,
  };
}
