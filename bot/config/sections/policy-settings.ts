import { z } from 'zod';
import type { MaintenanceWindow } from '../../failback/state/maintenance-window.ts';
import type { Policy } from '../../failback/state/policy.ts';
import type { DeepReadonly } from './deep-freeze.ts';
import { durationSetting } from './fields.ts';
import { maintenanceWindowsSettings, windowsOf } from './window-settings.ts';

const approvers = (gate: string, count = 1) =>
  z
    .int()
    .min(1)
    .max(20)
    .default(count)
    .describe(
      `Approvers ${gate} needs. Who asked for the failback, who overrode a check and who had the question asked outside of the maintenance windows do not count.`,
    );

const approvals = z
  .strictObject({
    direction: approvers('the start of the planned failover'),
    complete: approvers('complete failover, where downtime begins,'),
    commit: approvers('commit, which deletes the Azure VM,', 2),
    reverse: approvers('reverse replication, where it is asked for,'),
  })
  .prefault({})
  .describe('How many people have to approve each step.');

const reminders = z
  .strictObject({
    beforeExpiryMinutes: durationSetting()
      .default(30)
      .describe(
        'How long before a question expires its approvers are reminded; they are also when half of its time is over.',
      ),
    onHoldMinutes: durationSetting()
      .default(60)
      .describe(
        'After how long on hold people are reminded; each further pause is twice as long, but at most a day.',
      ),
    beforeWindowMinutes: durationSetting()
      .default(30)
      .describe(
        'How long before a maintenance window opens people are told whose decision is asked for then.',
      ),
  })
  .prefault({})
  .describe('When those who may decide are reminded, in a new message.');

export const policiesSettings = z
  .strictObject({
    approvals,
    askBeforeReverseReplicate: z
      .boolean()
      .default(false)
      .describe(
        'true: reverse replication waits for a decision too. The VM is not protected until it has finished.',
      ),
    questionExpiresMinutes: durationSetting()
      .default(240)
      .describe('How long a question waits for its decision.'),
    grantExpiresMinutes: durationSetting()
      .default(15)
      .describe('How long an approval stays good when the call can not be made at once.'),
    maintenanceWindows: maintenanceWindowsSettings,
    reminders,
  })
  .prefault({})
  .describe('The rules of a failback. One that has started keeps the rules it was started under.');

export const pollingSettings = z
  .strictObject({
    fastSeconds: durationSetting()
      .default(5)
      .describe('How often to look at Azure near a decision or a call.'),
    slowSeconds: durationSetting()
      .default(30)
      .describe('How often to look at Azure while data travels.'),
    settleSeconds: durationSetting()
      .default(90)
      .describe(
        'How long Azure may take to show what it was asked, before the bot draws a conclusion.',
      ),
  })
  .refine((polling) => polling.fastSeconds <= polling.slowSeconds, {
    path: ['fastSeconds'],
    error: 'must not be more than slowSeconds',
  })
  .prefault({})
  .describe('How often the bot looks at Azure. Fractions are allowed.');

export type PoliciesSettings = z.output<typeof policiesSettings>;
export type PollingSettings = z.output<typeof pollingSettings>;

/** The gates, as the settings name them. */
export const APPROVED_STEPS = ['direction', 'complete', 'commit', 'reverse'] as const;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** The rules of a vault's failbacks as the domain keeps them, in milliseconds. */
export function policyOf(
  policies: DeepReadonly<PoliciesSettings>,
  polling: PollingSettings,
  vault: string,
  /** The windows of the channel in which the failback lives, where it has its own. */
  own?: readonly MaintenanceWindow[],
): Policy {
  const windows = own ?? windowsOf(policies.maintenanceWindows, vault);
  return {
    approvals: policies.approvals,
    askBeforeReverse: policies.askBeforeReverseReplicate,
    questionMs: policies.questionExpiresMinutes * MINUTE_MS,
    grantMs: policies.grantExpiresMinutes * MINUTE_MS,
    settleMs: polling.settleSeconds * SECOND_MS,
    reminders: {
      beforeExpiryMs: policies.reminders.beforeExpiryMinutes * MINUTE_MS,
      onHoldMs: policies.reminders.onHoldMinutes * MINUTE_MS,
      beforeWindowMs: policies.reminders.beforeWindowMinutes * MINUTE_MS,
    },
    ...(windows.length > 0 && { windows }),
  };
}

export interface Polling {
  readonly fastMs: number;
  readonly slowMs: number;
}

/** How often to look, in milliseconds. */
export function pollingOf(polling: PollingSettings): Polling {
  return { fastMs: polling.fastSeconds * SECOND_MS, slowMs: polling.slowSeconds * SECOND_MS };
}
