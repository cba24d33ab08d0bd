import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import type { Statement } from '../../../bot/failback/words/statement.ts';
import { AnswerReader, type ShellAnswer } from './answer-reader.ts';
import { requestLine, type ShellRequest } from './request-line.ts';
import { RestartPause } from './restart-pause.ts';
import { type LineEnd, ShellProcess } from './shell-process.ts';
import { type ShellStart, ShellStartError, startShell } from './start-shell.ts';

export type ShellReply =
  | { readonly kind: 'answered'; readonly answer: ShellAnswer }
  /** An answer came that says nothing. */
  | { readonly kind: 'unreadable' }
  /** The request certainly never left. */
  | { readonly kind: 'notSent'; readonly why: Statement }
  /** The request was sent, and nobody knows what became of it. */
  | { readonly kind: 'silent'; readonly why: Statement };

/**
 * Lines that one process takes: the library keeps something of every line for as long as its process lives. Source:
 * `invokeCommand` of child-shell 5.0.0, which races every line against the same promise of the process's end.
 */
const LINES_PER_PROCESS = 1_000;

const CLOSED = coded('shellClosed');

/**
 * PowerShell, as something that can be asked. Starts a process when one is needed, replaces it when it hangs, dies or
 * has become old, and waits longer and longer between processes that are of no use. One call at a time.
 */
export class Shell {
  private readonly start: ShellStart;
  private readonly clock: Clock;
  private readonly log: Logger;
  private readonly pause = new RestartPause();
  private process: ShellProcess | undefined;
  private lines = 0;
  private readonly closing = new AbortController();

  constructor(start: ShellStart, clock: Clock, log: Logger) {
    this.start = start;
    this.clock = clock;
    this.log = log;
  }

  /** Never rejects. A request is sent at most once. */
  async call(request: Omit<ShellRequest, 'id'>, timeoutMs: number): Promise<ShellReply> {
    const process = await this.ready();
    if (!(process instanceof ShellProcess)) return { kind: 'notSent', why: process };
    const id = randomUUID();
    const reader = new AnswerReader(id);
    const end = await process.run(requestLine({ id, ...request }), reader, timeoutMs);
    this.lines += 1;
    const reply = replyOf(end, reader, timeoutMs);
    this.judge(process, end, reply);
    if (reply.kind !== 'answered') {
      const { operation } = request;
      const { errorOutput } = reader;
      this.log.warn({ operation, end, errorOutput }, 'a call to PowerShell was not answered');
    }
    return reply;
  }

  /** A call that is under way is not waited for. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.process?.end();
    this.process = undefined;
  }

  private get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** A process that takes a line, or why there is none. */
  private async ready(): Promise<ShellProcess | Statement> {
    if (this.process?.hasEnded) this.process = undefined;
    if (this.lines >= LINES_PER_PROCESS) await this.retire();
    if (this.isClosed) return CLOSED;
    if (this.process) return this.process;
    const waitMs = this.pause.remainingMs(this.clock.now());
    if (waitMs > 0) {
      return coded('shellPaused', { seconds: Math.ceil(waitMs / 1_000) });
    }
    return this.launch();
  }

  private async launch(): Promise<ShellProcess | Statement> {
    this.lines = 0;
    try {
      const process = await startShell(this.start, this.clock, this.closing.signal);
      if (this.isClosed) process.kill();
      else this.process = process;
      return this.process ?? CLOSED;
    } catch (error) {
      if (!(error instanceof ShellStartError)) throw error;
      if (this.isClosed) return CLOSED;
      this.pause.failed(this.clock.now());
      this.log.warn({ reason: error.message, ...error.details }, 'PowerShell could not be started');
      return coded('shellStartFailed', { why: error.why });
    }
  }

  private async retire(): Promise<void> {
    const old = this.process;
    this.process = undefined;
    this.lines = 0;
    await old?.end();
  }

  private judge(process: ShellProcess, end: LineEnd, reply: ShellReply): void {
    if (end.how !== 'done') {
      process.kill();
      if (this.process === process) this.process = undefined;
      if (reply.kind !== 'answered') this.pause.failed(this.clock.now());
    }
    if (reply.kind === 'answered') this.pause.succeeded();
  }
}

function replyOf(end: LineEnd, reader: AnswerReader, timeoutMs: number): ShellReply {
  const answer = reader.read();
  if (answer === 'unreadable') return { kind: 'unreadable' };
  // An answer is an answer, whatever became of the shell after it.
  if (answer !== undefined) return { kind: 'answered', answer };
  return { kind: 'silent', why: describeSilence(end, timeoutMs) };
}

function describeSilence(end: LineEnd, timeoutMs: number): Statement {
  switch (end.how) {
    case 'done':
    case 'answeredOnly':
      return coded('commandWithoutAnswer');
    case 'timedOut':
      return coded('commandTimedOut', { seconds: timeoutMs / 1_000 });
    case 'flooded':
      return coded('answerTooLong');
    case 'died':
      return coded('shellFailed', { why: end.why });
  }
}
