import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type { DrawnMessage } from './blocks/slack-blocks.ts';
import type { SlackAct } from './inbound/slack-events.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const RESPONSE_URL_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;
const RESPONSE_URL_TIMEOUT_MS = 5_000;

interface ReplyParts {
  readonly web: WebClient;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
}

type Way = readonly [name: string, send: (message: DrawnMessage) => Promise<unknown>];

/** How to answer the person who acted, and nobody else: the next way is tried when one fails. Never throws. */
export function privateReply(act: SlackAct, receivedAt: number, parts: ReplyParts) {
  const { clock, log } = parts;
  const { responseUrl } = act;
  let usesLeft = RESPONSE_URL_USES;
  const mayRespond = () =>
    responseUrl !== undefined &&
    usesLeft > 0 &&
    clock.now() - receivedAt < RESPONSE_URL_MS &&
    isSlackUrl(responseUrl, parts.apiUrl);
  const respond: Way = [
    'response_url',
    (message) => {
      usesLeft -= 1;
      return postToUrl(responseUrl ?? '', message);
    },
  ];

  return async (message: DrawnMessage): Promise<void> => {
    const ways = [...(mayRespond() ? [respond] : []), ...webWays(act, parts.web)];
    for (const [name, send] of ways) {
      try {
        await send(message);
        return;
      } catch (error) {
        log.warn({ err: error, way: name, deliveryId: act.deliveryId }, 'private answer failed');
      }
    }
    log.error({ deliveryId: act.deliveryId, user: act.userId }, 'private answer is lost');
  };
}

function webWays({ channel, userId: user }: SlackAct, web: WebClient): Way[] {
  const direct: Way = [
    'direct message',
    async (message) => {
      const opened = await web.conversations.open({ users: user });
      await web.chat.postMessage({ channel: opened.channel?.id ?? user, ...message, ...asIs });
    },
  ];
  if (channel === '') return [direct];
  const ephemeral: Way = [
    'chat.postEphemeral',
    (message) => web.chat.postEphemeral({ channel, user, ...message, ...asIs }),
  ];
  return [ephemeral, direct];
}

/** Nothing that looks like a name, a channel or a link becomes one, and nothing is fetched from elsewhere. */
export const asIs = {
  parse: 'none',
  link_names: false,
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
} as const;

async function postToUrl(url: string, message: DrawnMessage): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
    redirect: 'error',
    signal: AbortSignal.timeout(RESPONSE_URL_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the response URL answered with status ${response.status}`);
}

/** `hooks.slack.com` for `slack.com`, and the same server for a stand-in: the bot posts nowhere else. */
function isSlackUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const target = new URL(url);
  const api = new URL(apiUrl);
  const isHooks = target.protocol === 'https:' && target.host === `hooks.${api.host}`;
  return isHooks || target.origin === api.origin;
}
