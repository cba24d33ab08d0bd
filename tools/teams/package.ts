import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { teamsPackage } from './teams-package.ts';

/** Makes the app package for Teams. Run: npm run package:teams -- --app-id <GUID> */
interface Options {
  readonly appId: string;
  readonly developer?: string;
  readonly website?: string;
  readonly out: string;
}

const program = new Command('npm run package:teams --')
  .description('Makes the app package for Teams.')
  .requiredOption('--app-id <GUID>', 'the application (client) id of the bot')
  .option('--developer <name>', 'who runs the bot, at most 32 characters')
  .option('--website <https://…>', 'a page of yours about the bot')
  .option('--out <file>', 'where to write the package', 'failback-teams.zip')
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(({ out, ...choices }: Options) => {
    try {
      writeFileSync(out, teamsPackage(choices));
    } catch (error) {
      program.error(error instanceof Error ? error.message : String(error));
    }
    process.stdout.write(`${out}: upload it in the Teams admin center, or in Teams under Apps.\n`);
  });

program.parse();
