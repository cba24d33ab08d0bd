import { z } from 'zod';
import { text } from './wire-fields.ts';

/**
 * The service's answers as they are on the wire, as far as the bot needs them: unknown fields are ignored, `null` is
 * the same as absent. What is not optional here is what the bot must know.
 * https://learn.microsoft.com/rest/api/site-recovery/
 */
/** Names of 2016-2018 and what they are called since. */
const RENAMED: Readonly<Record<string, string>> = {
  azureVMDiskDetails: 'azureVmDiskDetails',
  recoveryAzureVMName: 'recoveryAzureVmName',
  replicationHealthErrors: 'healthErrors',
};

const OLD_NAMES = Object.keys(RENAMED);

/** Accepts both generations of names; the current one wins where both are sent. */
function withCurrentNames(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  if (!OLD_NAMES.some((name) => name in body)) return body;
  const entries = Object.entries(body);
  const renamed = entries.map(([name, value]) => [RENAMED[name] ?? name, value] as const);
  return { ...Object.fromEntries(renamed), ...Object.fromEntries(entries) };
}

export const pageSchema = z.object({ value: z.array(z.unknown()), nextLink: text });

const healthErrorSchema = z.object({
  errorLevel: text,
  errorCode: text,
  errorMessage: text,
  possibleCauses: text,
  recommendedAction: text,
});

const diskSchema = z.object({
  vhdId: text,
  vhdName: text,
  /** A number as text. */
  maxSizeMB: z.union([z.string(), z.number()]).nullish(),
});

const providerDetailsSchema = z.preprocess(
  withCurrentNames,
  z.object({
    instanceType: z.string(),
    azureVmDiskDetails: z.array(diskSchema).nullish(),
    protectedManagedDisks: z.array(z.unknown()).nullish(),
    /** "true" or "false", as text. */
    useManagedDisks: z.union([z.string(), z.boolean()]).nullish(),
    recoveryAzureVmName: text,
    initialReplicationDetails: z
      .object({ initialReplicationProgressPercentage: z.union([z.string(), z.number()]).nullish() })
      .nullish(),
    lastRecoveryPointReceived: text,
    vmId: text,
    encryption: text,
    vmNics: z.array(z.object({ vMNetworkName: text })).nullish(),
    recoveryAzureStorageAccount: text,
    recoveryAzureLogStorageAccountId: text,
  }),
);

export const itemSchema = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.preprocess(
    withCurrentNames,
    z.object({
      friendlyName: text,
      protectableItemId: text,
      recoveryServicesProviderId: text,
      primaryFabricFriendlyName: text,
      protectionState: z.string(),
      protectionStateDescription: text,
      activeLocation: z.string(),
      allowedOperations: z.array(z.string()),
      replicationHealth: text,
      healthErrors: z.array(healthErrorSchema).nullish(),
      lastSuccessfulFailoverTime: text,
      currentScenario: z.object({ scenarioName: z.string(), jobId: text }),
      providerSpecificDetails: providerDetailsSchema,
    }),
  ),
});

/** Enough of an item to tell whether it is of a kind that the bot can bring home. */
export const itemKindSchema = z.object({
  properties: z.object({ providerSpecificDetails: z.object({ instanceType: z.string() }) }),
});

export const providerSchema = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    friendlyName: text,
    fabricType: text,
    connectionStatus: z.string(),
    lastHeartBeat: text,
    providerVersion: text,
    providerVersionState: text,
  }),
});

export const fabricSchema = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    friendlyName: text,
    encryptionDetails: z.object({ kekState: text }).nullish(),
    customDetails: z.object({ instanceType: text }).nullish(),
  }),
});

export const protectableItemSchema = z.object({
  properties: z.object({
    friendlyName: z.string(),
    customDetails: z.object({
      sourceItemId: z.string(),
      osDetails: z.object({ osType: text }).nullish(),
      diskDetails: z.array(z.object({ vhdId: text, vhdType: text })).nullish(),
    }),
  }),
});

export type WireItem = z.infer<typeof itemSchema>;
export type WireFabric = z.infer<typeof fabricSchema>;
export type WireProvider = z.infer<typeof providerSchema>;
export type WireProtectableItem = z.infer<typeof protectableItemSchema>;
