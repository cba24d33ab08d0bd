import { pino } from 'pino';
import { checkChain } from '../../storage/chain/check-chain.ts';
import { openLedgerFile } from '../../storage/sqlite/ledger-file.ts';
import { SqliteLedger } from '../../storage/sqlite/sqlite-ledger.ts';
import { verifyFile } from '../../storage/sqlite/verify/verify-file.ts';
import { MemoryLedger } from '../support/fakes/memory-ledger.ts';
import { ledgerContract } from './ledger-contract.ts';
import { makePlace } from './sqlite-place.ts';

ledgerContract('MemoryLedger', async (failed) => {
  const ledger = new MemoryLedger(failed);
  return {
    ledger,
    verify: async () => checkChain((from) => ledger.rows().slice(from - 1)),
    dispose: () => ledger.close(),
  };
});

ledgerContract('SqliteLedger', async (failed) => {
  const { path, remove } = await makePlace();
  const log = pino({
    level: 'error',
    hooks: { logMethod: ([facts]) => failed((facts as { err: unknown }).err) },
  });
  const ledger = new SqliteLedger(openLedgerFile(path), log);
  return {
    ledger,
    verify: async () => verifyFile(path),
    dispose: async () => {
      await ledger.close();
      await remove();
    },
  };
});
