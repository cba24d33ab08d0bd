import { expect, test } from 'vitest';
import { lintScripts } from './all-lints.ts';
import { JEA, MODULE, projectScripts } from './project-scripts.ts';

test('every file of PowerShell passes every lint', () => {
  expect(lintScripts(projectScripts)).toEqual([]);
});

test('the files of the module and of its endpoint are all there', () => {
  const places = projectScripts.map(({ path }) => path.replace(/[^/]+$/, ''));

  expect([...new Set(places)]).toEqual([
    `${MODULE}/`,
    `${MODULE}/private/`,
    `${MODULE}/public/`,
    `${JEA}/`,
  ]);
  expect(projectScripts.length).toBeGreaterThan(40);
});
