import { Agent, request } from 'node:http';

/** So many requests, so many at once, all of them different. */
export interface Load {
  readonly url: string;
  readonly requests: number;
  readonly atOnce: number;
}

export interface LoadReport {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
  readonly failed: number;
}

interface Outgoing {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Puts the load on that the parent process asks for, and reports to it. `build` makes the nth request. */
export function serveLoads<L extends Load>(build: (load: L, count: number) => Outgoing): void {
  process.on('message', async (load: L) => {
    process.send?.(await run(load, (count) => build(load, count)));
  });
}

async function run(load: Load, build: (count: number) => Outgoing): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.atOnce });
  const latenciesMs: number[] = [];
  let sent = 0;
  let failed = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (sent < load.requests) {
      sent += 1;
      const sentAt = performance.now();
      if ((await send(load.url, build(sent), agent)) !== 200) failed += 1;
      latenciesMs.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: load.atOnce }, worker));
  const perSecond = load.requests / ((performance.now() - startedAt) / 1000);
  agent.destroy();
  return { perSecond, latenciesMs, failed };
}

function send(url: string, { headers, body }: Outgoing, agent: Agent): Promise<number> {
  const sized = { ...headers, 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', headers: sized, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', () => resolve(0));
    call.end(body);
  });
}
