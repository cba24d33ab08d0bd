import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../../bot/failback/on-premises/proofs.ts';
import type { VerifiedVm } from '../../../../bot/failback/on-premises/verified-vm.ts';
import {
  commitFacts,
  type Examined,
  isReadyForCommit,
  missingProofs,
} from '../../../../bot/failback/state/commit-facts.ts';
import type { ProofOverride } from '../../../../bot/failback/state/failback.ts';
import type { MissingProof } from '../../../../bot/failback/state/holds.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { differences } from '../../../../bot/failback/words/facts.ts';
import type { FactName } from '../../../../bot/failback/words/names.ts';
import { namedState, type Statement } from '../../../../bot/failback/words/statement.ts';
import { ITEM_ID, jun, storyAt } from '../../../support/failback-story.ts';

const RUNNING: Proof = { name: 'running', holds: true, finding: 'The VM is Running.' };
const SILENT: Proof = { name: 'heartbeat', holds: false, finding: 'The guest does not answer.' };

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
const override = (...proofs: readonly Omit<MissingProof, 'itemId'>[]): ProofOverride => ({
  by: jun,
  reason: 'It is known.',
  proofs: proofs.map((proof) => ({ itemId: ITEM_ID, ...proof })),
});

const disk = (sizeMb: number) => coded('diskSize', { sizeMb });
/** How many there are, and which, in the order in which they are compared. */
const counted = (...list: readonly Statement[]) =>
  coded('countedList', { count: list.length, list: { list, between: '; ' } });

const { target } = storyAt('awaitingCommit').failback;
const factsOf = (examined: Examined, ...proofOverrides: readonly ProofOverride[]) =>
  commitFacts({ target, proofOverrides }, [examined]);
const changedBy = (change: Partial<VerifiedVm>) =>
  differences(factsOf(well), factsOf({ ...well, verified: { ...VERIFIED, ...change } }));

describe('what an approval of a commit is bound to on-premises', () => {
  it('is all of this', () => {
    expect(
      factsOf({ ...well, proofs: [RUNNING, SILENT] }, override({ proof: 'heartbeat' })),
    ).toEqual([
      { name: 'onPremisesVm', value: coded('vmOnHost', { host: 'HV-A', vmId: 'vm-web-01' }) },
      { name: 'onPremisesPower', value: namedState('Running') },
      { name: 'checkpoints', value: '0' },
      { name: 'onPremisesDisks', value: counted(disk(1_024), disk(40_960)) },
      { name: 'networkAdapters', value: counted('production', coded('adapterNotConnected')) },
      { name: 'proof', proof: 'running', value: coded('proofHolds') },
      { name: 'proof', proof: 'heartbeat', value: coded('proofLetPass') },
    ]);
  });

  it.each<[keyof VerifiedVm, Partial<VerifiedVm>, FactName, Statement]>([
    [
      'host',
      { host: 'HV-B' },
      'onPremisesVm',
      coded('vmOnHost', { host: 'HV-B', vmId: 'vm-web-01' }),
    ],
    [
      'vmId',
      { vmId: 'vm-other' },
      'onPremisesVm',
      coded('vmOnHost', { host: 'HV-A', vmId: 'vm-other' }),
    ],
    ['state', { state: 'Off' }, 'onPremisesPower', namedState('Off')],
    ['checkpoints', { checkpoints: 1 }, 'checkpoints', '1'],
    ['disks', { disks: [{ sizeMb: 40_960 }] }, 'onPremisesDisks', counted(disk(40_960))],
    [
      'disks',
      { disks: [{ sizeMb: 40_960 }, { sizeMb: 2_048 }] },
      'onPremisesDisks',
      counted(disk(2_048), disk(40_960)),
    ],
    [
      'disks',
      { disks: [{ sizeMb: 40_960, isDifferencing: true }, { sizeMb: 1_024 }] },
      'onPremisesDisks',
      counted(coded('differencingDisk', { disk: disk(40_960) }), disk(1_024)),
    ],
    [
      'disks',
      { disks: [{ sizeMb: 40_960 }, {}] },
      'onPremisesDisks',
      counted(disk(40_960), coded('diskUnreadable')),
    ],
    ['disks', { disks: [] }, 'onPremisesDisks', '0'],
    ['adapters', { adapters: ['production'] }, 'networkAdapters', counted('production')],
    [
      'adapters',
      { adapters: ['Lab', ''] },
      'networkAdapters',
      counted('Lab', coded('adapterNotConnected')),
    ],
    ['adapters', { adapters: [] }, 'networkAdapters', '0'],
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
      {
        name: 'proof',
        proof: 'heartbeat',
        asked: coded('proofHolds'),
        now: coded('proofDoesNotHold'),
      },
    ]);
  });

  it('notices that the VM is not seen any more, and why', () => {
    const { verified: _, ...unseen } = well;
    const silent: Proof = { name: 'onPremisesVm', holds: false, finding: 'No answer.' };
    const now = factsOf({ ...unseen, proofs: [silent], unseen: 'unreachable' });

    expect(now).toEqual([
      { name: 'onPremisesVm', value: coded('notSeenUnreachable') },
      { name: 'proof', proof: 'onPremisesVm', value: coded('proofDoesNotHold') },
    ]);
  });

  it('is that nobody looked, where no host connector knows the server', () => {
    expect(factsOf({ vm, proofs: [] })).toEqual([
      { name: 'onPremisesVm', value: coded('notChecked') },
    ]);
  });

  it('stays as it was when a proof that was let pass comes to hold', () => {
    const letPass = override({ proof: 'heartbeat' });
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
    expect(facts.map(({ name, vm: of }) => [name, of])).toEqual([
      ['onPremisesVm', 'web-01 (a)'],
      ['onPremisesVm', 'Web-01 (b)'],
      ['onPremisesVm', 'db-01'],
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
    expect(isReadyForCommit([examined], [override({ proof: 'heartbeat' })])).toBe(true);
    expect(
      isReadyForCommit(
        [well, examined],
        [override({ proof: 'port', port: 443 }), override({ proof: 'heartbeat' })],
      ),
    ).toBe(true);
  });

  it('is everything else all the same', () => {
    expect(missingProofs(examined, [override({ proof: 'port', port: 443 })])).toEqual([SILENT]);
    const ofAnother: ProofOverride = {
      ...override(),
      proofs: [{ itemId: '/items/b', proof: 'heartbeat' }],
    };
    expect(missingProofs(examined, [ofAnother])).toEqual([SILENT]);
  });
});
