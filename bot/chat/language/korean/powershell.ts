import type { Translations } from './translations.ts';

/** Why the way to an on-premises server, through PowerShell, gave no answer; and why a call to Azure was not taken. */
export const POWERSHELL: Translations = {};
