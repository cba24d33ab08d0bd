import { z } from 'zod';
import { listOf, text, texts } from './wire-fields.ts';

/** Recovery plans as they are on the wire: https://learn.microsoft.com/rest/api/site-recovery/replication-recovery-plans */
const actionSchema = z.object({
  actionName: z.string(),
  failoverTypes: texts,
  failoverDirections: texts,
  customDetails: z.object({ instanceType: z.string(), description: text }),
});

const groupSchema = z.object({
  groupType: z.string(),
  replicationProtectedItems: listOf(z.object({ id: z.string(), virtualMachineId: text })),
  startGroupActions: listOf(actionSchema),
  endGroupActions: listOf(actionSchema),
});

export const planSchema = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    friendlyName: text,
    replicationProviders: texts,
    allowedOperations: texts,
    currentScenario: z.object({ scenarioName: text, jobId: text }).nullish(),
    currentScenarioStatus: text,
    groups: z.array(groupSchema),
  }),
});

/** Enough of a plan to tell whether the bot can bring its VMs home. */
export const planKindSchema = z.object({ properties: z.object({ replicationProviders: texts }) });

export type WirePlan = z.infer<typeof planSchema>;
export type WirePlanGroup = z.infer<typeof groupSchema>;
export type WirePlanAction = z.infer<typeof actionSchema>;
