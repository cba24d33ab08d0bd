import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Act, ShellReport, ShellStyle } from './shell-messages.ts';

/** The outside of a shell. */
export interface ShellSurroundings {
  readonly style: ShellStyle;
  write(stream: 'stdout' | 'stderr', text: string): void;
  exit(code: number): void;
  /** Tells the data centre of a line; what is to be done about it. */
  report(report: Omit<ShellReport, 'pid'>): Promise<readonly Act[]>;
}

const MARK = /^\[Console\]::(Out|Error)\.(Write|WriteLine)\("([0-9A-Za-z]+)(`n)?"\)$/;
const IMPORT = /^Import-Module -Name '((?:[^']|'')*)' -Force$/;
const REQUEST = /^Invoke-FailbackOperation -Request ([A-Za-z0-9+/]+=*)$/;

/**
 * Does with a line what PowerShell does with it when it reads its commands from standard input: knows the lines of the
 * connector, and calls everything else an unknown command, or an incomplete one when a brace is open.
 */
export class ShellConsole {
  private readonly outside: ShellSurroundings;
  private readonly marks = new Set<string>();
  private hasModule = false;
  private isReadingOn = false;
  private held = '';

  constructor(outside: ShellSurroundings) {
    this.outside = outside;
    if (outside.style.hasByteOrderMark) this.say('stdout', '\uFEFF');
    if (outside.style.isNoisy) {
      this.say('stdout', 'WARNING: the simulated profile is noisy\n');
      this.say('stderr', '#< CLIXML\n');
    }
  }

  async take(line: string): Promise<void> {
    if (this.isReadingOn || line.trim() === '') return;
    const { hasEscapeCodes } = this.outside.style;
    if (hasEscapeCodes) this.say('stdout', '\u001b[?1h');
    const isEnd = await this.carryOut(line);
    if (hasEscapeCodes) this.say('stdout', '\u001b[?1l');
    if (isEnd) this.flush();
  }

  /** Whether the line was the mark that ends a command. */
  private async carryOut(line: string): Promise<boolean> {
    const mark = MARK.exec(line);
    if (mark) return this.writeMark(mark);
    const [, request] = REQUEST.exec(line) ?? [];
    const acts = await this.outside.report({ line, ...(request !== undefined && { request }) });
    if (request !== undefined && this.hasModule) await this.perform(acts);
    else if (IMPORT.test(line)) this.importModule(line);
    else if (isIncomplete(line)) this.isReadingOn = true;
    else this.say('stderr', `${line.split(' ')[0]} : The term is not recognized.\n`);
    return false;
  }

  private writeMark([, stream, method, mark = '', linefeed]: RegExpExecArray): boolean {
    const end = method === 'WriteLine' ? this.outside.style.newline : '';
    const isOutput = stream === 'Out';
    this.say(isOutput ? 'stdout' : 'stderr', `${mark}${linefeed ? '\n' : ''}${end}`);
    if (!isOutput) return false;
    if (this.marks.delete(mark)) return true;
    this.marks.add(mark);
    return false;
  }

  private importModule(line: string): void {
    const path = IMPORT.exec(line)?.[1]?.replaceAll("''", "'") ?? '';
    this.hasModule = existsSync(path);
    if (!this.hasModule) {
      this.say('stderr', 'Import-Module : The specified module was not loaded.\n');
    }
  }

  private async perform(acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      if (act.kind === 'say') this.say(act.stream, act.text);
      if (act.kind === 'pause') await pause(act.ms);
      if (act.kind === 'hang') await new Promise(() => undefined);
      if (act.kind === 'exit') this.outside.exit(act.code);
      if (act.kind === 'readOn') this.isReadingOn = true;
    }
  }

  private say(stream: 'stdout' | 'stderr', text: string): void {
    if (stream === 'stdout' && this.outside.style.isCoalescing) this.held += text;
    else this.outside.write(stream, text);
  }

  private flush(): void {
    if (this.held !== '') this.outside.write('stdout', this.held);
    this.held = '';
  }
}

function isIncomplete(line: string): boolean {
  const count = (mark: string) => line.split(mark).length;
  return count('{') > count('}') || count('(') > count(')');
}
