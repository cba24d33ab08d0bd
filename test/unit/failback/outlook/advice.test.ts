import { describe, expect, it } from 'vitest';
import type { OnPremises } from '../../../../bot/failback/on-premises/on-premises.ts';
import { advise as adviseOn } from '../../../../bot/failback/outlook/advice.ts';
import { type Destination, ORIGINAL_LOCATION } from '../../../../bot/failback/ports/destination.ts';
import type { ProtectedItem } from '../../../../bot/failback/ports/site-recovery.ts';
import { item } from '../../../support/azure-records.ts';
import { NIGHT } from '../../../support/failback-story.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';

const DAY = 86_400_000;
const inAzureFor = (days: number): ProtectedItem =>
  item({ lastSuccessfulFailoverAt: NIGHT - days * DAY });
const download = { outcome: 'ok', value: {}, readAt: NIGHT } as const;
const seen = (vm: OnPremises['vm']): OnPremises => ({ host: 'HV-A', vm, download });
const disks = (...sizes: (number | undefined)[]) =>
  sizes.map((sizeMb, at) => ({ path: `C:\\${at}.vhdx`, ...(sizeMb !== undefined && { sizeMb }) }));
const there = (...sizes: (number | undefined)[]) =>
  seen({ outcome: 'ok', value: vmSight({ disks: disks(...sizes) }), readAt: NIGHT });

const advise = (
  vm: ProtectedItem,
  onPremises: OnPremises | undefined,
  now: number,
  destination: Destination = ORIGINAL_LOCATION,
) => adviseOn({ item: vm, onPremises, destination }, now);

describe('the advice', () => {
  it.each([
    [29, 'beforeFailover', 'shortStay'],
    [30, 'fullDownload', 'longStay'],
    [40, 'fullDownload', 'longStay'],
  ] as const)('after %i days in Azure is %s', (days, synchronization, kind) => {
    const advice = advise(inAzureFor(days), there(40_960), NIGHT);

    expect(advice).toEqual({
      synchronization,
      reasons: [{ kind, days }, { kind: 'changedShareUnknown' }],
    });
  });

  it('is a full download where the VM is gone, and says on which server', () => {
    const advice = advise(inAzureFor(3), seen({ outcome: 'absent', why: 'No such VM.' }), NIGHT);

    expect(advice.synchronization).toBe('fullDownload');
    expect(advice.reasons[0]).toEqual({ kind: 'vmMissing', server: 'HV-A' });
  });

  it.each([
    ['is missing', there()],
    ['cannot be read', there(undefined)],
  ])('is a full download where a disk %s', (_, onPremises) => {
    expect(advise(inAzureFor(3), onPremises, NIGHT)).toMatchObject({
      synchronization: 'fullDownload',
      reasons: [{ kind: 'disksMissing', missing: 1, of: 1 }, { kind: 'shortStay' }, {}],
    });
  });

  it.each([
    ['nobody looks at the server', undefined],
    ['the server is away', seen({ outcome: 'unreachable', why: 'No session.' })],
  ])('concludes nothing where %s, and says so', (_, onPremises) => {
    expect(advise(inAzureFor(3), onPremises, NIGHT)).toEqual({
      synchronization: 'beforeFailover',
      reasons: [
        { kind: 'shortStay', days: 3 },
        { kind: 'onPremisesUnknown' },
        { kind: 'changedShareUnknown' },
      ],
    });
  });

  it('is no other where the VM is to be made on another server: that it is not there is expected', () => {
    const destination = {
      kind: 'alternateLocation',
      providerId: 'host-b',
      server: 'HV-B',
    } as const;
    const absent = seen({ outcome: 'absent', why: 'No such VM.' });

    expect(advise(inAzureFor(3), absent, NIGHT, destination)).toMatchObject({
      synchronization: 'beforeFailover',
      reasons: [{ kind: 'shortStay' }, { kind: 'otherServer' }, { kind: 'changedShareUnknown' }],
    });
  });

  it('does not guess how long the VM has been in Azure', () => {
    const { lastSuccessfulFailoverAt: _, ...silent } = item();

    expect(advise(silent, there(40_960), NIGHT).reasons[0]).toEqual({ kind: 'stayUnknown' });
  });
});
