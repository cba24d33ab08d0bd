import { ProcessError } from 'node-powershell';
import { coded } from '../../../bot/failback/words/coded.ts';
import type { Statement } from '../../../bot/failback/words/statement.ts';

/** What is known of most deaths. */
export const ENDED = coded('shellEnded');

/** Why a shell is no more, for people. */
export function describeDeath(error: unknown): Statement {
  if (!(error instanceof ProcessError)) return ENDED;
  const { originalError, exitCode, signalCode } = error;
  const code = codeOf(originalError);
  if (code === 'ENOENT') return coded('shellNotFound');
  if (code === 'EACCES') return coded('shellNotPermitted');
  if (code !== undefined) return coded('shellNotStarted', { code });
  if (signalCode) return coded('shellEndedBySignal', { signal: signalCode });
  return exitCode === null ? ENDED : coded('shellEndedWithCode', { code: String(exitCode) });
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
