/**
 * Starts what `npm run build` has made. It neither builds nor deletes anything, and needs no development dependency:
 * an installation has none. Run: node tools/run-built.js <file below dist> <arguments>
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [name = '', ...args] = process.argv.slice(2);
const file = new URL(`../dist/${name}`, import.meta.url);
if (!existsSync(file)) {
  process.stderr.write('Failback is not built yet. Run: npm ci && npm run build\n');
  process.exit(2);
}
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, fileURLToPath(file), ...args];
await import(file.href);
