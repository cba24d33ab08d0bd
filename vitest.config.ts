import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeout: number) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, hookTimeout: testTimeout },
});

export default defineConfig({
  test: {
    projects: [project('unit', 5_000), project('contract', 20_000), project('integration', 30_000)],
    coverage: {
      provider: 'v8',
      // Code only: v8 cannot read the PowerShell scripts.
      include: ['{bot,adapters,commands,storage}/**/*.ts'],
      thresholds: { 'bot/failback/**': { lines: 100 }, 'bot/chat/**': { lines: 100 } },
    },
  },
});
