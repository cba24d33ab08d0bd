import type { HostAnswer, PortSnapshot, VmSnapshot } from '../ports/hyperv-host.ts';
import { coded } from '../words/coded.ts';
import { type Subject, subjectOf } from '../words/facts.ts';
import type { ProofName } from '../words/names.ts';
import { namedState, type Statement } from '../words/statement.ts';
import { unanswered } from './unanswered.ts';

/** One thing that shows that the VM is well after it has come home. */
export interface Proof extends Subject<ProofName> {
  readonly holds: boolean;
  readonly finding: Statement;
}

/** What the settings want proved of a VM. */
export interface Wanted {
  /** TCP ports that must answer. */
  readonly ports: readonly number[];
}

/** What was seen of the VM; `ports` is absent where none are wanted or the VM has no address yet. */
export interface ProofEvidence {
  readonly vm: HostAnswer<VmSnapshot>;
  readonly ports?: HostAnswer<readonly PortSnapshot[]>;
}

/** Proves that the VM is well, point by point. Commit stays locked until all of it holds. */
export function prove({ vm, ports }: ProofEvidence, wanted: Wanted): readonly Proof[] {
  if (vm.outcome !== 'ok') return [proof('onPremisesVm', false, unanswered(vm))];
  const sight = vm.value;
  const unreadable = sight.disks.filter(({ sizeMb }) => sizeMb === undefined).length;
  return [
    proof(
      'running',
      sight.state === 'Running',
      coded('vmInState', { state: namedState(sight.state) }),
    ),
    proof('heartbeat', sight.heartbeat === 'ok', HEARTBEATS[sight.heartbeat]),
    proof(
      'integrationServices',
      sight.silentServices.length === 0,
      sight.silentServices.length === 0
        ? coded('servicesAnswer')
        : coded('servicesSilent', { services: { list: sight.silentServices } }),
    ),
    proof(
      'disks',
      sight.disks.length > 0 && unreadable === 0,
      coded('disksReadable', {
        readable: sight.disks.length - unreadable,
        all: sight.disks.length,
      }),
    ),
    proof(
      'addresses',
      sight.addresses.length > 0,
      sight.addresses.length > 0 ? { list: sight.addresses } : coded('noAddressYet'),
    ),
    ...wanted.ports.map((port) => provePort(port, ports)),
  ];
}

/** Whether everything that was looked for holds. */
export const isProven = (proofs: readonly Proof[]): boolean => proofs.every(({ holds }) => holds);

const HEARTBEATS = {
  ok: coded('heartbeatOk'),
  noContact: coded('heartbeatNoContact'),
  disabled: coded('heartbeatDisabled'),
  unknown: coded('heartbeatNotSaid'),
} as const;

function provePort(port: number, ports: ProofEvidence['ports']): Proof {
  const proofOf = (holds: boolean, finding: Statement): Proof => ({
    ...proof('port', holds, finding),
    port,
  });
  if (ports === undefined) return proofOf(false, coded('portNotTried'));
  if (ports.outcome !== 'ok') return proofOf(false, unanswered(ports));
  const isOpen = ports.value.some((sight) => sight.port === port && sight.isOpen);
  return proofOf(isOpen, coded(isOpen ? 'portOpen' : 'portClosed'));
}

const proof = (name: ProofName, holds: boolean, finding: Statement): Proof => ({
  name,
  holds,
  finding,
});

/** Whether two rounds of proofs come to the same: what is found may read differently each time. */
export function areSameProofs(a: readonly Proof[], b: readonly Proof[]): boolean {
  const verdicts = (proofs: readonly Proof[]) =>
    proofs.map((proof) => [subjectOf(proof), proof.holds]);
  return JSON.stringify(verdicts(a)) === JSON.stringify(verdicts(b));
}
