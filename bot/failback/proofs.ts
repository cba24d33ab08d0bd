import type { HostAnswer, PortSight, VmSight } from './ports/hyperv-host.ts';
import { stateWords } from './state-words.ts';
import { unanswered } from './unanswered.ts';
import { phrase, type Words } from './words.ts';

/** One thing that shows that the VM is well after it has come home. */
export interface Proof {
  readonly name: string;
  readonly holds: boolean;
  readonly finding: Words;
}

/** What the settings want proved of a VM. */
export interface Wanted {
  /** TCP ports that must answer. */
  readonly ports: readonly number[];
}

/** What was seen of the VM; `ports` is absent where none are wanted or the VM has no address yet. */
export interface Evidence {
  readonly vm: HostAnswer<VmSight>;
  readonly ports?: HostAnswer<readonly PortSight[]>;
}

/** Proves that the VM is well, point by point. Commit stays locked until all of it holds. */
export function prove({ vm, ports }: Evidence, wanted: Wanted): readonly Proof[] {
  if (vm.outcome !== 'ok') return [proof('On-premises VM', false, unanswered(vm))];
  const sight = vm.value;
  const unreadable = sight.disks.filter(({ sizeMb }) => sizeMb === undefined).length;
  return [
    proof(
      'Running',
      sight.state === 'Running',
      phrase('The VM is {state}.', { state: stateWords(sight.state) }),
    ),
    proof('Heartbeat', sight.heartbeat === 'ok', HEARTBEATS[sight.heartbeat]),
    proof(
      'Integration services',
      sight.silentServices.length === 0,
      sight.silentServices.length === 0
        ? phrase('All that are enabled answer.')
        : phrase('Silent: {services}.', { services: { list: sight.silentServices } }),
    ),
    proof(
      'Disks',
      sight.disks.length > 0 && unreadable === 0,
      phrase('{count} of {all} can be read.', {
        count: sight.disks.length - unreadable,
        all: sight.disks.length,
      }),
    ),
    proof(
      'Addresses',
      sight.addresses.length > 0,
      sight.addresses.length > 0
        ? phrase('{all}', { all: { list: sight.addresses } })
        : phrase('The guest reports none yet.'),
    ),
    ...wanted.ports.map((port) => provePort(port, ports)),
  ];
}

/** Whether everything that was looked for holds. */
export const isProven = (proofs: readonly Proof[]): boolean => proofs.every(({ holds }) => holds);

const HEARTBEATS = {
  ok: phrase('The guest answers.'),
  noContact: phrase('The guest does not answer yet.'),
  disabled: phrase('The heartbeat is disabled in the VM.'),
  unknown: phrase('The server does not say.'),
} as const;

function provePort(port: number, ports: Evidence['ports']): Proof {
  const name = `Port ${port}`;
  if (ports === undefined)
    return proof(name, false, phrase('Not tried: the VM has no address yet.'));
  if (ports.outcome !== 'ok') return proof(name, false, unanswered(ports));
  const isOpen = ports.value.some((sight) => sight.port === port && sight.isOpen);
  return proof(name, isOpen, isOpen ? phrase('It answers.') : phrase('It does not answer.'));
}

const proof = (name: string, holds: boolean, finding: Words): Proof => ({ name, holds, finding });

/** Whether two rounds of proofs come to the same: what is found may read differently each time. */
export function areSameProofs(a: readonly Proof[], b: readonly Proof[]): boolean {
  const verdicts = (proofs: readonly Proof[]) => proofs.map(({ name, holds }) => [name, holds]);
  return JSON.stringify(verdicts(a)) === JSON.stringify(verdicts(b));
}
