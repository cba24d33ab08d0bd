import { describe, expect, it } from 'vitest';
import type { HostAnswer, VmSight } from '../../../bot/failback/ports/hyperv-host.ts';
import { areSameProofs, isProven, prove } from '../../../bot/failback/proofs.ts';
import { UNANSWERED } from '../../../bot/failback/unanswered.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import { UP } from '../../support/fake-host.ts';
import { vmSight } from '../../support/scripted-host.ts';
import { ENGLISH } from '../../support/spoken.ts';

const seen = (change: Partial<VmSight> = {}): HostAnswer<VmSight> => ({
  outcome: 'ok',
  value: vmSight({ ...UP, ...change }),
  readAt: 0,
});
const proofsOf = (change: Partial<VmSight>) => prove({ vm: seen(change) }, { ports: [] });
const missing = (proofs: ReturnType<typeof prove>) =>
  proofs
    .filter(({ holds }) => !holds)
    .map(({ name, finding }) => `${name}: ${ENGLISH.text(finding)}`);

describe('proof that a VM is well', () => {
  it('is given when it runs, its guest answers, its disks can be read and it has an address', () => {
    const proofs = proofsOf({});

    expect(isProven(proofs)).toBe(true);
    expect(proofs.map(({ name }) => name)).toEqual([
      'Running',
      'Heartbeat',
      'Integration services',
      'Disks',
      'Addresses',
    ]);
  });

  it.each([
    [{ state: 'Paused' }, 'Running: The VM is Paused.'],
    [{ heartbeat: 'noContact' }, 'Heartbeat: The guest does not answer yet.'],
    [{ heartbeat: 'disabled' }, 'Heartbeat: The heartbeat is disabled in the VM.'],
    [{ heartbeat: 'unknown' }, 'Heartbeat: The server does not say.'],
    [{ silentServices: ['Shutdown', 'VSS'] }, 'Integration services: Silent: Shutdown, VSS.'],
    [{ disks: [] }, 'Disks: 0 of 0 can be read.'],
    [{ disks: [{ path: 'a', sizeMb: 1 }, { path: 'b' }] }, 'Disks: 1 of 2 can be read.'],
    [{ addresses: [] }, 'Addresses: The guest reports none yet.'],
  ] as const)('is not given by %o, and says why', (change, why) => {
    const proofs = proofsOf(change);

    expect(isProven(proofs)).toBe(false);
    expect(missing(proofs)).toEqual([why]);
  });

  it.each(['unreachable', 'forbidden', 'absent', 'unknown'] as const)(
    'is not given by a server that is %s',
    (outcome) => {
      const words = ENGLISH.text(UNANSWERED[outcome]);
      const proofs = prove({ vm: { outcome, why: 'No session.' } }, { ports: [443] });

      expect(isProven(proofs)).toBe(false);
      expect(missing(proofs)).toEqual([`On-premises VM: ${words} No session.`]);
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
      'Port 22: It does not answer.',
      'Port 8: It does not answer.',
    ]);
    expect(proofs).toContainEqual({
      name: 'Port 443',
      holds: true,
      finding: coded('portOpen'),
    });
  });

  it('takes a port that could not be tried for one that does not answer', () => {
    const vm = seen();
    const wanted = { ports: [443] };

    expect(missing(prove({ vm }, wanted))).toEqual([
      'Port 443: Not tried: the VM has no address yet.',
    ]);
    const ports = { outcome: 'forbidden', why: 'Not for you.' } as const;
    expect(missing(prove({ vm, ports }, wanted))).toEqual([
      'Port 443: Reached, but the account of the bot may not do this. Not for you.',
    ]);
  });

  it('is the same as long as the same holds, however the findings read', () => {
    expect(areSameProofs(proofsOf({}), proofsOf({ addresses: ['192.0.2.8'] }))).toBe(true);
    expect(areSameProofs(proofsOf({}), proofsOf({ addresses: [] }))).toBe(false);
  });
});
