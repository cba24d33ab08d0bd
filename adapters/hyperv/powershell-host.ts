import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type {
  DownloadSight,
  HostAnswer,
  HostSight,
  HypervHost,
  PortSight,
  StartAction,
  VmRef,
  VmSight,
} from '../../bot/failback/ports/hyperv-host.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { hostAnswer, unreadable } from './host-answers.ts';
import type { HostSettings } from './host-settings.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { SerialQueue } from './serial-queue.ts';
import { Shell, type ShellReply } from './shell.ts';
import type { ShellStart } from './start-shell.ts';

/**
 * What a server with a way out to Azure reaches in every region. The service's own names differ by region and are
 * given in the settings.
 */
const OUTBOUND_HOSTS = ['login.microsoftonline.com'];

/** Calls that may wait for one server. More of them only wait to be too late. */
const MOST_WAITING = 100;

/** A server behind a PowerShell of its own, so that one that hangs holds up nobody else. */
export class PowershellHost implements HypervHost {
  readonly name: string;
  readonly azureNames: readonly string[];
  private readonly settings: HostSettings;
  private readonly shell: Shell;
  private readonly clock: Clock;
  private readonly queue = new SerialQueue();
  private readonly breaker = new CircuitBreaker();

  constructor(
    settings: HostSettings,
    start: Omit<ShellStart, 'startMs'>,
    surroundings: { readonly clock: Clock; readonly log: Logger },
  ) {
    const { name, computer, timeouts } = settings;
    const { clock, log } = surroundings;
    this.name = name;
    this.azureNames = lowerCase(settings.azureNames ?? [name, ...(computer ? [computer] : [])]);
    this.settings = settings;
    this.clock = clock;
    this.shell = new Shell({ ...start, startMs: timeouts.startMs }, clock, log);
  }

  probe(): Promise<HostAnswer<HostSight>> {
    const { kind, outboundHosts = OUTBOUND_HOSTS } = this.settings;
    return this.ask(OPERATIONS.probe, { kind, outboundHosts: [...outboundHosts] });
  }

  async readVm(vm: VmRef): Promise<HostAnswer<VmSight>> {
    const answer = await this.ask(OPERATIONS.readVm, vm);
    const isIt = ({ id, name }: VmSight) => (vm.id ? same(id, vm.id) : same(name, vm.name));
    return demand(OPERATIONS.readVm, answer, isIt);
  }

  async checkPorts(
    address: string,
    ports: readonly number[],
  ): Promise<HostAnswer<readonly PortSight[]>> {
    const answer = await this.ask(OPERATIONS.checkPorts, { address, ports: [...ports] });
    const areThey = (seen: readonly PortSight[]) =>
      ports.every((asked) => seen.some(({ port }) => port === asked));
    return demand(OPERATIONS.checkPorts, answer, areThey);
  }

  readDownload(): Promise<HostAnswer<DownloadSight>> {
    return this.ask(OPERATIONS.readDownload, {});
  }

  setDownloadThreads(threads: number | undefined): Promise<HostAnswer<DownloadSight>> {
    return this.ask(OPERATIONS.setDownloadThreads, { threads: threads ?? null });
  }

  async setStartAction(id: string, action: StartAction): Promise<HostAnswer<VmSight>> {
    const answer = await this.ask(OPERATIONS.setStartAction, { id, action });
    return demand(OPERATIONS.setStartAction, answer, (seen) => same(seen.id, id));
  }

  close(): Promise<void> {
    return this.shell.close();
  }

  private async ask<A extends z.ZodType, V extends z.ZodType>(
    operation: Operation<A, V>,
    input: z.input<A>,
  ): Promise<HostAnswer<z.output<V>>> {
    const { data, error } = operation.arguments.safeParse(input);
    if (error !== undefined) {
      const [issue] = error.issues;
      const why = `Nothing was sent: ${issue?.path.join('.')}: ${issue?.message}`;
      return { outcome: 'failed', why, errorId: 'refusedArgument' };
    }
    if (this.queue.length > MOST_WAITING) {
      return { outcome: 'unreachable', why: `Too many calls wait for ${this.name}.` };
    }
    return this.queue.run(() => this.send(operation, data as object));
  }

  private async send<V extends z.ZodType>(
    operation: Operation<z.ZodType, V>,
    args: object,
  ): Promise<HostAnswer<z.output<V>>> {
    const waitMs = this.breaker.remainingMs(this.clock.now());
    if (waitMs > 0) {
      const why = `${this.name} did not answer ${this.breaker.missed} times in a row. It is asked again in ${Math.ceil(waitMs / 1_000)} s.`;
      return { outcome: 'unreachable', why };
    }
    const { computer = '', endpoint = '', timeouts } = this.settings;
    const reply = await this.shell.call(
      { operation: operation.name, target: { computer, endpoint }, arguments: args },
      operation.isWrite ? timeouts.writeMs : timeouts.readMs,
    );
    this.judge(reply);
    return hostAnswer(operation, reply, this.clock.now());
  }

  /** What was never sent says nothing of the server. */
  private judge(reply: ShellReply): void {
    if (reply.kind === 'notSent') return;
    if (isUnanswered(reply)) this.breaker.unanswered(this.clock.now());
    else this.breaker.answered();
  }
}

/** The shell may answer at length that it waited for the server in vain. */
function isUnanswered(reply: ShellReply): boolean {
  if (reply.kind === 'silent') return true;
  return reply.kind === 'answered' && !reply.answer.ok && reply.answer.error.kind === 'unreachable';
}

/** An answer about something else than what was asked for is none. */
function demand<T>(
  operation: Operation,
  answer: HostAnswer<T>,
  isAsked: (value: T) => boolean,
): HostAnswer<T> {
  if (answer.outcome !== 'ok' || isAsked(answer.value)) return answer;
  return unreadable(operation, 'The answer is about something else than what was asked for.');
}

/** Hyper-V tells no names apart by their case. */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function lowerCase(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}
