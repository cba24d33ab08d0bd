import { type Phrase, phrase, type Words } from './phrase.ts';

/**
 * The names of checks, proofs and facts as people read them. In the ledger they stand as plain English: they tell the facts
 * of a question apart, and are part of what is approved.
 */
const NAMES: ReadonlyMap<string, Phrase> = new Map(
  [
    phrase('Protected item'),
    phrase('Replication'),
    phrase('Active location'),
    phrase('Failover committed'),
    phrase('Running operation'),
    phrase('Managed disks'),
    phrase('Managed disks, replicated'),
    phrase('Data encryption'),
    phrase('Managed by'),
    phrase('On-premises server'),
    phrase('Heartbeat'),
    phrase('Provider version'),
    phrase('Health'),
    phrase('Days in Azure'),
    phrase('On-premises disks'),
    phrase('On-premises VM'),
    phrase('On-premises power'),
    phrase('Network adapters'),
    phrase('Checkpoints'),
    phrase('Virtual switches'),
    phrase('Free space'),
    phrase('Hyper-V replication'),
    phrase('Automatic start'),
    phrase('Download speed'),
    phrase('Destination'),
    phrase('VM of the same name'),
    phrase('VM on its old server'),
    phrase('Windows'),
    phrase('Hyper-V role'),
    phrase('Server Core'),
    phrase('VM'),
    phrase('State'),
    phrase('Allowed operations'),
    phrase('Running in Azure'),
    phrase('Disks'),
    phrase('Planned failover job'),
    phrase('Approval'),
    phrase('Running'),
    phrase('Integration services'),
    phrase('Addresses'),
    phrase('Call'),
    phrase('Question'),
    phrase('Job'),
    phrase('Code'),
    phrase('Message'),
    phrase('Errors'),
    phrase('Error'),
    phrase('More errors'),
    phrase('More VMs'),
    phrase('VMs that are well'),
    phrase('Possible causes'),
    phrase('Recommended action'),
    phrase('What it means'),
    phrase('Source'),
    phrase('Seen'),
    phrase('Unknown'),
    phrase('Obstacle'),
    phrase('Server'),
    phrase('Answer'),
    phrase('Why'),
    phrase('Reason'),
    phrase('Azure VM'),
    phrase('Evidence'),
    phrase('Data synchronization'),
    phrase('On-premises VMs'),
    phrase('More points'),
    phrase('Away from Windows Server 2016'),
    phrase('Virtual switch'),
    phrase('Scripts'),
    phrase('Manual actions'),
    phrase('Mixed plan'),
    phrase('Recovery plan'),
    phrase('Azure says'),
    phrase('Task'),
    phrase('Protected items'),
    phrase('Not protected'),
    phrase('Nothing new for'),
    phrase('Failed VMs'),
    phrase('VMs that did not fail'),
    phrase('Groups'),
    phrase('Actions'),
    phrase('Action'),
  ].map((name) => [name.phrase, name]),
);

/** A name as people read it; one that has no words of its own, a VM's for example, stays as it is. */
export function factName(name: string): Words {
  const ofVm = /^(.+): (.+)$/.exec(name);
  if (ofVm?.[1] !== undefined && ofVm[2] !== undefined)
    return phrase('{vms}: {name}', { vms: manyVms(ofVm[1]), name: factName(ofVm[2]) });
  const proof = /^Proof of (.+)$/.exec(name)?.[1];
  if (proof !== undefined) return phrase('Proof of {name}', { name: factName(proof) });
  const port = /^Port ([0-9]+)$/.exec(name)?.[1];
  if (port !== undefined) return phrase('Port {port}', { port });
  const numbered = /^(.+) ([0-9])$/.exec(name);
  const [, plain = name, number] = numbered ?? [];
  const words = NAMES.get(number === undefined ? name : plain);
  if (words === undefined) return name;
  return number === undefined ? words : phrase('{name} {number}', { name: words, number });
}

function manyVms(names: string): Words {
  const [, some, count] = /^(.+) and ([0-9]+) more VMs$/.exec(names) ?? [];
  return some === undefined || count === undefined
    ? names
    : phrase('{names} and {count} more VMs', { names: some, count });
}
