import { Worker } from 'node:worker_threads';
import { ConfigError } from '../../../bot/failback/ports/errors.ts';
import type { LedgerHead } from '../../../bot/failback/state/ledger.ts';
import type { ChainVerification } from '../../chain/chain-problem.ts';
import type { VerifyAnswer, VerifyRequest } from './verify-worker.ts';

/**
 * Checks a whole ledger in a thread of its own, also while a bot writes to it. `known` is a head that was written
 * down earlier: without it, entries removed from the end are found only where the list of failbacks remembers them.
 * Throws `ConfigError` when the file is no ledger.
 */
export async function verifyLedger(path: string, known?: LedgerHead): Promise<ChainVerification> {
  const answer = await askWorker({ path, known });
  if (answer.kind === 'refused') throw new ConfigError(answer.problems);
  return answer.verification;
}

function askWorker(request: VerifyRequest): Promise<VerifyAnswer> {
  return new Promise((resolve, reject) => {
    // Without the flags of the process: some of them only fit its main file.
    const worker = new Worker(workerFile(), { workerData: request, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    // Does nothing when the worker has answered.
    worker.once('exit', (code) =>
      reject(new Error(`the verification ended early, with code ${code}`)),
    );
  });
}

/** The worker stands beside this file, compiled when this file is. */
function workerFile(): URL {
  const isCompiled = import.meta.url.endsWith('.js');
  return isCompiled
    ? new URL('./verify-worker.js', import.meta.url)
    : new URL('./verify-worker-from-source.mjs', import.meta.url);
}
