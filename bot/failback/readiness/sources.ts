/** Where Microsoft says what a failback can do and what it can not. */
export const SOURCES = {
  failback: 'https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback',
  supportMatrix: 'https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-support-matrix',
  managedDisks: 'https://github.com/MicrosoftDocs/azure-docs/issues/114722',
  plannedFailover:
    'https://learn.microsoft.com/powershell/module/az.recoveryservices/start-azrecoveryservicesasrplannedfailoverjob',
} as const;
