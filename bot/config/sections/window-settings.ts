import { z } from 'zod';
import { DAYS, type MaintenanceWindow } from '../../failback/state/maintenance-window.ts';
import type { Finding } from '../problems/problem.ts';
import type { DeepReadonly } from './deep-freeze.ts';
import { patterned, words } from './fields.ts';

const time = () =>
  patterned(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time of day from 00:00 to 23:59, in quotes');

const maintenanceWindow = z.strictObject({
  days: z.array(z.enum(DAYS)).min(1).describe('The days on which it opens.'),
  from: time().describe('When it opens, such as "22:00".'),
  to: time().describe(
    'When no downtime may begin any more, such as "04:00". Not later than from: on the next day.',
  ),
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'must be an IANA time zone such as Europe/Berlin' })
    .describe('Whose clocks these are: a name of the IANA time zone database.'),
  vaults: z
    .array(words())
    .min(1)
    .exactOptional()
    .describe('The vaults it is for. Without it: every vault that no window names.'),
});

/** The windows of one channel: they hold for whatever lives in it, in whichever vault. */
export const channelWindowsSettings = z
  .array(maintenanceWindow.omit({ vaults: true }))
  .exactOptional()
  .describe(
    'When the downtime of a failback of this channel may begin, in place of policies.maintenanceWindows. An empty list: at any time.',
  );

export const maintenanceWindowsSettings = z
  .array(maintenanceWindow)
  .default([])
  .describe('When the downtime of a failback may begin. An empty list: at any time.');

type WindowsSettings = DeepReadonly<z.output<typeof maintenanceWindowsSettings>>;

/** The windows of a vault: its own ones, or those that are for no vault in particular. */
export function windowsOf(settings: WindowsSettings, vault: string): readonly MaintenanceWindow[] {
  const own = settings.filter(({ vaults }) => vaults?.some((name) => isSameVault(name, vault)));
  const shared = settings.filter(({ vaults }) => vaults === undefined);
  return (own.length > 0 ? own : shared).map(({ vaults: _, ...window }) => window);
}

/** Windows that name a vault which the settings do not have. */
export function checkWindowVaults(
  settings: WindowsSettings,
  vaults: readonly { readonly name: string }[],
): readonly Finding[] {
  const known = vaults.map(({ name }) => name);
  return settings.flatMap(({ vaults: named = [] }, index) =>
    named.flatMap((name, place) =>
      known.some((vault) => isSameVault(name, vault))
        ? []
        : [
            {
              path: ['policies', 'maintenanceWindows', index, 'vaults', place],
              text: `${JSON.stringify(name)} is not one of azure.vaults: ${known.join(', ')}`,
            },
          ],
    ),
  );
}

const isSameVault = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Names alone: an offset would not follow the clocks when they change. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
