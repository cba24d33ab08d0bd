import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { completeLines } from './complete-lines.ts';
import { ShellConsole } from './shell-console.ts';
import type {
  Act,
  ShellCommand,
  ShellGreeting,
  ShellNews,
  ShellReport,
  ShellStyle,
} from './shell-messages.ts';

export interface DataCentre {
  greet(greeting: ShellGreeting): ShellStyle;
  hear(report: ShellReport): readonly Act[];
}

/** One process of a simulated PowerShell, from its greeting to the end of its input. */
export class ShellConnection {
  private readonly socket: Socket;
  private readonly token: string;
  private readonly data: DataCentre;
  private console: ShellConsole | undefined;
  private readonly read = completeLines((line) =>
    this.afterwards(async () => this.console?.take(line)),
  );
  /** What it was told to say and has not said. */
  private unsaid = 0;
  private onSaid: (() => void) | undefined;
  private work = Promise.resolve();

  constructor(socket: Socket, token: string, data: DataCentre) {
    this.socket = socket;
    this.token = token;
    this.data = data;
  }

  hear(news: ShellNews): void {
    if ('token' in news) this.greet(news);
    else if (this.console === undefined) this.socket.destroy();
    else if ('input' in news) this.read(news.input);
    else if ('isSaid' in news) this.said();
    else this.afterwards(async () => void this.socket.end());
  }

  private greet({ token, ...greeting }: ShellGreeting & { readonly token: string }): void {
    if (!isSame(token, this.token)) return void this.socket.destroy();
    const { pid } = greeting;
    const style = this.data.greet(greeting);
    if (style.isStubborn) this.tell({ stays: true });
    this.console = new ShellConsole({
      style,
      write: (stream, text) => {
        this.unsaid += 1;
        this.tell({ stream, text });
      },
      exit: (code) => this.tell({ exit: code }),
      report: async (report) => {
        // What was written before a command stands alone, as the output of a command comes later than what is before it.
        await this.allSaid();
        return this.data.hear({ pid, ...report });
      },
    });
  }

  private afterwards(work: () => Promise<void>): void {
    this.work = this.work.then(work);
  }

  private said(): void {
    this.unsaid -= 1;
    if (this.unsaid === 0) this.onSaid?.();
  }

  private allSaid(): Promise<void> {
    if (this.unsaid === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.onSaid = resolve;
    });
  }

  private tell(command: ShellCommand): void {
    this.socket.write(`${JSON.stringify(command)}\n`);
  }
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
