import { Agent, request } from 'node:http';

/** So many invokes, so many at once, all of them different. */
export interface TeamsLoad {
  readonly url: string;
  readonly authorization: string;
  /** What Teams sent for a press; each invoke gets an id of its own. */
  readonly activity: object;
  readonly invokes: number;
  readonly atOnce: number;
}

export interface TeamsLoadReport {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
  readonly failed: number;
}

process.on('message', async (load: TeamsLoad) => {
  process.send?.(await run(load));
});

async function run(load: TeamsLoad): Promise<TeamsLoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.atOnce });
  const latenciesMs: number[] = [];
  let sent = 0;
  let failed = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (sent < load.invokes) {
      sent += 1;
      const sentAt = performance.now();
      if ((await send(load, sent, agent)) !== 200) failed += 1;
      latenciesMs.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: load.atOnce }, worker));
  const perSecond = load.invokes / ((performance.now() - startedAt) / 1000);
  agent.destroy();
  return { perSecond, latenciesMs, failed };
}

function send(
  { url, authorization, activity }: TeamsLoad,
  count: number,
  agent: Agent,
): Promise<number> {
  const body = JSON.stringify({ ...activity, id: `f:${count}` });
  const headers = {
    authorization,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', () => resolve(0));
    call.end(body);
  });
}
