import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importLine } from '../../../adapters/hyperv/shell/request-line.ts';
import { shellEnvironment } from '../../../adapters/hyperv/shell/shell-environment.ts';
import { startShell } from '../../../adapters/hyperv/shell/start-shell.ts';
import { systemClock } from '../../../bot/system-clock.ts';

const MODULE = fileURLToPath(
  new URL('../../../adapters/hyperv/scripts/Failback.psd1', import.meta.url),
);

const executable = ['powershell', 'pwsh'].find(
  (name) => spawnSync(name, ['-NoProfile', '-Command', 'exit 0']).status === 0,
);

it.skipIf(executable === undefined)(
  `shakes hands with a real PowerShell${executable ? '' : ' (skipped: there is none on the PATH)'}`,
  async () => {
    const environment = shellEnvironment(process.env);
    const start = { environment, firstLine: importLine(MODULE), startMs: 25_000 };

    const { signal } = new AbortController();
    const shell = await startShell({ ...start, executable: executable ?? '' }, systemClock, signal);
    await shell.end();

    expect(shell.hasEnded).toBe(true);
  },
);
