import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { refuseOldNode } from '../../../bot/node-version.ts';

const { engines } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
);

/** A process of this version that was asked whether it may go on: its exit code, and what it said. */
function asked(node: string) {
  const stderr = new PassThrough();
  const end = { code: undefined as number | undefined };
  const exit = (code: number) => {
    end.code = code;
  };
  refuseOldNode({ versions: { node }, stderr, exit });
  return { code: end.code, said: String(stderr.read() ?? '') };
}

it.each(['18.20.8', '20.20.2', '22.0.0', '22.14.1'])(
  'Node %s is too old, and is told so in one sentence',
  (version) => {
    const { code, said } = asked(version);

    expect(code).toBe(2);
    expect(said).toBe(`Failback needs Node 22.15 or later, and this is Node ${version}.\n`);
    expect(engines.node).toBe('>=22.15');
  },
);

it.each(['22.15.0', '22.23.5', '24.0.0', '26.10.0'])('Node %s is taken', (version) => {
  expect(asked(version)).toEqual({ code: undefined, said: '' });
});
