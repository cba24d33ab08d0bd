import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

/** So many signed slash commands, so many at once. */
export interface Load {
  readonly url: string;
  readonly signingSecret: string;
  readonly commands: number;
  readonly atOnce: number;
}

export interface LoadReport {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
  readonly failed: number;
}

process.on('message', async (load: Load) => {
  process.send?.(await run(load));
});

async function run(load: Load): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.atOnce });
  const latenciesMs: number[] = [];
  let sent = 0;
  let failed = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (sent < load.commands) {
      sent += 1;
      const sentAt = performance.now();
      if ((await send(load, sent, agent)) !== 200) failed += 1;
      latenciesMs.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: load.atOnce }, worker));
  const perSecond = load.commands / ((performance.now() - startedAt) / 1000);
  agent.destroy();
  return { perSecond, latenciesMs, failed };
}

function send({ url, signingSecret }: Load, count: number, agent: Agent): Promise<number> {
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
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', () => resolve(0));
    call.end(body);
  });
}
