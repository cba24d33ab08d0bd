import { ProcessError } from 'node-powershell';

/** Why a shell is no more, for people. */
export function describeDeath(error: unknown): string {
  if (!(error instanceof ProcessError)) return 'it ended';
  const { originalError, exitCode, signalCode } = error;
  const code = codeOf(originalError);
  if (code === 'ENOENT') return 'PowerShell was not found';
  if (code === 'EACCES') return 'PowerShell may not be run by this account';
  if (code !== undefined) return `it could not be started (${code})`;
  if (signalCode) return `it was ended by ${signalCode}`;
  return exitCode === null ? 'it ended' : `it ended with code ${exitCode}`;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
