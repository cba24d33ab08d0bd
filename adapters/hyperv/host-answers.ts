import type { z } from 'zod';
import type { HostAnswer } from '../../bot/failback/ports/hyperv-host.ts';
import { coded, quoted } from '../../bot/failback/words/coded.ts';
import type { Statement } from '../../bot/failback/words/statement.ts';
import type { HostOperation } from './operations.ts';
import type { ShellAnswer } from './shell/answer-reader.ts';
import type { ShellReply } from './shell/shell.ts';

type Refusal = Extract<ShellAnswer, { ok: false }>['error'];

/** The port's answer to what came back through the shell. `readAt` is when it came. */
export function hostAnswer<V extends z.ZodType>(
  operation: HostOperation<z.ZodType<object>, V>,
  reply: ShellReply,
  readAt: number,
): HostAnswer<z.output<V>> {
  switch (reply.kind) {
    case 'answered':
      return reply.answer.ok
        ? valueAnswer(operation, reply.answer.value, readAt)
        : refusedAnswer(operation, reply.answer.error);
    case 'unreadable':
      return unreadableAnswer(operation, coded('answerUnreadable'));
    case 'notSent':
      return { outcome: 'unreachable', why: reply.why };
    case 'silent':
      return { outcome: operation.isWrite ? 'unknown' : 'unreachable', why: reply.why };
  }
}

/** What does not fit is not used. Nobody knows what a write did whose answer can not be read. */
export function unreadableAnswer(operation: HostOperation, why: Statement): HostAnswer<never> {
  return operation.isWrite
    ? { outcome: 'unknown', why }
    : { outcome: 'failed', why, errorId: 'unreadable' };
}

function valueAnswer<V extends z.ZodType>(
  operation: HostOperation<z.ZodType<object>, V>,
  value: unknown,
  readAt: number,
): HostAnswer<z.output<V>> {
  const { data, error } = operation.value.safeParse(value);
  if (error === undefined) return { outcome: 'ok', value: data, readAt };
  const [issue] = error.issues;
  return unreadableAnswer(
    operation,
    coded('answerInvalid', { problem: `${issue?.path.join('.') || '.'}: ${issue?.message}` }),
  );
}

function refusedAnswer(operation: HostOperation, error: Refusal): HostAnswer<never> {
  const why = saidBy(error);
  if (error.kind === 'failed') return { outcome: 'failed', why, errorId: error.id || error.type };
  const mayBeDone = operation.isWrite && error.kind === 'unreachable' && !isBeforeTheCall(error);
  return { outcome: mayBeDone ? 'unknown' : error.kind, why };
}

/** The error in the server's own words. */
function saidBy({ message, id, type }: Refusal): Statement {
  const text = readable(message) || id || type;
  return text === '' ? coded('reasonNotSaid') : quoted('PowerShell', text);
}

/**
 * Whether no session could be opened, so that nothing went through one. Anything else may have happened after a write
 * had reached the server. `New-PSSession` ends its error ids with this word. Source: `_defaultFQEID` in
 * https://github.com/PowerShell/PowerShell/blob/v7.6.5/src/System.Management.Automation/engine/remoting/commands/newrunspacecommand.cs
 */
function isBeforeTheCall({ id }: Refusal): boolean {
  return id.split(',').includes('PSSessionOpenFailed');
}

/** Longest message of a server that is passed on. Characters. */
const MOST_OF_A_MESSAGE = 500;

function readable(message: string): string {
  return message
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MOST_OF_A_MESSAGE);
}
