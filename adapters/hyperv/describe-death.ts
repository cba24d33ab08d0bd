import { ProcessError } from 'node-powershell';
import { phrase, type Words } from '../../bot/failback/words.ts';

/** What is known of most deaths. */
export const ENDED = phrase('it ended');

/** Why a shell is no more, for people. */
export function describeDeath(error: unknown): Words {
  if (!(error instanceof ProcessError)) return ENDED;
  const { originalError, exitCode, signalCode } = error;
  const code = codeOf(originalError);
  if (code === 'ENOENT') return phrase('PowerShell was not found');
  if (code === 'EACCES') return phrase('PowerShell may not be run by this account');
  if (code !== undefined) return phrase('it could not be started ({code})', { code });
  if (signalCode) return phrase('it was ended by {signal}', { signal: signalCode });
  return exitCode === null
    ? ENDED
    : phrase('it ended with code {code}', { code: String(exitCode) });
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
