import { z } from 'zod';
import { azureSettings } from './azure-settings.ts';
import { words } from './fields.ts';
import { hypervSettings } from './hyperv-settings.ts';
import { channelsSettings, peopleSettings } from './people-settings.ts';
import { policiesSettings, pollingSettings } from './policy-settings.ts';
import { slackSettings } from './slack-settings.ts';
import { teamsSettings } from './teams-settings.ts';

/** What `failback.yaml` may say. Secrets are not part of it. */
export const settings = z
  .strictObject({
    storage: z
      .strictObject({
        path: words()
          .default('failback.db')
          .describe('The ledger: one file, on a local disk. Relative to this file.'),
      })
      .prefault({})
      .describe('Where the ledger is kept.'),
    log: z
      .strictObject({
        level: z
          .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
          .default('info')
          .describe('The least important log lines to write.'),
      })
      .prefault({})
      .describe('Logging, as JSON lines on standard output.'),
    azure: azureSettings,
    hyperv: hypervSettings.exactOptional(),
    slack: slackSettings.exactOptional(),
    teams: teamsSettings.exactOptional(),
    channels: channelsSettings,
    people: peopleSettings,
    policies: policiesSettings,
    polling: pollingSettings,
  })
  .describe('Settings of Failback. Secrets come from the environment.');

export type Settings = z.output<typeof settings>;
