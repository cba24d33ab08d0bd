import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShellSettings } from './shell-messages.ts';

export interface Launcher {
  /** To be run as if it were PowerShell. */
  readonly executable: string;
  remove(): void;
}

/**
 * Writes an executable that runs the simulated PowerShell from its sources. It names all it needs by its path, so that
 * it runs in an empty environment.
 */
export function writeLauncher(settings: ShellSettings): Launcher {
  const folder = mkdtempSync(join(tmpdir(), 'failback-hyperv-'));
  const settingsPath = join(folder, 'settings.json');
  const executable = join(folder, 'simulated-powershell.mjs');
  const quoted = {
    loader: JSON.stringify(import.meta.resolve('tsx/esm/api')),
    shell: JSON.stringify(new URL('./run-shell.ts', import.meta.url).href),
    settings: JSON.stringify(settingsPath),
  };
  writeFileSync(settingsPath, JSON.stringify(settings), { mode: 0o600 });
  writeFileSync(
    executable,
    `#!${process.execPath}
import { register } from ${quoted.loader};
register();
const { runShell } = await import(${quoted.shell});
await runShell(${quoted.settings});
`,
    { mode: 0o700 },
  );
  return { executable, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
