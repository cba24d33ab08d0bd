import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../../../bot/cli/command-line.ts';

it.each([
  [['export', '--stream', 'RUN-7K3M']],
  [['verify', '--export', 'file', '--stream', 'run-7k3m']],
])('a run, which has no record of its own, is not exported as nothing: %j', async (args) => {
  const err = new PassThrough();
  const terminal = { ledgerPath: () => 'nowhere.db', out: new PassThrough(), err };

  expect(await runCommandLine(['audit', ...args], terminal)).toBe(2);
  expect(String(err.read())).toContain('its VMs have a record each');
});
