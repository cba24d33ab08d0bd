/** What is looked at before a failback. */
export type CheckName =
  | 'protectedItem'
  | 'replication'
  | 'activeLocation'
  | 'failoverCommitted'
  | 'runningOperation'
  | 'managedDisks'
  | 'replicatedManagedDisks'
  | 'dataEncryption'
  | 'managedBy'
  | 'onPremisesServer'
  | 'heartbeat'
  | 'providerVersion'
  | 'health'
  | 'onPremisesDisks'
  | 'onPremisesVm'
  | 'onPremisesPower'
  | 'checkpoints'
  | 'virtualSwitches'
  | 'freeSpace'
  | 'hypervReplication'
  | 'automaticStart'
  | 'downloadSpeed'
  | 'destination'
  | 'vmOfSameName'
  | 'vmOnOldServer'
  | 'windows'
  | 'hypervRole'
  | 'serverCore'
  | 'awayFromServer2016'
  | 'recoveryPlan'
  | 'mixedPlan'
  | 'scripts'
  | 'manualActions';

/** What shows that a VM is well after it has come home. */
export type ProofName =
  | 'onPremisesVm'
  | 'running'
  | 'heartbeat'
  | 'integrationServices'
  | 'disks'
  | 'addresses'
  /** A TCP port; which one stands beside it. */
  | 'port';

/** What is approved with a question. */
export type FactName =
  | 'vm'
  | 'protectedItem'
  | 'activeLocation'
  | 'state'
  | 'allowedOperations'
  | 'runningInAzure'
  | 'disks'
  | 'dataSynchronization'
  | 'managedDisks'
  | 'destination'
  | 'onPremisesServer'
  | 'plannedFailoverJob'
  | 'windows'
  | 'virtualSwitches'
  | 'switchType'
  | 'recoveryPlan'
  | 'groups'
  | 'actions'
  | 'action'
  /** One VM of a recovery plan as Azure shows it. */
  | 'vmOfPlan'
  | 'onPremisesVm'
  | 'onPremisesPower'
  | 'checkpoints'
  | 'onPremisesDisks'
  | 'networkAdapters'
  /** A proof's verdict; which one stands beside it. */
  | 'proof'
  /** The approval itself. */
  | 'approval';

/** What was seen when the bot stopped. */
export type EvidenceName =
  | CheckName
  | ProofName
  | 'vm'
  | 'server'
  | 'state'
  | 'call'
  | 'question'
  | 'job'
  | 'code'
  | 'message'
  | 'errors'
  | 'error'
  | 'moreErrors'
  | 'possibleCauses'
  | 'recommendedAction'
  | 'meaning'
  | 'source'
  | 'seen'
  | 'unknown'
  | 'obstacle'
  | 'answer'
  | 'why'
  | 'reason'
  | 'azureVm'
  | 'evidence'
  | 'virtualSwitch'
  | 'azureSays'
  | 'task'
  | 'action'
  | 'protectedItems'
  | 'notProtected'
  | 'nothingNewFor'
  | 'failedVms'
  | 'otherVms'
  | 'moreVms'
  | 'wellVms'
  /** One VM of several; which one stands beside it. */
  | 'oneVm';

export type SubjectName = CheckName | ProofName | FactName | EvidenceName;

/** The names that say nothing without what stands beside them. */
type OpenName = 'port' | 'proof' | 'oneVm' | 'vmOfPlan';

/** The names that have words of their own. */
export type PlainName = Exclude<SubjectName, OpenName>;
