import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../../', import.meta.url);

function sources(): string {
  return ['bot', 'adapters', 'storage', 'commands']
    .flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, root), 'utf8'))
    .join('\n');
}

const table = readFileSync(new URL('docs/operations.md', root), 'utf8');
const code = sources();

describe('docs/operations.md', () => {
  const rows = [...table.matchAll(/^\| (warn|error) \| `([^`]+)`/gm)];
  const explained = rows.map(([, level, message]) => `${level}: ${message}`);

  it('explains every line of the log that asks for something', () => {
    const calls = [...code.matchAll(/log\.(warn|error)\(\s*(?:\{[^}]*\},)?\s*'([^']+)',?\s*\)/g)];
    const written = new Set(calls.map(([, level, message]) => `${level}: ${message}`));

    expect(written.size).toBeGreaterThan(20);
    expect([...written].filter((line) => !explained.includes(line))).toEqual([]);
  });

  it('explains no line that is never written', () => {
    expect(rows.filter(([, , message]) => !code.includes(`'${message}'`))).toEqual([]);
  });
});
