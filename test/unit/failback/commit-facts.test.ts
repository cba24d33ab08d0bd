import { describe, expect, it } from 'vitest';
import {
  commitFacts,
  type Examined,
  isReadyForCommit,
  missingProofs,
} from '../../../bot/failback/commit-facts.ts';
import type { ProofOverride } from '../../../bot/failback/failback.ts';
import { differences } from '../../../bot/failback/gates.ts';
import type { Proof } from '../../../bot/failback/proofs.ts';
import type { VerifiedVm } from '../../../bot/failback/verified-vm.ts';
import { ITEM_ID, jun, storyAt } from '../../support/failback-story.ts';

const RUNNING: Proof = { name: 'Running', holds: true, finding: 'The VM is Running.' };
const SILENT: Proof = { name: 'Heartbeat', holds: false, finding: 'The guest does not answer.' };

const VERIFIED: VerifiedVm = {
  host: 'HV-A',
  vmId: 'vm-web-01',
  state: 'Running',
  checkpoints: 0,
  disks: [{ sizeMb: 40_960 }, { sizeMb: 1_024 }],
  adapters: ['production', ''],
  addresses: ['192.0.2.7'],
  uptimeSeconds: 60,
};

const vm = { itemId: ITEM_ID, name: 'web-01', host: { name: 'HV-A' } };
const well: Examined = { vm, proofs: [RUNNING], verified: VERIFIED };
const override = (...proofs: readonly string[]): ProofOverride => ({
  by: jun,
  reason: 'It is known.',
  proofs: proofs.map((proof) => ({ itemId: ITEM_ID, proof })),
});

const { target } = storyAt('awaitingCommit').failback;
const factsOf = (examined: Examined, ...proofOverrides: readonly ProofOverride[]) =>
  commitFacts({ target, proofOverrides }, [examined]);
const changedBy = (change: Partial<VerifiedVm>) =>
  differences(factsOf(well), factsOf({ ...well, verified: { ...VERIFIED, ...change } }));

