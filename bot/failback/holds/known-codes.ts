import type { ServiceIssue } from '../ports/site-recovery.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';

/** What is publicly known of an error code. */
export interface KnownCode {
  readonly means: Statement;
  readonly remedy: Statement;
  /** Where it is said. */
  readonly source: string;
}

const FAILOVER_ERRORS =
  'https://learn.microsoft.com/azure/site-recovery/site-recovery-failover-to-azure-troubleshoot';
const HYPERV_ERRORS = 'https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-troubleshoot';
const RECORDED_FAILBACK =
  'https://github.com/Azure/azure-cli-extensions/blob/main/src/site-recovery/azext_site_recovery/tests/latest/recordings/test_siterecovery_H2A_E2A_scenarios.yaml';

/** No table of the errors of a failback is published: these are the few codes that were described or recorded. */
const KNOWN: Readonly<Record<string, KnownCode>> = {
  '28175': {
    means: coded('vmRenamed'),
    remedy: coded('checkVmName'),
    source: RECORDED_FAILBACK,
  },
  '28031': {
    means: coded('azureVmNotCreated'),
    remedy: coded('checkQuotaAndPolicies'),
    source: FAILOVER_ERRORS,
  },
  '28092': {
    means: coded('networkAdapterNotCreated'),
    remedy: coded('checkQuotaAndPermissions'),
    source: FAILOVER_ERRORS,
  },
  '506': {
    means: coded('inputDoesNotFitItem'),
    remedy: coded('checkItemKind'),
    source: 'https://github.com/Azure/azure-powershell/issues/2872',
  },
  '0x800700EA': {
    means: coded('snapshotFailedOnDynamicDisks'),
    remedy: coded('checkDynamicDisks'),
    source: HYPERV_ERRORS,
  },
  '0x80070032': {
    means: coded('guestSnapshotFailed'),
    remedy: coded('updateIntegrationServices'),
    source: HYPERV_ERRORS,
  },
};

/** What is known of an error: by its code, or by the Windows code that its message carries. */
export function knownCodeIn({
  code,
  message,
  possibleCauses,
}: ServiceIssue): KnownCode | undefined {
  if (Object.hasOwn(KNOWN, code)) return KNOWN[code];
  const words = `${code} ${message} ${possibleCauses ?? ''}`.toLowerCase();
  const found = Object.keys(KNOWN).find(
    (known) => known.startsWith('0x') && words.includes(known.toLowerCase()),
  );
  return found === undefined ? undefined : KNOWN[found];
}
