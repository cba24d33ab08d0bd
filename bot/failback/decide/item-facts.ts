import type { ProtectedItem, RecoveryProvider, Synchronization } from '../ports/site-recovery.ts';
import { coded } from '../words/coded.ts';
import { namedState, type Statement } from '../words/statement.ts';

/** What is approved of an item, value by value, as a VM by itself and a recovery plan share it. */

export const LOCATIONS: Readonly<Record<ProtectedItem['activeLocation'], Statement>> = {
  azure: coded('locationAzure'),
  onPremises: coded('locationOnPremises'),
  unknown: coded('notKnown'),
};

export const SYNCHRONIZATIONS: Readonly<Record<Synchronization, Statement>> = {
  beforeFailover: coded('synchronizationBeforeFailover'),
  fullDownload: coded('synchronizationFullDownload'),
};

/** What Azure offers, in the same order however it lists it. */
export const operationsFact = ({ allowedOperations }: ProtectedItem): Statement => ({
  list: [...allowedOperations].sort(),
  between: ', ',
});

export const scenarioFact = ({ runningScenario }: ProtectedItem): Statement =>
  runningScenario?.name ?? coded('nothing');

export function managedDisksFact({ usesManagedDisks }: ProtectedItem): Statement {
  if (usesManagedDisks === undefined) return coded('notSaid');
  return coded(usesManagedDisks ? 'yes' : 'no');
}

export const serverFact = (provider: RecoveryProvider | undefined): Statement =>
  provider === undefined
    ? coded('notSeen')
    : coded('serverInState', {
        server: provider.name,
        state: namedState(provider.connectionStatus),
      });

export const jobFact = (
  job: { readonly id: string; readonly state: string } | undefined,
): Statement =>
  job === undefined ? coded('notSeen') : coded('jobWithState', { jobId: job.id, state: job.state });
