import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import { rough, type Statement } from '../../../bot/failback/words/statement.ts';
import { OPERATIONS } from '../operations.ts';
import { AnswerReader } from './answer-reader.ts';
import { requestLine } from './request-line.ts';
import { type LineEnd, type ShellCommand, ShellProcess } from './shell-process.ts';

export interface ShellStart extends ShellCommand {
  /** Imports the module. */
  readonly firstLine: string;
  /** For each of the two lines that make a shell ready. Milliseconds. */
  readonly startMs: number;
}

/** The protocol that this connector speaks; the module names its own in the handshake. */
const PROTOCOL = 1;

/** A shell that cannot be used. `why` is for people; the message and `details` are for the log. */
export class ShellStartError extends Error {
  readonly why: Statement;
  readonly details: object;

  constructor(why: Statement, options: ErrorOptions & { readonly details?: object } = {}) {
    super(rough(why), options);
    this.name = 'ShellStartError';
    this.why = why;
    this.details = options.details ?? {};
  }
}

/** A shell with the module in it, that has shaken hands. Throws `ShellStartError`, also when given up; then none is left. */
export async function startShell(
  start: ShellStart,
  clock: Clock,
  signal: AbortSignal,
): Promise<ShellProcess> {
  const id = randomUUID();
  const reader = new AnswerReader(id);
  const shell = launch(start, clock);
  const giveUp = () => shell.kill();
  signal.addEventListener('abort', giveUp);
  try {
    for (const line of [start.firstLine, handshakeLine(id)]) {
      demandDone(await shell.run(line, reader, start.startMs), reader, start.startMs);
    }
    judgeHandshake(reader);
    return shell;
  } catch (error) {
    shell.kill();
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

/** It is about the shell itself, so it is answered by no server. */
function handshakeLine(id: string): string {
  return requestLine({
    id,
    operation: OPERATIONS.handshake.name,
    target: { computer: '', endpoint: '' },
    arguments: {},
  });
}

function launch(command: ShellCommand, clock: Clock): ShellProcess {
  try {
    return new ShellProcess(command, clock);
  } catch (error) {
    throw new ShellStartError(coded('sessionRefused'), {
      cause: error,
      details: { err: error },
    });
  }
}

function judgeHandshake(reader: AnswerReader): void {
  const answer = reader.read();
  const facts = { details: { answer, errorOutput: reader.errorOutput } };
  if (answer === undefined) {
    throw new ShellStartError(coded('moduleNotKnown'), facts);
  }
  const { data } = OPERATIONS.handshake.value.safeParse(
    answer !== 'unreadable' && answer.ok ? answer.value : undefined,
  );
  if (data === undefined) throw new ShellStartError(coded('handshakeUnreadable'), facts);
  if (data.protocol !== PROTOCOL) {
    throw new ShellStartError(coded('moduleOfOtherVersion'), facts);
  }
  if (data.languageMode !== 'FullLanguage') {
    throw new ShellStartError(coded('wrongLanguageMode', { mode: data.languageMode }), facts);
  }
}

function demandDone(end: LineEnd, reader: AnswerReader, startMs: number): void {
  if (end.how === 'done') return;
  const details = { errorOutput: reader.errorOutput };
  throw new ShellStartError(describeEnd(end, startMs), { details });
}

function describeEnd(end: Exclude<LineEnd, { how: 'done' }>, startMs: number): Statement {
  switch (end.how) {
    case 'timedOut':
      // Where the language is constrained the shell refuses the very marks that the end of a line is known by.
      return coded('shellNotReadyWithin', { seconds: startMs / 1_000 });
    case 'answeredOnly':
      return coded('commandEndNotSaid');
    case 'flooded':
      return coded('shellWroteTooMuch');
    case 'died':
      return end.why;
  }
}
