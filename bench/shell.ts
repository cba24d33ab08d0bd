/**
 * What a call through the shell costs: the time from the call to its answer through the real `node-powershell` and a
 * simulated PowerShell, and the memory that ten thousand calls leave behind. PowerShell's own time is not in it.
 * Run: npx tsx bench/shell.ts
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { openHosts } from '../adapters/hyperv/open-hosts.ts';
import { systemClock } from '../bot/system-clock.ts';
import { startHypervSimulator } from '../simulators/hyperv/hyperv-simulator.ts';
import { quantileOf } from './percentiles.ts';

const WARM_UP = 1_500;
const CALLS = 10_000;
const SAMPLES = 5;
const P99_BAR_MS = 20;
/** What may be left of all calls together. */
const HEAP_BAR_MB = 4;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const simulator = await startHypervSimulator();
const server = simulator.addHost({ name: 'hv-01.corp.example' });
server.addVm({ name: 'web-01', disks: Array.from({ length: 4 }, () => ({ sizeMb: 40_960 })) });
const { name, kind, computer, endpoint } = server;
const timeouts = { startMs: 20_000, readMs: 20_000, writeMs: 20_000 };
const [host] = openHosts(
  { executable: simulator.executable, hosts: [{ name, kind, computer, endpoint, timeouts }] },
  pino({ level: 'silent' }),
  systemClock,
);
if (!host) throw new Error('no host was opened');

const first = await timedCall();
for (let call = 1; call < WARM_UP; call += 1) await timedCall();
const heaps = [heapMb()];
const durations: number[] = [];
for (let sample = 1; sample <= SAMPLES; sample += 1) {
  for (let call = 0; call < CALLS / SAMPLES; call += 1) durations.push(await timedCall());
  heaps.push(heapMb());
}
await host.close();
await simulator.close();

const [before = 0] = heaps;
const grown = (heaps.at(-1) ?? 0) - before;
const p99 = quantileOf(durations, 0.99);
console.log(`first call, with the start of a shell: ${first.toFixed(0)} ms`);
console.log(
  `${CALLS} calls: p50 ${quantileOf(durations, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, bar ${P99_BAR_MS} ms; ${simulator.shells.length} shells`,
);
console.log(
  `heap in use, MB: ${heaps.map((heap) => heap.toFixed(1)).join(', ')}; grown by ${grown.toFixed(1)}, bar ${HEAP_BAR_MB}`,
);
process.exitCode = p99 < P99_BAR_MS && grown < HEAP_BAR_MB ? 0 : 1;

async function timedCall(): Promise<number> {
  const start = performance.now();
  const answer = await host?.readVm({ name: 'web-01' });
  if (answer?.outcome !== 'ok') throw new Error(`a call went wrong: ${JSON.stringify(answer)}`);
  // What the simulator keeps is not what is measured.
  server.calls.length = 0;
  simulator.lines.length = 0;
  return performance.now() - start;
}

function heapMb(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
