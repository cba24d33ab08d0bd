import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editorSchema } from '../../../../bot/config/editor-schema.ts';
import { loadConfig } from '../../../../bot/config.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const example = read('failback.example.yaml');

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly description?: string;
}

/** Every setting there is, by its dotted name. */
function settingsIn(schema: Schema, name = ''): readonly (readonly [string, Schema])[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => [
    [`${name}${key}`, child] as const,
    ...settingsIn(child, `${name}${key}.`),
  ]);
  const within = [schema.items, ...(schema.oneOf ?? [])].filter((child) => child !== undefined);
  return [...own, ...within.flatMap((child) => settingsIn(child, name))];
}

describe('failback.schema.json', () => {
  it('is what the settings say: npm run schema writes it anew', () => {
    expect(JSON.parse(read('failback.schema.json'))).toEqual(JSON.parse(editorSchema()));
  });

  it('is a schema that accepts the example and refuses a mistake', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(read('failback.schema.json')));

    expect(validate(parse(example))).toBe(true);
    expect(validate({ ...parse(example), polcies: {} })).toBe(false);
  });

  it('explains every setting', () => {
    const silent = settingsIn(JSON.parse(editorSchema()))
      .filter(
        ([name, { description }]) => description === undefined && name !== 'azure.credential.kind',
      )
      .map(([name]) => name);

    expect(silent).toEqual([]);
  });
});

describe('failback.example.yaml', () => {
  it('tells the editor where the schema is', () => {
    expect(example.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./manifest/failback.schema.json',
    );
  });

  it('can be used as it is, once the secrets are set', () => {
    const env = {
      FAILBACK_SLACK_BOT_TOKEN: 'xoxb-sample',
      FAILBACK_SLACK_APP_TOKEN: 'xapp-sample',
      FAILBACK_AZURE_CLIENT_SECRET: 'sample-secret',
    };

    const config = loadConfig({ path: new URL('failback.example.yaml', root).pathname, env });

    expect(config.warnings).toEqual([]);
  });

  it('names every setting there is', () => {
    const missing = settingsIn(JSON.parse(editorSchema()))
      .map(([name]) => name.split('.').at(-1) ?? '')
      .filter((key) => !new RegExp(`(^|[\\s{-])${key}(:| )`, 'm').test(example));

    expect(missing).toEqual([]);
  });

  it('shows the defaults in what is commented out', () => {
    const { azure, slack } = JSON.parse(editorSchema()).properties;
    const listener = slack.properties.http.properties;

    expect(example).toContain(`# endpoint: ${azure.properties.endpoint.default}\n`);
    expect(example).toContain(`# authorityHost: ${azure.properties.authorityHost.default}\n`);
    expect(example).toContain(`# privateAuthority: ${azure.properties.privateAuthority.default}\n`);
    expect(example).toContain(
      `# requestTimeoutSeconds: ${azure.properties.requestTimeoutSeconds.default}\n`,
    );
    expect(example).toContain(`# apiUrl: ${slack.properties.apiUrl.default}\n`);
    for (const key of ['host', 'port', 'path']) {
      expect(example).toContain(`#   ${key}: ${listener[key].default}\n`);
    }
  });
});
