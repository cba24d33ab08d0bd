import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Program, SOURCES } from './program.ts';

/** How long the bot may take to be ready before something is wrong. */
const START_LIMIT_MS = 30_000;

/** The real bot, as a process of its own. */
export class BotProcess {
  private readonly child: ChildProcess;
  private readonly exited: Promise<number | null>;

  private constructor(child: ChildProcess) {
    this.child = child;
    this.exited = new Promise((resolve) => child.once('exit', resolve));
  }

  /** Starts the bot. Resolves when it is ready; it logs to `bot.log` in the folder. */
  static async start(
    folder: string,
    env: Readonly<Record<string, string>>,
    { node, root, bot: main }: Program = SOURCES,
  ): Promise<BotProcess> {
    const child = spawn(node, main, {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A bot must not outlive the rehearsal that started it, however that ends.
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    const bot = new BotProcess(child);
    await bot.whenReady(join(folder, 'bot.log'));
    return bot;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** As if the power had failed: the process gets no chance to tidy up. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exited;
  }

  private async whenReady(logFile: string): Promise<void> {
    const log = createWriteStream(logFile, { flags: 'a' });
    const { stdout, stderr } = this.child;
    if (stdout === null || stderr === null) throw new Error('the bot has no output');
    stderr.pipe(log, { end: false });
    let last = '';
    stderr.on('data', (chunk: Buffer) => {
      last = chunk.toString();
    });
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`the bot was not ready in time; see ${logFile}`)),
        START_LIMIT_MS,
      );
      createInterface({ input: stdout }).on('line', (line) => {
        log.write(`${line}\n`);
        if (line.includes('"msg":"ready"')) resolve();
      });
      void this.exited.then((code) =>
        reject(new Error(`the bot ended with ${code}: ${last || `see ${logFile}`}`)),
      );
      void this.exited.finally(() => clearTimeout(limit));
    });
  }
}
