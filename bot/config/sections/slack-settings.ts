import { z } from 'zod';
import { httpsOrLoopbackAddress, patterned, words } from './fields.ts';

const http = z
  .strictObject({
    host: words()
      .default('127.0.0.1')
      .describe('Address to listen on. Put a proxy with TLS in front; Slack has to reach that.'),
    port: z.int().min(1).max(65_535).default(3000).describe('Port to listen on.'),
    path: patterned(/^\/\S*$/, 'a path that begins with /')
      .default('/slack/events')
      .describe('Path of the Request URL in the Slack app.'),
  })
  .describe('The listener. Read with mode: http alone.');

export const slackSettings = z
  .strictObject({
    mode: z
      .enum(['socket', 'http'])
      .default('socket')
      .describe(
        'socket: the bot connects to Slack, nothing has to reach the bot (FAILBACK_SLACK_APP_TOKEN). http: Slack calls the bot (FAILBACK_SLACK_SIGNING_SECRET).',
      ),
    teams: z
      .array(patterned(/^T[A-Z0-9]{2,}$/, 'a Slack workspace id such as T0EXAMPLE00'))
      .min(1)
      .describe('The workspaces whose members may use the bot. People of any other are strangers.'),
    apiUrl: httpsOrLoopbackAddress()
      .default('https://slack.com/api/')
      .describe('The Slack Web API.'),
    http: http.exactOptional(),
  })
  .refine(({ mode, http: listener }) => mode === 'http' || listener === undefined, {
    path: ['http'],
    error: 'is only read with mode: http. Set the mode, or take this out',
  })
  .describe(
    'The Slack app. Its tokens are in the environment: FAILBACK_SLACK_BOT_TOKEN and one by mode.',
  );

export type SlackSection = z.output<typeof slackSettings>;

/** Where the bot listens when the settings leave it open. */
export const DEFAULT_HTTP = http.parse({});
