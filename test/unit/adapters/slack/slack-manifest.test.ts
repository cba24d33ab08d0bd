import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const MANIFEST = new URL('../../../../manifest/slack/manifest.yaml', import.meta.url);
/** https://github.com/slackapi/manifest-schema: `schemas/manifest.schema.2.0.0.json`, put beside the repository. */
const SCHEMA = new URL(
  '../../../../../shared/schemas/slack-app-manifest.2.0.0.json',
  import.meta.url,
);

const manifest = parse(readFileSync(MANIFEST, 'utf8'));

describe('the manifest of the Slack app', () => {
  it.skipIf(!existsSync(SCHEMA))('is valid against the schema that Slack publishes', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

    validate(manifest);

    expect(validate.errors).toBeNull();
    expect(validate({ ...manifest, display_information: undefined })).toBe(false);
  });

  it('asks for no more than the bot uses', () => {
    expect(manifest.oauth_config).toEqual({
      scopes: { bot: ['commands', 'chat:write', 'users:read', 'im:write'] },
    });
    expect(manifest.settings.event_subscriptions).toBeUndefined();
  });

  it('lets people type the command in the chat with the bot', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: false,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('uses Socket Mode and leaves host names as they are typed', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.features.slash_commands).toMatchObject([
      { command: '/failback', should_escape: false },
    ]);
  });
});
