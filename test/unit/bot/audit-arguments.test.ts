import { expect, it } from 'vitest';
import { readAuditArguments } from '../../../bot/audit-arguments.ts';

it.each([
  [['export', '--stream', 'RUN-7K3M']],
  [['verify', '--export', 'file', '--stream', 'run-7k3m']],
])('a run, which has no record of its own, is not exported as nothing: %j', (args) => {
  expect(() => readAuditArguments(args)).toThrow('its VMs have a record each');
});
