import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { HostWatch } from '../../../../bot/runner/host/host-watch.ts';
import { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { type Story, storyOnHost } from '../../../support/failback-story.ts';
import { FakeHost } from '../../../support/fakes/fake-host.ts';
import { MemoryLedger } from '../../../support/fakes/memory-ledger.ts';
import { ManualClock, settle } from '../../../support/manual-clock.ts';
import { keptLog } from '../../../support/silent-log.ts';

const EVERY_MS = 30_000;

/** A watch on some servers, each with one VM to which data travels. */
async function watching(hosts: readonly FakeHost[], story: () => Story = travelling) {
  const ledger = new MemoryLedger();
  const failbacks = new FailbackRepository(ledger);
  for (const host of hosts) await tell(ledger, story(), host.name);
  const clock = new ManualClock();
  const { log, lines } = keptLog();
  const seen: string[] = [];
  const watch = new HostWatch({
    hosts,
    failbacks,
    clock,
    everyMs: EVERY_MS,
    log,
    verification: { wantedOf: () => ({ ports: [] }), patienceMs: 0 },
    onSeen: (id, look) =>
      seen.push(`${id} ${'answer' in look ? look.answer.outcome : (look.examined.unseen ?? 'ok')}`),
  });
  onTestFinished(() => watch.stop());
  watch.start();
  await settle();
  return { watch, clock, seen, lines, failbacks };
}

const travelling = () => storyOnHost('synchronizing');

/** Tells a story of another VM on another server. */
async function tell(ledger: MemoryLedger, story: Story, server: string): Promise<void> {
  for (const { at, event } of story.entries) {
    const told = (() => {
      if (event.type === 'requested')
        return { ...event, target: { ...event.target, itemId: server } };
      return event.type === 'checked' ? { ...event, host: { name: server } } : event;
    })();
    await ledger.append({ stream: `FB-${server}`, expectedRevision: 'any', at, events: [told] });
  }
}

const serversOf = (count: number) =>
  Array.from({ length: count }, (_, index) => new FakeHost(`HV-${index}`));

describe('the watch on the servers', () => {
  it('looks at once, and again and again', async () => {
    const [host = new FakeHost()] = serversOf(1);
    const { clock, seen } = await watching([host]);

    expect(seen).toEqual(['FB-HV-0 ok']);
    await clock.advance(EVERY_MS - 1);
    expect(seen).toHaveLength(1);
    await clock.advance(1);
    expect(seen).toHaveLength(2);
    expect(host.refs).toEqual([{ name: 'web-01' }, { name: 'web-01' }]);
  });

  it('says it too when a server does not answer as it should', async () => {
    const [host = new FakeHost()] = serversOf(1);
    host.isAway = true;

    expect((await watching([host])).seen).toEqual(['FB-HV-0 unreachable']);
  });

  it('looks at ten servers, and one that hangs keeps only itself waiting', async () => {
    const hosts = serversOf(10);
    const [first = new FakeHost()] = hosts;
    let answer = () => {};
    first.hangs = new Promise((resolve) => {
      answer = resolve;
    });
    const { clock, seen } = await watching(hosts);

    await clock.advance(EVERY_MS * 3);
    expect(seen).toHaveLength(9 * 4);
    expect(seen).not.toContain('FB-HV-0 ok');
    expect(first.calls).toEqual(['readVm']);

    answer();
    await settle();
    expect(seen).toContain('FB-HV-0 ok');
    await clock.advance(EVERY_MS);
    expect(first.calls).toHaveLength(2);
  });

  it('does not ask a server of whose VMs nothing is written', async () => {
    const [host = new FakeHost()] = serversOf(1);
    const { clock } = await watching([host], () => storyOnHost('completing'));

    await clock.advance(EVERY_MS);
    expect(host.calls).toEqual([]);
  });

  it('goes on after something unexpected, and says so in the log', async () => {
    const [host = new FakeHost()] = serversOf(1);
    const { clock, seen, lines, failbacks } = await watching([host]);
    const list = failbacks.listOpen.bind(failbacks);
    failbacks.listOpen = async (): Promise<readonly Failback[]> => {
      failbacks.listOpen = list;
      throw new TypeError('no such property');
    };

    await clock.advance(EVERY_MS);
    expect(seen).toHaveLength(1);
    expect(lines).toMatchObject([{ host: 'HV-0', level: 50 }]);
    await clock.advance(EVERY_MS);
    expect(seen).toHaveLength(2);
  });

  it('asks nothing more once it has stopped, and leaves nobody asleep', async () => {
    const [host = new FakeHost()] = serversOf(1);
    const { watch, clock } = await watching([host]);

    await watch.stop();
    expect(clock.asleep).toBe(0);
    await clock.advance(EVERY_MS * 2);
    expect(host.calls).toHaveLength(1);
  });
});
