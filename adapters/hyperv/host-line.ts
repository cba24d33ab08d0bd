import type { z } from 'zod';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type { HostAnswer } from '../../bot/failback/ports/hyperv-host.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { hostAnswer } from './host-answers.ts';
import type { HostSettings } from './host-settings.ts';
import type { HostOperation } from './operations.ts';
import { SerialQueue } from './shell/serial-queue.ts';
import type { Shell, ShellReply } from './shell/shell.ts';

/** Calls that may wait for one server. More of them only wait to be too late. */
const MOST_WAITING = 100;

/** The one way to a server: one call after the other, none while the server is left alone, each sent at most once. */
export class HostLine {
  private readonly settings: HostSettings;
  private readonly shell: Shell;
  private readonly clock: Clock;
  private readonly queue = new SerialQueue();
  private readonly breaker = new CircuitBreaker();

  constructor(settings: HostSettings, shell: Shell, clock: Clock) {
    this.settings = settings;
    this.shell = shell;
    this.clock = clock;
  }

  /** Never rejects. What does not fit the operation is refused here, and nothing is sent. */
  async ask<A extends z.ZodType<object>, V extends z.ZodType>(
    operation: HostOperation<A, V>,
    input: z.input<A>,
  ): Promise<HostAnswer<z.output<V>>> {
    const { data, error } = operation.arguments.safeParse(input);
    if (error !== undefined) {
      const [issue] = error.issues;
      const why = coded('commandNotSent', {
        problem: `${issue?.path.join('.')}: ${issue?.message}`,
      });
      return { outcome: 'failed', why, errorId: 'refusedArgument' };
    }
    if (this.queue.length > MOST_WAITING) {
      const why = coded('tooManyCalls', { server: this.settings.name });
      return { outcome: 'unreachable', why };
    }
    return this.queue.run(() => this.send(operation, data));
  }

  private async send<V extends z.ZodType>(
    operation: HostOperation<z.ZodType<object>, V>,
    args: object,
  ): Promise<HostAnswer<z.output<V>>> {
    const { name, computer = '', endpoint = '', timeouts } = this.settings;
    const waitMs = this.breaker.remainingMs(this.clock.now());
    if (waitMs > 0) {
      const why = coded('serverPaused', {
        server: name,
        count: this.breaker.missed,
        seconds: Math.ceil(waitMs / 1_000),
      });
      return { outcome: 'unreachable', why };
    }
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
