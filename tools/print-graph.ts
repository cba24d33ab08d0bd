import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STAGES } from '../bot/failback/state/stages.ts';

/** Prints the pictures of docs/architecture.md from the code: who imports whom, and the stages. Run: npm run graph */
const PAGE = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));
const FOLDERS = '^(bot|adapters|commands|storage)';
const COLLAPSE = '^(bot/(failback|messages)/[^/]+|bot/[^/]+|adapters/[^/]+|commands|storage/[^/]+)';

export function architecturePage(page: string): string {
  return replace(replace(page, 'folders', folders()), 'stages', stages());
}

function folders(): string {
  const args = [
    'bot',
    'adapters',
    'commands',
    'storage',
    '--include-only',
    FOLDERS,
    '-T',
    'mermaid',
    '--collapse',
    COLLAPSE,
  ];
  return execFileSync('node_modules/.bin/depcruise', args, { encoding: 'utf8' }).trim();
}

function stages(): string {
  const moves = Object.entries(STAGES).flatMap(([from, { leadsTo }]) =>
    leadsTo.length === 0 ? [`  ${from} --> [*]`] : leadsTo.map((to) => `  ${from} --> ${to}`),
  );
  return ['stateDiagram-v2', '  [*] --> checking', ...moves].join('\n');
}

/** Replaces the picture between the marks of its name. */
function replace(page: string, name: string, picture: string): string {
  const mark = (edge: string) => `<!-- ${name}: ${edge} -->`;
  const [before, rest = ''] = page.split(mark('begin'));
  const [, after = ''] = rest.split(mark('end'));
  return `${before}${mark('begin')}\n\`\`\`mermaid\n${picture}\n\`\`\`\n${mark('end')}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, architecturePage(readFileSync(PAGE, 'utf8')));
}
