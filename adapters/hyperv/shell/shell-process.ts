import type { Clock } from '../../../bot/failback/ports/clock.ts';
import type { Statement } from '../../../bot/failback/words/statement.ts';
import type { AnswerReader } from './answer-reader.ts';
import { describeDeath, ENDED } from './describe-death.ts';
import { LfPowerShell } from './lf-power-shell.ts';

export interface ShellCommand {
  readonly executable?: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** How a line came to its end. */
export type LineEnd =
  /** The shell said that it is done with it. */
  | { readonly how: 'done' }
  /** The answer is there, but the shell did not say that it is done: it is not fit for another line. */
  | { readonly how: 'answeredOnly' }
  | { readonly how: 'timedOut' }
  | { readonly how: 'flooded' }
  | { readonly how: 'died'; readonly why: Statement };

/** After the answer, for the shell to say that it is done. Milliseconds. */
const AFTERMATH_MS = 1_000;

/** After its input has ended, for the shell to end by itself. Milliseconds. */
const FAREWELL_MS = 2_000;

/** One running PowerShell. It takes one line at a time; after any other end than `done` it is only good for `kill`. */
export class ShellProcess {
  private readonly shell: LfPowerShell;
  private readonly clock: Clock;
  private readonly gone: Promise<unknown>;
  private isOver = false;
  private isBusy = false;

  /** Does not throw where the executable is missing: the first line dies of it. */
  constructor({ executable, environment }: ShellCommand, clock: Clock) {
    this.clock = clock;
    this.shell = new LfPowerShell({
      ...(executable !== undefined && { executable }),
      executableOptions: {
        '-NoProfile': true,
        '-NonInteractive': true,
        '-InputFormat': 'Text',
        '-OutputFormat': 'Text',
      },
      spawnOptions: { env: { ...environment }, windowsHide: true },
      throwOnInvocationError: false,
    });
    const { stdin, stdout, stderr } = this.shell.streams;
    // A broken pipe is followed by a close, which is what counts.
    for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined);
    stdin.once('close', () => {
      this.isOver = true;
    });
    this.gone = new Promise((resolve) => {
      stdout.once('close', resolve);
    });
  }

  get hasEnded(): boolean {
    return this.isOver;
  }

  /** Sends one line and listens until it has ended, at most `timeoutMs`. Never rejects. */
  async run(line: string, reader: AnswerReader, timeoutMs: number): Promise<LineEnd> {
    const over = new AbortController();
    const { signal } = over;
    this.isBusy = true;
    try {
      return await Promise.race([
        this.listen(reader, signal),
        this.invoke(line),
        this.clock.sleep(timeoutMs, signal).then((): LineEnd => ({ how: 'timedOut' })),
      ]);
    } finally {
      over.abort();
      this.isBusy = false;
      // The library keeps every line and its output.
      this.shell.history.length = 0;
    }
  }

  kill(): void {
    this.isOver = true;
    // Rejects for a process that was killed, which is what was asked for.
    this.shell.dispose('SIGKILL').catch(() => undefined);
    for (const stream of Object.values(this.shell.streams)) stream.destroy();
  }

  /** Lets an idle shell end by itself, which closes its sessions. Kills one that does not, or that is busy. */
  async end(): Promise<void> {
    if (!this.isOver && !this.isBusy) {
      this.shell.streams.stdin.end();
      this.shell.streams.stdout.resume();
      const over = new AbortController();
      await Promise.race([this.gone, this.clock.sleep(FAREWELL_MS, over.signal)]);
      over.abort();
    }
    this.kill();
  }

  private async invoke(line: string): Promise<LineEnd> {
    try {
      const { stdout } = await this.shell.invoke(line);
      // The library takes a shell that ends with 0 in the middle of a line for a success without output.
      return stdout === undefined ? { how: 'died', why: ENDED } : { how: 'done' };
    } catch (error) {
      return { how: 'died', why: describeDeath(error) };
    }
  }

  /** Ends by itself only for an answer that is not followed by the end of its line, or for far too much output. */
  private listen(reader: AnswerReader, signal: AbortSignal): Promise<LineEnd> {
    const { stdout, stderr } = this.shell.streams;
    return new Promise((resolve) => {
      let isAnswered = false;
      const judge = () => {
        if (reader.isFlooded) resolve({ how: 'flooded' });
        if (isAnswered || !reader.isComplete) return;
        isAnswered = true;
        void this.clock.sleep(AFTERMATH_MS, signal).then(() => resolve({ how: 'answeredOnly' }));
      };
      const hearOutput = (text: string) => {
        reader.takeOutput(text);
        judge();
      };
      const hearError = (text: string) => {
        reader.takeError(text);
        judge();
      };
      stdout.on('data', hearOutput);
      stderr.on('data', hearError);
      signal.addEventListener('abort', () => {
        stdout.off('data', hearOutput);
        stderr.off('data', hearError);
      });
    });
  }
}
