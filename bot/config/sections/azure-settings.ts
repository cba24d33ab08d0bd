import { z } from 'zod';
import { durationSetting, guid, httpsAddress, noTwoAlike, patterned, words } from './fields.ts';

const tenantId = guid('the directory (tenant) id, a GUID').describe(
  'Directory (tenant) id of the identity.',
);
const clientId = guid('the application (client) id, a GUID').describe(
  'Application (client) id of the identity.',
);

const credential = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('default'), tenantId: tenantId.exactOptional() }),
    z.strictObject({ kind: z.literal('clientSecret'), tenantId, clientId }),
    z.strictObject({ kind: z.literal('managedIdentity'), clientId: clientId.exactOptional() }),
  ])
  .prefault({ kind: 'default' })
  .describe(
    'How the bot signs in to Azure. clientSecret: the secret is in FAILBACK_AZURE_CLIENT_SECRET. managedIdentity: the bot runs on a machine that has one; clientId picks a user-assigned one. default: whatever the Azure identity library finds.',
  );

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const vault = z.strictObject({
  name: patterned(
    /^[a-z][a-z0-9-]{1,49}$/i,
    'a vault name: 2 to 50 letters, digits and hyphens',
  ).describe('Name of the Recovery Services vault. People type it.'),
  subscriptionId: guid('the subscription id, a GUID').describe(
    'Subscription that the vault is in.',
  ),
  resourceGroup: patterned(
    /^[\p{L}\p{N}._()-]{0,89}[\p{L}\p{N}_()-]$/u,
    'the name of a resource group',
  ).describe('Resource group that the vault is in.'),
});

export const azureSettings = z
  .strictObject({
    credential,
    endpoint: httpsAddress()
      .default('https://management.azure.com')
      .describe('Azure Resource Manager. Another one for a sovereign cloud.'),
    authorityHost: httpsAddress()
      .default('https://login.microsoftonline.com')
      .describe('Where the bot signs in. Another one for a sovereign cloud.'),
    privateAuthority: z
      .boolean()
      .default(false)
      .describe(
        'true: authorityHost is one that Microsoft does not list, such as that of a private cloud. Its certificate is checked all the same.',
      ),
    certificateAuthorityFile: words()
      .exactOptional()
      .describe(
        'PEM file with the certificate authorities to trust for Azure instead of the public ones, where a proxy opens TLS. Relative to this file.',
      ),
    requestTimeoutSeconds: durationSetting()
      .default(30)
      .describe(
        'How long a call to Azure, or a read with all its pages, may take before it counts as not answered.',
      ),
    filterJobsByStart: z
      .boolean()
      .default(true)
      .describe(
        'false: the whole job list of a vault is read each time. For a service that does not understand the filter by start time.',
      ),
    linkMbps: z
      .number()
      .positive()
      .max(1_000_000)
      .exactOptional()
      .describe(
        'Speed of the link over which data comes from Azure, in megabits per second. Estimates rest on it until there are earlier failbacks.',
      ),
    vaults: z
      .array(vault)
      .min(1)
      .check(noTwoAlike('name'))
      .describe('The Recovery Services vaults whose VMs come home. Names are unique.'),
  })
  .describe('Azure Site Recovery: where the VMs are and how the bot signs in.');

export type AzureSettings = z.output<typeof azureSettings>;
