import { afterEach, beforeEach, describe } from 'vitest';
import { type LedgerFile, openLedgerFile } from '../../storage/sqlite/ledger-file.ts';
import { makePlace } from './sqlite-place.ts';

/** Describes each store of a port by its name: a new one for each test, beside an empty ledger file of its own. */
export function describeStores<Store>(
  makers: Readonly<Record<string, (file: LedgerFile) => Store>>,
  contract: (store: () => Store) => void,
): void {
  describe.each(Object.entries(makers))('%s', (_, make) => {
    let store: Store;
    let dispose: () => Promise<void>;

    beforeEach(async () => {
      const { path, remove } = await makePlace();
      const file = openLedgerFile(path);
      store = make(file);
      dispose = () => {
        file.close();
        return remove();
      };
    });

    afterEach(() => dispose());

    contract(() => store);
  });
}
