import { composeBot } from './compose.ts';
import { loadConfig } from './config.ts';
import { ConfigError } from './failback/ports/errors.ts';
import { createLogger } from './logging.ts';
import { inEnglish } from './messages/dictionary/in-english.ts';

/** Starts the bot, which runs until it is told to stop. Without usable settings it says what is missing, and exits with 2. */
export async function runBot(): Promise<void> {
  try {
    await start();
  } catch (error) {
    const text =
      error instanceof ConfigError
        ? error.problems.map(inEnglish).join('\n')
        : String((error as Error).stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exit(error instanceof ConfigError ? 2 : 1);
  }
}

async function start(): Promise<void> {
  const config = loadConfig();
  const log = createLogger({ level: config.log.level, secrets: config.secretValues });
  for (const warning of config.warnings)
    log.warn({ warning }, 'a setting may not be what you think');
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'an error was not handled'),
  );
  const bot = await composeBot(config, log);
  await bot.start();
  log.info('ready');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void bot.stop().then(() => process.exit(0));
    });
  }
}
