import type { ServiceIssue } from './ports/site-recovery.ts';
import { phrase, type Words } from './words.ts';

/** What is publicly known of an error code. */
export interface KnownCode {
  readonly means: Words;
  readonly remedy: Words;
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
    means: phrase('The VM was given another name, to avoid a conflict of names.'),
    remedy: phrase('It was recorded as a warning of a job that succeeded. Check the name.'),
    source: RECORDED_FAILBACK,
  },
  '28031': {
    means: phrase('Site Recovery could not create the Azure VM.'),
    remedy: phrase('Check the quota, the size family of the availability set, and policies.'),
    source: FAILOVER_ERRORS,
  },
  '28092': {
    means: phrase('Site Recovery could not create a network adapter for the VM in Azure.'),
    remedy: phrase('Look at quota and permissions first; the source has the steps.'),
    source: FAILOVER_ERRORS,
  },
  '506': {
    means: phrase('What was sent does not fit the kind of the protected item.'),
    remedy: phrase(
      'Look at how the VM is protected. If it is a Hyper-V VM, report it: it is a bug.',
    ),
    source: 'https://github.com/Azure/azure-powershell/issues/2872',
  },
  '0x800700EA': {
    means: phrase('The snapshot of the disks failed: the VM has dynamic disks.'),
    remedy: phrase('Look at the disks of the VM: dynamic disks can make the snapshot fail.'),
    source: HYPERV_ERRORS,
  },
  '0x80070032': {
    means: phrase(
      'The snapshot inside the VM failed: the integration services are of another version.',
    ),
    remedy: phrase('Update the integration services of the VM.'),
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
