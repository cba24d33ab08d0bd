import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How the bot and its command line are started: by what, from where, and what stands before their own arguments. */
export interface Program {
  readonly node: string;
  readonly root: string;
  readonly bot: readonly string[];
  readonly commandLine: readonly string[];
}

/** As a developer does it. */
export const SOURCES: Program = {
  node: process.execPath,
  root: ROOT,
  bot: ['--import', 'tsx', 'bot/main.ts'],
  commandLine: ['--import', 'tsx', 'bot/cli.ts'],
};

/** As `npm run build` has left it, here or in an installation. */
export const compiled = (root = ROOT, node = process.execPath): Program => ({
  node,
  root,
  bot: ['dist/bot/main.js'],
  commandLine: ['dist/bot/cli.js'],
});
