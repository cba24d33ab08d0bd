import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../../../bot/failback/decide/gate-estimate.ts';
import {
  changeoverEstimate,
  downloadEstimate,
  type Estimate,
  type Rates,
  synchronizationEstimate,
} from '../../../../bot/failback/outlook/estimate.ts';
import type { PastFailback } from '../../../../bot/failback/outlook/past-failbacks.ts';
import type { GateKind } from '../../../../bot/failback/state/gates.ts';
import { storyAt, storyOf } from '../../../support/failback-story.ts';

const KINDS: readonly GateKind[] = ['direction', 'complete', 'commit', 'reverse'];
const GB = 1024;
const NOTHING: Rates = { past: [] };

const earlier = (changes: Partial<PastFailback> = {}): PastFailback => ({
  vault: 'north',
  synchronization: 'beforeFailover',
  sizeMb: 100 * GB,
  dataMs: 40 * 60_000,
  downtimeMs: 10 * 60_000,
  ...changes,
});
const download = (changes: Partial<PastFailback> = {}) =>
  earlier({ synchronization: 'fullDownload', dataMs: 60 * 60_000, ...changes });

describe('an estimate of the synchronization before failover', () => {
  it('rests on the documented figures where nothing else is known', () => {
    expect(synchronizationEstimate(500 * GB, NOTHING)).toEqual({
      minutes: [100, 250],
      basis: { kind: 'documented' },
    });
  });

  it('ends, over a known link, where all data would have changed and the link were half used', () => {
    expect(synchronizationEstimate(500 * GB, { linkMbps: 100, past: [] })).toEqual({
      minutes: [100, 1366],
      basis: { kind: 'link', mbps: 100 },
    });
  });

  it('rests on earlier failbacks of its kind rather than on anything else, by the size of the disks', () => {
    const past = [earlier(), earlier({ dataMs: 20 * 60_000 }), download()];

    expect(synchronizationEstimate(200 * GB, { linkMbps: 100, past })).toEqual({
      minutes: [30, 120],
      basis: { kind: 'past', count: 2 },
    });
  });
});

describe('an estimate of a full download', () => {
  it('rests on the documented figures, with the shutdown and the start', () => {
    expect(downloadEstimate(500 * GB, NOTHING)).toEqual({
      minutes: [105, 270],
      basis: { kind: 'documented' },
    });
  });

  it('rests on the link where the settings give it', () => {
    expect(downloadEstimate(100 * GB, { linkMbps: 1_000, past: [] })).toEqual({
      minutes: [19, 48],
      basis: { kind: 'link', mbps: 1_000 },
    });
  });

  it('rests on earlier full downloads', () => {
    expect(downloadEstimate(50 * GB, { past: [download(), earlier()] })).toEqual({
      minutes: [23, 45],
      basis: { kind: 'past', count: 1 },
    });
  });
});

describe('an estimate of the downtime of a complete failover', () => {
  it('is the recorded one, until there are earlier failbacks', () => {
    expect(changeoverEstimate({ past: [download()] }).minutes).toEqual([5, 20]);
    expect(changeoverEstimate({ past: [earlier(), earlier({ downtimeMs: 600_000 * 2 })] })).toEqual(
      {
        minutes: [8, 30],
        basis: { kind: 'past', count: 2 },
      },
    );
  });
});

describe('the estimate of a gate', () => {
  it('is the one that was made when the VM was checked, for the way that was asked for', () => {
    const course = (from: number): { data: Estimate; downtime: Estimate } => ({
      data: { minutes: [from, from + 9], basis: { kind: 'documented' } },
      downtime: { minutes: [from + 1, from + 10], basis: { kind: 'documented' } },
    });
    const outlook = {
      advice: { synchronization: 'fullDownload', reasons: [] },
      beforeFailover: course(100),
      fullDownload: course(200),
    } as const;
    const before = { ...storyAt('awaitingDirection').failback, outlook };
    const full = { ...storyOf('fullDownload', 'awaitingDirection').failback, outlook };

    expect(estimate('direction', before).minutes).toEqual([100, 109]);
    expect(estimate('complete', before).minutes).toEqual([101, 110]);
    expect(estimate('direction', full).minutes).toEqual([200, 209]);
  });

  it('is the documented one for a failback that was checked before estimates were kept', () => {
    const full = storyOf('fullDownload', 'awaitingDirection').failback;

    expect(estimate('direction', storyAt('awaitingDirection').failback).minutes).toEqual([8, 20]);
    expect(estimate('direction', full).minutes).toEqual([13, 40]);
  });

  it('is a range of whole minutes that never begins at none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.nat(10_000_000),
        fc.constantFrom('beforeFailover' as const, 'fullDownload' as const),
        (kind, totalSizeMb, synchronization) => {
          const [from, to] = estimate(kind, { totalSizeMb, synchronization }).minutes;

          expect(from).toBeGreaterThanOrEqual(1);
          expect(to).toBeGreaterThan(from);
          expect([from, to].every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });
});
