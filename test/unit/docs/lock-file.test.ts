import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/**
 * The npm that comes with Node 20 and 22 compiles whatever package has a `binding.gyp`, unless the lock file says
 * otherwise, and `npm install` does not write that line. Put `"gypfile": false` back into the entry.
 */
it('npm ci compiles nothing: the SQLite driver brings its binaries', () => {
  expect(lock.packages['node_modules/better-sqlite3'].gypfile).toBe(false);
});
