import { expect, test } from 'vitest';
import { lintScripts } from './all-lints.ts';
import { JEA, MODULE, projectScripts, standIns } from './project-scripts.ts';
import { ascii, syntax } from './text-lints.ts';

test('every file of PowerShell passes every lint', () => {
  expect(lintScripts(projectScripts)).toEqual([]);
});

test('the files of the module and of its endpoint are all there', () => {
  const places = projectScripts.map(({ path }) => path.replace(/[^/]+$/, ''));

  expect([...new Set(places)]).toEqual([
    `${MODULE}/`,
    ...['answer', 'host', 'registry', 'session', 'vm'].map((room) => `${MODULE}/private/${room}/`),
    `${MODULE}/public/`,
    `${JEA}/`,
  ]);
  expect(projectScripts.length).toBeGreaterThan(40);
});

test('the stand-ins of the tests parse', () => {
  expect(standIns).toHaveLength(4);
  expect(standIns.flatMap((script) => [...syntax(script), ...ascii(script)])).toEqual([]);
});
