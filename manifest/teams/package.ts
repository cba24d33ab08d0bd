import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { teamsPackage } from './teams-package.ts';

/** Makes the app package for Teams. Run: npm run package:teams -- --app-id <GUID> */
const USAGE = `npm run package:teams -- --app-id <GUID> [--developer <name>] [--website <https://…>] [--out failback-teams.zip]
  --app-id     the application (client) id of the bot
  --developer  who runs the bot, at most 32 characters
  --website    a page of yours about the bot
`;

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'app-id': { type: 'string' },
      developer: { type: 'string' },
      website: { type: 'string' },
      out: { type: 'string', default: 'failback-teams.zip' },
    },
  });
  const { 'app-id': appId = '', developer, website, out } = values;
  const choices = { appId, ...(developer && { developer }), ...(website && { website }) };
  writeFileSync(out, teamsPackage(choices));
  process.stdout.write(`${out}: upload it in the Teams admin center, or in Teams under Apps.\n`);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
