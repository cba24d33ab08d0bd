import { ANSWERS } from './korean/answers.ts';
import { AUDIT } from './korean/audit.ts';
import { COMMANDS } from './korean/commands.ts';
import { REFUSALS } from './korean/refusals.ts';
import { REMINDERS } from './korean/reminders.ts';
import { SERVERS } from './korean/servers.ts';
import { SERVICES } from './korean/services.ts';
import type { Translations } from './korean/translations.ts';

/** Korean, by the English sentence. */
export const KOREAN: Translations = {
  ...ANSWERS,
  ...AUDIT,
  ...COMMANDS,
  ...REFUSALS,
  ...REMINDERS,
  ...SERVERS,
  ...SERVICES,
};
