import { it as base } from 'vitest';
import {
  type AzureSimulator,
  type AzureSimulatorOptions,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';
import { FAST } from './failback-rig.ts';

interface OwnVault {
  /** How the simulated Azure of the case differs from the usual one. */
  readonly azureOptions: AzureSimulatorOptions;
  readonly azure: AzureSimulator;
}

/**
 * Cases each of which has an Azure of its own. Cases that run at once in one vault are not independent: each bot reads
 * the VMs and the jobs of all the others at every look.
 */
export const itInOwnVault = base.extend<OwnVault>({
  azureOptions: {},
  azure: async ({ azureOptions }, use) => {
    const azure = await startAzureSimulator({ ...FAST, ...azureOptions });
    await use(azure);
    await azure.close();
  },
});
