import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

interface Files {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

/** Files share a process and what it has imported, unless they are alone: no module of ours keeps anything between tests. */
const project = (name: string, testTimeout: number, files: Files, isolate = false) => ({
  test: {
    name,
    include: [...files.include],
    exclude: [...configDefaults.exclude, ...(files.exclude ?? [])],
    testTimeout,
    hookTimeout: testTimeout,
    isolate,
  },
});

const all = (folder: string) => `test/${folder}/**/*.test.ts`;

/** The SDK of Teams keeps for good where its process got the token of a managed identity first. */
const ALONE = ['test/integration/teams/simulator-sdk.test.ts'];

export default defineConfig({
  test: {
    projects: [
      project('unit', 5_000, { include: [all('unit')] }),
      project('contract', 20_000, { include: [all('contract')] }),
      project('integration', 30_000, { include: [all('integration')], exclude: ALONE }),
      project('integration-alone', 30_000, { include: ALONE }, true),
    ],
    // One less than there are is the default: one in place of two.
    maxWorkers: availableParallelism(),
    coverage: {
      provider: 'v8',
      // Code only: v8 cannot read the PowerShell scripts.
      include: ['{bot,adapters,commands,storage}/**/*.ts'],
      thresholds: { 'bot/failback/**': { lines: 100 }, 'bot/chat/**': { lines: 100 } },
    },
  },
});