describe('what an approval of a commit is bound to on-premises', () => {
  it('is all of this', () => {
    expect(factsOf({ ...well, proofs: [RUNNING, SILENT] }, override('Heartbeat'))).toEqual([
      { name: 'On-premises VM', value: 'HV-A, vm-web-01' },
      { name: 'On-premises power', value: 'Running' },
      { name: 'Checkpoints', value: '0' },
      { name: 'On-premises disks', value: '2: 1024 MB; 40960 MB' },
      { name: 'Network adapters', value: '2: not connected; production' },
      { name: 'Proof of Running', value: 'holds' },
      { name: 'Proof of Heartbeat', value: 'let pass' },
    ]);
  });

  it.each<[keyof VerifiedVm, Partial<VerifiedVm>, string, string]>([
    ['host', { host: 'HV-B' }, 'On-premises VM', 'HV-B, vm-web-01'],
    ['vmId', { vmId: 'vm-other' }, 'On-premises VM', 'HV-A, vm-other'],
    ['state', { state: 'Off' }, 'On-premises power', 'Off'],
    ['checkpoints', { checkpoints: 1 }, 'Checkpoints', '1'],
    ['disks', { disks: [{ sizeMb: 40_960 }] }, 'On-premises disks', '1: 40960 MB'],
    [
      'disks',
      { disks: [{ sizeMb: 40_960 }, { sizeMb: 2_048 }] },
      'On-premises disks',
      '2: 2048 MB; 40960 MB',
    ],
    [
      'disks',
      { disks: [{ sizeMb: 40_960, isDifferencing: true }, { sizeMb: 1_024 }] },
      'On-premises disks',
      '2: 1024 MB; 40960 MB, differencing',
    ],
    [
      'disks',
      { disks: [{ sizeMb: 40_960 }, {}] },
      'On-premises disks',
      '2: 40960 MB; not readable',
    ],
    ['disks', { disks: [] }, 'On-premises disks', '0'],
    ['adapters', { adapters: ['production'] }, 'Network adapters', '1: production'],
    ['adapters', { adapters: ['Lab', ''] }, 'Network adapters', '2: Lab; not connected'],
    ['adapters', { adapters: [] }, 'Network adapters', '0'],
  ])('notices another %s: %o', (_, change, name, now) => {
    expect(changedBy(change)).toEqual([expect.objectContaining({ name, now })]);
  });

  it.each<[keyof VerifiedVm, Partial<VerifiedVm>]>([
    ['addresses', { addresses: ['192.0.2.8'] }],
    ['uptimeSeconds', { uptimeSeconds: 999 }],
  ])('does not notice other %s: they are shown only', (_, change) => {
    expect(changedBy(change)).toEqual([]);
  });

  it('does not depend on the order in which a server lists things', () => {
    const { disks, adapters } = VERIFIED;

    expect(changedBy({ disks: [...disks].reverse(), adapters: [...adapters].reverse() })).toEqual(
      [],
    );
  });

  it('notices a proof that does not hold any more', () => {
    const before = factsOf({ ...well, proofs: [{ ...SILENT, holds: true }] });

    expect(differences(before, factsOf({ ...well, proofs: [SILENT] }))).toEqual([
      { name: 'Proof of Heartbeat', asked: 'holds', now: 'does not hold' },
    ]);
  });

  it('notices that the VM is not seen any more, and why', () => {
    const { verified: _, ...unseen } = well;
    const silent: Proof = { name: 'On-premises VM', holds: false, finding: 'No answer.' };
    const now = factsOf({ ...unseen, proofs: [silent], unseen: 'unreachable' });

    expect(now).toEqual([
      { name: 'On-premises VM', value: 'not seen: unreachable' },
      { name: 'Proof of On-premises VM', value: 'does not hold' },
    ]);
  });

  it('is that nobody looked, where no host connector knows the server', () => {
    expect(factsOf({ vm, proofs: [] })).toEqual([{ name: 'On-premises VM', value: 'not checked' }]);
  });

  it('stays as it was when a proof that was let pass comes to hold', () => {
    const letPass = override('Heartbeat');
    const before = factsOf({ ...well, proofs: [SILENT] }, letPass);
    const now = factsOf({ ...well, proofs: [{ ...SILENT, holds: true }] }, letPass);

    expect(differences(before, now)).toEqual([]);
  });

  it('names each VM of a plan, and its item where two are called the same', () => {
    const items = ['/items/a', '/items/b', '/items/c'];
    const names = ['web-01', 'Web-01', 'db-01'];
    const examined = items.map((itemId, at) => ({
      vm: { itemId, name: names[at] ?? '' },
      proofs: [],
    }));
    const plan = {
      kind: 'recoveryPlan' as const,
      vault: 'north',
      planId: '/plans/shop',
      name: 'shop',
      items: examined.map(({ vm: { itemId, name } }) => ({ itemId, name })),
    };

    const facts = commitFacts({ target: plan, proofOverrides: [] }, examined);
    expect(facts.map(({ name }) => name)).toEqual([
      'web-01 (a): On-premises VM',
      'Web-01 (b): On-premises VM',
      'db-01: On-premises VM',
    ]);
  });
});

describe('what is missing before the commit may be asked for', () => {
  const examined = { ...well, proofs: [RUNNING, SILENT] };

  it('is each proof that does not hold', () => {
    expect(missingProofs(examined, [])).toEqual([SILENT]);
    expect(isReadyForCommit([examined], [])).toBe(false);
    expect(isReadyForCommit([well], [])).toBe(true);
  });

  it('is not what an override names, of this VM', () => {
    expect(isReadyForCommit([examined], [override('Heartbeat')])).toBe(true);
    expect(isReadyForCommit([well, examined], [override('Port 443'), override('Heartbeat')])).toBe(
      true,
    );
  });

  it('is everything else all the same', () => {
    expect(missingProofs(examined, [override('Port 443')])).toEqual([SILENT]);
    const ofAnother = { ...override(), proofs: [{ itemId: '/items/b', proof: 'Heartbeat' }] };
    expect(missingProofs(examined, [ofAnother])).toEqual([SILENT]);
  });
});
