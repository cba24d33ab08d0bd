import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../../../bot/config.ts';
import { ConfigError } from '../../../../bot/failback/ports/errors.ts';
import { inEnglish } from '../../../../bot/messages/dictionary/in-english.ts';

const folder = mkdtempSync(join(tmpdir(), 'failback-config-'));
/** To be called after the last test of a file. Files that run in one process share this module and its folder. */
export function removeFiles(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Enough to start with; tests change one thing of it. */
export const GOOD = `azure:
  vaults:
    - name: vault-home
      subscriptionId: 00000000-0000-4000-8000-000000000003
      resourceGroup: disaster-recovery
slack:
  teams: [T0EXAMPLE00]
channels:
  - name: incident
    slack: C0EXAMPLE00
people:
  - id: mina
    name: Mina Example
    roles: [operator, approver]
    slack: U0EXAMPLE01
  - id: jun
    name: Jun Sample
    roles: [operator, approver]
    slack: U0EXAMPLE02
  - { id: lea, name: Lea Fictive, roles: [approver], slack: U0EXAMPLE04 }
  - { id: noa, name: Noa Invented, roles: [approver], slack: U0EXAMPLE05 }
`;

/** What the settings above need from the environment. */
export const ENV = {
  FAILBACK_SLACK_BOT_TOKEN: 'xoxb-sample',
  FAILBACK_SLACK_APP_TOKEN: 'xapp-sample',
};

/** Puts a file into the folder of this run and gives its path. */
export function file(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, content);
  return path;
}

export function load(yaml: string, env: Record<string, string> = ENV): Config {
  return loadConfig({ path: file('failback.yaml', yaml), env });
}

/** The problems of a file, with the folder taken off: `failback.yaml:3: azure…`. */
export function problems(yaml: string, env: Record<string, string> = ENV): readonly string[] {
  return problemsOfPath(file('failback.yaml', yaml), env).map((problem) =>
    problem.replaceAll(`${folder}/`, ''),
  );
}

export function problemsOfPath(path: string, env: Record<string, string>): readonly string[] {
  try {
    loadConfig({ path, env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(inEnglish);
    throw error;
  }
}
