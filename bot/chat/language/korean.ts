import { ANSWERS } from './korean/answers.ts';
import { AUDIT } from './korean/audit.ts';
import { BOARD } from './korean/board.ts';
import { CHECKS } from './korean/checks.ts';
import { COMMANDS } from './korean/commands.ts';
import { HANDOVER } from './korean/handover.ts';
import { HOLDS } from './korean/holds.ts';
import { NAMES } from './korean/names.ts';
import { OBSERVATIONS } from './korean/observations.ts';
import { PLANS } from './korean/plans.ts';
import { POWERSHELL } from './korean/powershell.ts';
import { QUESTIONS } from './korean/questions.ts';
import { REFUSALS } from './korean/refusals.ts';
import { REMINDERS } from './korean/reminders.ts';
import { RUNS } from './korean/runs.ts';
import { SERVERS } from './korean/servers.ts';
import { SERVICES } from './korean/services.ts';
import { STAGES } from './korean/stages.ts';
import { STARTING } from './korean/starting.ts';
import { STORY } from './korean/story.ts';
import type { Translations } from './korean/translations.ts';

/** Korean, by the English sentence. */
export const KOREAN: Translations = {
  ...ANSWERS,
  ...AUDIT,
  ...BOARD,
  ...CHECKS,
  ...COMMANDS,
  ...HANDOVER,
  ...HOLDS,
  ...NAMES,
  ...OBSERVATIONS,
  ...PLANS,
  ...POWERSHELL,
  ...QUESTIONS,
  ...REFUSALS,
  ...REMINDERS,
  ...RUNS,
  ...SERVERS,
  ...SERVICES,
  ...STAGES,
  ...STARTING,
  ...STORY,
};
