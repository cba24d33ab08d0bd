import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Makes dist/ anew: all that an installation runs. Run: npm run build */
const COPIED = ['adapters/hyperv/scripts', 'manifest/teams'];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
for (const folder of COPIED) cpSync(folder, `dist/${folder}`, { recursive: true });
chmodSync('dist/bot/cli.js', 0o755);
