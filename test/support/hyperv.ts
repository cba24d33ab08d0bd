import { expect, onTestFinished, vi } from 'vitest';
import type { HostsSettings } from '../../adapters/hyperv/host-settings.ts';
import { openHosts } from '../../adapters/hyperv/open-hosts.ts';
import { PowershellHost } from '../../adapters/hyperv/powershell-host.ts';
import { importLine } from '../../adapters/hyperv/shell/request-line.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type { HypervHost } from '../../bot/failback/ports/hyperv-host.ts';
import {
  type HypervSimulator,
  type HypervSimulatorOptions,
  startHypervSimulator,
} from '../../simulators/hyperv/hyperv-simulator.ts';
import type { SimulatedHost } from '../../simulators/hyperv/simulated-host.ts';
import { ManualClock } from './manual-clock.ts';
import { keptLog } from './silent-log.ts';

/** Long enough for nothing but the manual clock to end it. */
export const TIMEOUTS = { startMs: 20_000, readMs: 40_000, writeMs: 60_000 };

export interface DataCentre {
  readonly simulator: HypervSimulator;
  readonly clock: ManualClock;
  /** What the connector logged. */
  readonly lines: readonly Record<string, unknown>[];
  /** A server of this name, with the real connector in front of it. */
  connect(name: string, settings?: Partial<HostsSettings>): Connection;
  /** The connector in front of a server, with its module elsewhere. */
  open(server: SimulatedHost, modulePath: string): HypervHost;
}

interface Connection {
  /** The server itself. */
  readonly server: SimulatedHost;
  /** What the bot has of it. */
  readonly host: HypervHost;
}

/** Waits until the connector has heard an answer and waits for the end of its line, and lets that time pass. */
export async function passAftermath(clock: ManualClock): Promise<void> {
  await vi.waitFor(() => expect(clock.asleep).toBe(2), 10_000);
  await clock.advance(1_000);
}

/** A data centre that ends with the test. Time stands still in the connector unless another clock is given. */
export async function startDataCentre(
  options: HypervSimulatorOptions & { clock?: Clock } = {},
): Promise<DataCentre> {
  const simulator = await startHypervSimulator(options);
  const clock = new ManualClock();
  const { log, lines } = keptLog();
  const hosts: HypervHost[] = [];
  onTestFinished(async () => {
    await Promise.all(hosts.map((host) => host.close()));
    await simulator.close();
  });
  const serverOf = (name: string) => {
    const isThere = simulator.hosts().some((host) => host.name === name);
    return isThere ? simulator.host(name) : simulator.addHost({ name });
  };
  return {
    simulator,
    clock,
    lines,
    connect(name, settings = {}) {
      const server = serverOf(name);
      const { kind, computer, endpoint } = server;
      const [host] = openHosts(
        {
          executable: simulator.executable,
          hosts: [{ name, kind, computer, endpoint, timeouts: TIMEOUTS }],
          ...settings,
        },
        log,
        options.clock ?? clock,
      );
      if (!host) throw new Error('no host was opened');
      hosts.push(host);
      return { server, host };
    },
    open({ name, kind, computer, endpoint }, modulePath) {
      const settings = { name, kind, computer, endpoint, timeouts: TIMEOUTS };
      const firstLine = importLine(modulePath);
      const start = { executable: simulator.executable, environment: {}, firstLine };
      const host = new PowershellHost(settings, start, { clock, log });
      hosts.push(host);
      return host;
    },
  };
}
