import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDataFile } from './data-file.ts';
import { nodesOf, parseScript } from './powershell-parser.ts';
import { MODULE, projectScript, projectScripts } from './project-scripts.ts';
import { ascii, syntax } from './text-lints.ts';

const PAGES = ['docs/host-connector.md', 'manifest/jea/README.md'] as const;

const pageOf = (path: string): string =>
  readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

function blocksOf(path: string) {
  const blocks = [...pageOf(path).matchAll(/```powershell\n([\s\S]*?)```/g)];
  return blocks.map(([, source = ''], index) => parseScript(`${path}#${index + 1}`, source));
}

test.each(PAGES)('the commands in %s parse', (path) => {
  const blocks = blocksOf(path);

  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.flatMap((block) => [...syntax(block), ...ascii(block)])).toEqual([]);
});

test('the pages name no function of the module that does not exist', () => {
  const exported = readDataFile(projectScript(`${MODULE}/Failback.psd1`)).texts(
    'FunctionsToExport',
  );
  const named = PAGES.flatMap(
    (path) => pageOf(path).match(/\b(Get|Set|Test|Invoke)-Failback\w+/g) ?? [],
  );

  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !exported.includes(name))).toEqual([]);
});

test('every error of the module is explained', () => {
  const ids = errorIds();
  const page = pageOf('docs/host-connector.md');

  expect(ids.length).toBeGreaterThan(5);
  expect(ids.filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
});

function errorIds(): readonly string[] {
  return projectScripts
    .flatMap(({ root }) => nodesOf(root, 'command'))
    .flatMap(({ text }) => /-Id '(Failback\w+)'/.exec(text)?.slice(1) ?? []);
}
