import type { Logger } from 'pino';
import type { Clock } from '../../failback/ports/clock.ts';
import type { DownloadSnapshot, HostAnswer, HypervHost } from '../../failback/ports/hyperv-host.ts';
import { serversOf } from '../../failback/state/coming-home.ts';
import { endsFailback } from '../../failback/state/ends.ts';
import type { Actor } from '../../failback/state/events.ts';
import type { Ledger } from '../../failback/state/ledger.ts';
import { isEnd } from '../../failback/state/stages.ts';
import { type OpenChange, openChange, threadsStream } from '../../failback/state/threads.ts';
import { rough } from '../../failback/words/statement.ts';
import type { FailbackRepository } from '../../store/failback-repository.ts';
import { KeyedQueue } from '../scheduling/keyed-queue.ts';

/** So many of the latest failbacks are looked through. */
const LOOKED_THROUGH = 200;

interface Parts {
  readonly ledger: Ledger;
  readonly failbacks: FailbackRepository;
  readonly hosts: readonly HypervHost[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** Changes how many threads a server's downloads use, and puts the old value back when its last failback has ended. */
export class DownloadThreads {
  private readonly parts: Parts;
  private readonly servers: ReadonlyMap<string, HypervHost>;
  /** Each server on its own: one that hangs keeps no other waiting, and each value is put back once. */
  private readonly queue = new KeyedQueue((name) => this.tryToRestore(name));
  private unsubscribe: () => void = () => {};

  constructor(parts: Parts) {
    this.parts = parts;
    this.servers = new Map(parts.hosts.map((host) => [host.name, host]));
  }

  start(): void {
    this.unsubscribe = this.parts.ledger.onAppended((entries) => {
      if (entries.some(({ event }) => endsFailback(event))) this.restoreAll();
    });
    this.restoreAll();
  }

  stop(): void {
    this.unsubscribe();
  }

  /** The old value is written down before it is changed; `undefined` is the default. */
  async set(
    host: HypervHost,
    threads: number | undefined,
    by: Actor,
  ): Promise<HostAnswer<DownloadSnapshot>> {
    const now = await host.readDownload();
    if (now.outcome !== 'ok') return now;
    const before = now.value.threads;
    await this.append(host, {
      type: 'threadsIntended',
      by,
      host: host.name,
      ...(threads !== undefined && { threads }),
      ...(before !== undefined && { before }),
    });
    const set = await host.setDownloadThreads(threads);
    if (set.outcome === 'ok')
      await this.append(host, {
        type: 'threadsSet',
        host: host.name,
        ...(threads !== undefined && { threads }),
      });
    return set;
  }

  private restoreAll(): void {
    for (const name of this.servers.keys()) void this.queue.push(name);
  }

  private async tryToRestore(name: string): Promise<void> {
    const host = this.servers.get(name);
    try {
      if (host !== undefined) await this.restore(host);
    } catch (error) {
      this.parts.log.error({ err: error, host: name }, 'download threads could not be put back');
    }
  }

  private async restore(host: HypervHost): Promise<void> {
    const change = openChange(await this.parts.ledger.read(threadsStream(host.name)));
    if (change === undefined || !(await this.isDue(host, change))) return;
    const { before } = change;
    const set = await host.setDownloadThreads(before);
    if (set.outcome !== 'ok') {
      this.parts.log.error(
        { host: host.name, why: rough(set.why) },
        'download threads could not be put back',
      );
      return;
    }
    await this.append(host, {
      type: 'threadsRestored',
      host: host.name,
      ...(before !== undefined && { threads: before }),
    });
  }

  /** A failback has used the change and ended, and no other one is open on the server. */
  private async isDue({ name }: HypervHost, change: OpenChange): Promise<boolean> {
    const recent = await this.parts.failbacks.listRecent(LOOKED_THROUGH);
    const here = recent.filter((one) => one.isTouched && serversOf(one).includes(name));
    const hasServed = here.some(({ endedAt = 0 }) => endedAt >= change.at);
    return hasServed && here.every(({ stage }) => isEnd(stage));
  }

  private async append(
    host: HypervHost,
    event: Parameters<Ledger['append']>[0]['events'][number],
  ): Promise<void> {
    const { ledger, clock } = this.parts;
    const stream = threadsStream(host.name);
    await ledger.append({ stream, expectedRevision: 'any', at: clock.now(), events: [event] });
  }
}
