import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/**
 * A folder for files that nobody needs after a power failure, where the system has one: each event that the bot stores waits for
 * the disk otherwise, which is no test of the bot.
 */
export const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
