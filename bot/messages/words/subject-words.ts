import { phrase, type Words } from '../../chat/message/phrase.ts';
import type { SomeVms, Subject } from '../../failback/words/facts.ts';

/** What something that was found is about, as people read it: the name, and whose it is. */
export function subjectWords({ vm, vms, ...of }: Subject): Words {
  if (vm !== undefined && of.name === 'oneVm') return oneVm(vm, of.failback ?? of.server);
  if (vm !== undefined && of.name === 'vmOfPlan') return `VM ${vm}`;
  const whose = vms === undefined ? vm : someVms(vms);
  return whose === undefined
    ? nameOf(of)
    : phrase('{vms}: {name}', { vms: whose, name: nameOf(of) });
}

const oneVm = (vm: string, where: string | undefined): string =>
  where === undefined ? vm : `${vm} (${where})`;

function nameOf({ name, port, proof, number }: Subject): Words {
  if (name === 'port') return phrase('Port {port}', { port: String(port) });
  if (name === 'proof' && proof !== undefined)
    return phrase('Proof of {name}', { name: nameOf({ name: proof, ...(port && { port }) }) });
  const words = { subject: name };
  return number === undefined
    ? words
    : phrase('{name} {number}', { name: words, number: String(number) });
}

function someVms({ names, more }: SomeVms): Words {
  const shown = names.join(', ');
  return more === 0 ? shown : phrase('{names} and {count} more VMs', { names: shown, count: more });
}
