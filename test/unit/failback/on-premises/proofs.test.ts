import { describe, expect, it } from 'vitest';
import { areSameProofs, isProven, prove } from '../../../../bot/failback/on-premises/proofs.ts';
import { unanswered } from '../../../../bot/failback/on-premises/unanswered.ts';
import type { HostAnswer, VmSnapshot } from '../../../../bot/failback/ports/hyperv-host.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { subjectOf } from '../../../../bot/failback/words/facts.ts';
import { namedState } from '../../../../bot/failback/words/statement.ts';
import { UP } from '../../../support/fakes/fake-host.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';

const seen = (change: Partial<VmSnapshot> = {}): HostAnswer<VmSnapshot> => ({
  outcome: 'ok',
  value: vmSight({ ...UP, ...change }),
  readAt: 0,
});
const proofsOf = (change: Partial<VmSnapshot>) => prove({ vm: seen(change) }, { ports: [] });
const missing = (proofs: ReturnType<typeof prove>) =>
  proofs.filter(({ holds }) => !holds).map((proof) => [subjectOf(proof), proof.finding]);

describe('proof that a VM is well', () => {
  it('is given when it runs, its guest answers, its disks can be read and it has an address', () => {
    const proofs = proofsOf({});

    expect(isProven(proofs)).toBe(true);
    expect(proofs.map(({ name }) => name)).toEqual([
      'running',
      'heartbeat',
      'integrationServices',
      'disks',
      'addresses',
    ]);
  });

  it.each([
    [{ state: 'Paused' }, 'running', coded('vmInState', { state: namedState('Paused') })],
    [{ heartbeat: 'noContact' }, 'heartbeat', coded('heartbeatNoContact')],
    [{ heartbeat: 'disabled' }, 'heartbeat', coded('heartbeatDisabled')],
    [{ heartbeat: 'unknown' }, 'heartbeat', coded('heartbeatNotSaid')],
    [
      { silentServices: ['Shutdown', 'VSS'] },
      'integrationServices',
      coded('servicesSilent', { services: { list: ['Shutdown', 'VSS'] } }),
    ],
    [{ disks: [] }, 'disks', coded('disksReadable', { readable: 0, all: 0 })],
    [
      { disks: [{ path: 'a', sizeMb: 1 }, { path: 'b' }] },
      'disks',
      coded('disksReadable', { readable: 1, all: 2 }),
    ],
    [{ addresses: [] }, 'addresses', coded('noAddressYet')],
  ] as const)('is not given by %o, and says why', (change, name, why) => {
    const proofs = proofsOf(change);

    expect(isProven(proofs)).toBe(false);
    expect(missing(proofs)).toEqual([[{ name }, why]]);
  });

  it.each(['unreachable', 'forbidden', 'absent', 'unknown'] as const)(
    'is not given by a server that is %s',
    (outcome) => {
      const proofs = prove({ vm: { outcome, why: 'No session.' } }, { ports: [443] });

      expect(isProven(proofs)).toBe(false);
      expect(missing(proofs)).toEqual([
        [{ name: 'onPremisesVm' }, unanswered({ outcome, why: 'No session.' })],
      ]);
    },
  );

  it('wants each port to answer', () => {
    const vm = seen();
    const value = [
      { port: 443, isOpen: true },
      { port: 22, isOpen: false },
    ];
    const proofs = prove(
      { vm, ports: { outcome: 'ok', value, readAt: 0 } },
      { ports: [443, 22, 8] },
    );

    expect(missing(proofs)).toEqual([
      [{ name: 'port', port: 22 }, coded('portClosed')],
      [{ name: 'port', port: 8 }, coded('portClosed')],
    ]);
    expect(proofs).toContainEqual({
      name: 'port',
      port: 443,
      holds: true,
      finding: coded('portOpen'),
    });
  });

  it('takes a port that could not be tried for one that does not answer', () => {
    const vm = seen();
    const wanted = { ports: [443] };

    expect(missing(prove({ vm }, wanted))).toEqual([
      [{ name: 'port', port: 443 }, coded('portNotTried')],
    ]);
    const ports = { outcome: 'forbidden', why: 'Not for you.' } as const;
    expect(missing(prove({ vm, ports }, wanted))).toEqual([
      [{ name: 'port', port: 443 }, unanswered(ports)],
    ]);
  });

  it('is the same as long as the same holds, however the findings read', () => {
    expect(areSameProofs(proofsOf({}), proofsOf({ addresses: ['192.0.2.8'] }))).toBe(true);
    expect(areSameProofs(proofsOf({}), proofsOf({ addresses: [] }))).toBe(false);
  });
});
