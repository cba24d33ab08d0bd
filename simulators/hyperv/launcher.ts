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
 * Writes an executable that runs as the simulated PowerShell. It names all it needs by its path, so that it runs in an empty
 * environment.
 */
export function writeLauncher(settings: ShellSettings): Launcher {
  const folder = mkdtempSync(join(tmpdir(), 'failback-hyperv-'));
  const settingsPath = join(folder, 'settings.json');
  const executable = join(folder, 'simulated-powershell.mjs');
  const relay = JSON.stringify(new URL('./relay.mjs', import.meta.url).href);
  writeFileSync(settingsPath, JSON.stringify(settings), { mode: 0o600 });
  writeFileSync(
    executable,
    `#!${process.execPath}
import { relay } from ${relay};
relay(${JSON.stringify(settingsPath)});
`,
    { mode: 0o700 },
  );
  return { executable, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
