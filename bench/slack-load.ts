import { createHmac } from 'node:crypto';
import { type Load, serveLoads } from './load.ts';

/** Signed slash commands. */
export interface SlackLoad extends Load {
  readonly signingSecret: string;
}

serveLoads(({ signingSecret }: SlackLoad, count) => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const body = new URLSearchParams({
    command: '/failback',
    text: 'status FB-7K3M',
    team_id: 'T0HOME',
    user_id: 'U0MINA',
    channel_id: 'C0INC',
    trigger_id: `${timestamp}.${count}`,
    response_url: 'http://127.0.0.1:9/unused',
  }).toString();
  const digest = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
  return { headers, body };
});
