/** The simulated account and its ids. Made up; ids are echoed with a capital S, as the real service does. */
export interface Account {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly vault: string;
}

/** How a VMM server's fabric is named: 64 hexadecimal digits. */
const VMM_FABRIC = '5f3d2c1e'.repeat(8);

/** Builds the ARM ids of one vault with one Hyper-V site or VMM server. */
export class WireNames {
  readonly vaultId: string;
  readonly fabricName: string;
  readonly fabricId: string;
  readonly containerName = 'cloud_5f3d2c1e-0000-4000-8000-00000000c10d';
  readonly containerId: string;
  private readonly account: Account;

  constructor(account: Account, fabric: 'HyperVSite' | 'VMM' = 'HyperVSite') {
    this.account = account;
    this.fabricName = fabric === 'VMM' ? VMM_FABRIC : 'Site-Example';
    this.vaultId = `/Subscriptions/${account.subscriptionId}/resourceGroups/${account.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${account.vault}`;
    this.fabricId = `${this.vaultId}/replicationFabrics/${this.fabricName}`;
    this.containerId = `${this.fabricId}/replicationProtectionContainers/${this.containerName}`;
  }

  itemId(vmName: string): string {
    return `${this.containerId}/replicationProtectedItems/${vmName}`;
  }

  planId(planName: string): string {
    return `${this.vaultId}/replicationRecoveryPlans/${planName}`;
  }

  protectableItemId(vmId: string): string {
    return `${this.containerId}/replicationProtectableItems/${vmId}`;
  }

  providerId(hostId: string): string {
    return `${this.fabricId}/replicationRecoveryServicesProviders/${hostId}`;
  }

  policyId(): string {
    return `${this.vaultId}/replicationPolicies/policy-example`;
  }

  jobId(jobName: string): string {
    return `${this.vaultId}/replicationJobs/${jobName}`;
  }

  /** Azure's own fabric and container, the same in every vault. */
  azureContainerId(): string {
    return `${this.vaultId}/replicationFabrics/d49858f157601230a6ac5862fbbc6e63bf38d23ecd96cf953767945d457fe9d5/replicationProtectionContainers/d38048d4-b460-4791-8ece-108395ee8478`;
  }

  storageAccountId(): string {
    return `${this.resourceGroupId()}/providers/Microsoft.Storage/storageAccounts/storageexample`;
  }

  resourceGroupId(): string {
    return `/subscriptions/${this.account.subscriptionId}/resourceGroups/${this.account.resourceGroup}`;
  }
}
