import { parentPort, workerData } from 'node:worker_threads';
import { ConfigError } from '../../../bot/failback/ports/errors.ts';
import type { LedgerHead } from '../../../bot/failback/state/ledger.ts';
import type { Statement } from '../../../bot/failback/words/statement.ts';
import type { ChainVerification } from '../../chain/chain-problem.ts';
import { verifyFile } from './verify-file.ts';

/** What the worker is given. */
export interface VerifyRequest {
  readonly path: string;
  readonly known: LedgerHead | undefined;
}

/** What the worker answers. Errors lose their class on the way between threads, so the expected one is data. */
export type VerifyAnswer =
  | { readonly kind: 'done'; readonly verification: ChainVerification }
  | { readonly kind: 'refused'; readonly problems: readonly Statement[] };

function answer({ path, known }: VerifyRequest): VerifyAnswer {
  try {
    return { kind: 'done', verification: verifyFile(path, known) };
  } catch (error) {
    if (error instanceof ConfigError) return { kind: 'refused', problems: error.problems };
    // An error of a class that is not built in would arrive without its message.
    throw new Error(error instanceof Error ? error.stack : String(error), { cause: error });
  }
}

parentPort?.postMessage(answer(workerData));
