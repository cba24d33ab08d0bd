import type { AzureSimulator } from '../azure/azure-simulator.ts';
import { actsOf, type Envelope, type Habit, isCarriedOut } from './habits.ts';
import { carryOut, HostRefusal } from './host-operations.ts';
import { writeLauncher } from './launcher.ts';
import { openShellDoor } from './shell-door.ts';
import {
  type Act,
  PLAIN_STYLE,
  type ShellGreeting,
  type ShellReport,
  type ShellStyle,
} from './shell-messages.ts';
import { type HostCall, type HostOptions, SimulatedHost } from './simulated-host.ts';

export interface HypervSimulatorOptions {
  /** Its hosts are there from the start, and have its VMs. */
  readonly azure?: AzureSimulator;
}

/** A simulated data centre, reached by running its PowerShell. */
export interface HypervSimulator {
  /** In place of PowerShell. */
  readonly executable: string;
  /** The shells that were started, in order. */
  readonly shells: readonly ShellGreeting[];
  /** Every line that a shell was given and that is not a mark round a command. */
  readonly lines: string[];
  /** How shells behave that are started from now on. */
  style: ShellStyle;
  /** What shells say of themselves that are started from now on. */
  handshake: Handshake;
  /** How the handshake goes wrong. */
  handshakeHabit: Habit | undefined;
  addHost(options: HostOptions): SimulatedHost;
  hosts(): readonly SimulatedHost[];
  /** Throws when there is none of this name. */
  host(name: string): SimulatedHost;
  close(): Promise<void>;
}

interface Handshake {
  readonly protocol: number;
  readonly psVersion: string;
  readonly edition: string;
  readonly languageMode: string;
}

interface Request extends HostCall {
  readonly id: string;
  readonly target: { readonly computer: string; readonly endpoint: string };
}

export async function startHypervSimulator(
  options: HypervSimulatorOptions = {},
): Promise<HypervSimulator> {
  const { azure } = options;
  const hosts = new Map<string, SimulatedHost>();
  const shells: ShellGreeting[] = [];
  const lines: string[] = [];
  const door = await openShellDoor({
    greet(greeting) {
      shells.push(greeting);
      return simulator.style;
    },
    hear(report) {
      lines.push(report.line);
      return report.request === undefined ? [] : answer(simulator, hosts, report);
    },
  });
  const launcher = writeLauncher({ port: door.port, token: door.token });
  const add = (host: SimulatedHost) => {
    hosts.set(host.name, host);
    return host;
  };
  const now = () => azure?.now() ?? Date.now();
  const simulator: HypervSimulator = {
    executable: launcher.executable,
    shells,
    lines,
    style: PLAIN_STYLE,
    handshake: {
      protocol: 1,
      psVersion: '5.1.20348.1',
      edition: 'Desktop',
      languageMode: 'FullLanguage',
    },
    handshakeHabit: undefined,
    addHost: (host) => add(new SimulatedHost(host, { now, vms: () => [] })),
    hosts: () => [...hosts.values()],
    host(name) {
      const host = hosts.get(name);
      if (!host) throw new Error(`The simulator has no host ${name}.`);
      return host;
    },
    async close() {
      await door.close();
      launcher.remove();
    },
  };
  for (const { id, name } of azure?.hosts ?? []) {
    const vms = () => azure?.vms().filter(({ hostId }) => hostId === id) ?? [];
    add(new SimulatedHost({ name }, { now, vms }));
  }
  return simulator;
}

function answer(
  simulator: HypervSimulator,
  hosts: ReadonlyMap<string, SimulatedHost>,
  { request = '' }: ShellReport,
): readonly Act[] {
  const asked = readRequest(request);
  // The module writes nothing about what it cannot read.
  if (asked === undefined) return [];
  const { id, operation, target } = asked;
  if (operation === 'handshake') {
    return actsOf({ id, ok: true, value: simulator.handshake }, simulator.handshakeHabit);
  }
  const host = [...hosts.values()].find((one) => isAt(one, target));
  if (!host) return actsOf(refusal(id, nobodyAt(target)), undefined);
  const call = { operation, arguments: asked.arguments };
  host.calls.push(call);
  const habit = host.nextHabit();
  if (!isCarriedOut(habit)) return actsOf({ id, ok: true }, habit);
  return actsOf(result(host, id, call), habit);
}

function readRequest(request: string): Request | undefined {
  try {
    return JSON.parse(Buffer.from(request, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isAt(host: SimulatedHost, { computer, endpoint }: Request['target']): boolean {
  return (
    host.computer.toLowerCase() === computer.toLowerCase() &&
    host.endpoint.toLowerCase() === endpoint.toLowerCase()
  );
}

function result(host: SimulatedHost, id: string, call: HostCall): Envelope {
  try {
    return { id, ok: true, value: carryOut(host, call) };
  } catch (error) {
    if (error instanceof HostRefusal) return refusal(id, error);
    throw error;
  }
}

function nobodyAt({ computer, endpoint }: Request['target']): HostRefusal {
  return new HostRefusal(
    'unreachable',
    'PSSessionOpenFailed',
    `There is no ${endpoint} at ${computer}.`,
  );
}

function refusal(id: string, { kind, id: errorId, message }: HostRefusal): Envelope {
  const error = { kind, id: errorId, category: 'NotSpecified', type: 'System.Exception', message };
  return { id, ok: false, error: { ...error, hresult: -2146233088 } };
}
