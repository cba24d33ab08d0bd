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

describe('docs/operations.md', () => {
  it('explains only log lines that the bot can write', () => {
    const table = readFileSync(new URL('docs/operations.md', root), 'utf8');
    const explained = [...table.matchAll(/^\| (?:warn|error) \| `([^`]+)`/gm)].map(
      ([, message]) => message ?? '',
    );
    const code = sources();

    expect(explained.length).toBeGreaterThan(10);
    expect(explained.filter((message) => !code.includes(`'${message}'`))).toEqual([]);
  });
});
