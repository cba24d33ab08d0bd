import { describe, expect, it } from 'vitest';
import { hostOf, type OnPremises } from '../../../../bot/failback/on-premises/on-premises.ts';
import type {
  DownloadSnapshot,
  HostAnswer,
  VmDisk,
  VmSnapshot,
} from '../../../../bot/failback/ports/hyperv-host.ts';
import { checkOnPremises } from '../../../../bot/failback/readiness/check-on-premises.ts';
import { checkReadiness, isReady } from '../../../../bot/failback/readiness/readiness.ts';
import { item, provider } from '../../../support/azure-records.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';
import { NIGHT } from '../../../support/failback-story.ts';
import { FakeHost } from '../../../support/fakes/fake-host.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';

const ok = <T>(value: T): HostAnswer<T> => ({ outcome: 'ok', value, readAt: 0 });

const seen = (change: Partial<VmSnapshot> = {}, download: DownloadSnapshot = {}): OnPremises => ({
  host: 'HV-A',
  vm: ok(vmSight(change)),
  download: ok(download),
});

const look = (onPremises: OnPremises | undefined) =>
  checkOnPremises(onPremises, item()).map((check) => ({
    ...check,
    finding: ENGLISH.text(check.finding),
  }));
const checkOf = (name: string, onPremises: OnPremises | undefined) =>
  look(onPremises).find((check) => check.name === name);
const disk = (change: Partial<VmDisk>): VmDisk => ({ path: 'D:\\os.vhdx', ...change });

describe('the on-premises side before a failback', () => {
  it('is ready when the VM is off, has no checkpoints and there is space', () => {
    const checks = look(seen());

    expect(checks.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual([
      'onPremisesVm',
      'onPremisesPower',
      'checkpoints',
      'virtualSwitches',
      'freeSpace',
      'hypervReplication',
      'automaticStart',
      'downloadSpeed',
    ]);
  });

  it('is not checked without a host connector, and says what must be true', () => {
    expect(look(undefined)).toMatchObject([{ outcome: 'notChecked' }]);
    expect(look(undefined)[0]?.finding).toContain('must be off and have no checkpoints');
  });

  it.each([
    ['absent', 'blocked'],
    ['forbidden', 'notChecked'],
    ['unreachable', 'notChecked'],
    ['unknown', 'notChecked'],
  ] as const)('that is %s is %s', (outcome, expected) => {
    const vm = { outcome, why: 'No session.' };
    const checks = look({ ...seen(), vm });

    expect(checks).toMatchObject([{ name: 'onPremisesVm', outcome: expected }]);
  });

  it('says four different things where the VM could not be seen', () => {
    const answers: readonly HostAnswer<VmSnapshot>[] = [
      { outcome: 'absent', why: '' },
      { outcome: 'forbidden', why: '' },
      { outcome: 'unreachable', why: '' },
      { outcome: 'failed', why: '', errorId: 'Invented' },
    ];
    const findings = answers.map((vm) => look({ ...seen(), vm })[0]?.finding);

    expect(new Set(findings).size).toBe(4);
    for (const finding of findings) expect(finding).toContain('HV-A');
  });

  it.each(['Running', 'Saved', 'Paused', 'Starting', 'SomethingNew'])(
    'is blocked by a VM that is %s',
    (state) => {
      expect(checkOf('onPremisesPower', seen({ state }))).toMatchObject({
        outcome: 'blocked',
        finding: expect.stringContaining(state),
      });
    },
  );

  it('is blocked by a checkpoint', () => {
    expect(checkOf('checkpoints', seen({ checkpoints: 1 }))).toMatchObject({ outcome: 'blocked' });
  });

  it('warns of a network adapter without a switch, not of a VM without adapters', () => {
    expect(checkOf('virtualSwitches', seen({ switches: ['lan', ''] }))?.outcome).toBe('warning');
    expect(checkOf('virtualSwitches', seen({ switches: [] }))).toMatchObject({
      outcome: 'ok',
      finding: 'Connected to none: the VM has no network adapter.',
    });
  });

  it('warns when less is free than may still be written, to the megabyte', () => {
    const free = (volumeFreeMb: number) =>
      checkOf('freeSpace', seen({ disks: [disk({ fileSizeMb: 40_000, volumeFreeMb })] }));

    expect(free(960)).toMatchObject({ outcome: 'ok' });
    expect(free(959)).toMatchObject({
      outcome: 'warning',
      finding: '0.9 GB free, at most 0.9 GB more to be written.',
    });
  });

  it('takes the fullest volume, and needs nothing where the files are as large as the disks', () => {
    const disks = [
      disk({ fileSizeMb: 50_000, volumeFreeMb: 100_000 }),
      disk({ volumeFreeMb: 20_480 }),
    ];

    expect(checkOf('freeSpace', seen({ disks }))).toMatchObject({
      outcome: 'ok',
      finding: '20 GB free, at most 0 GB more to be written.',
    });
  });

  it('does not guess how much is free', () => {
    expect(checkOf('freeSpace', seen({ disks: [disk({})] }))?.outcome).toBe('notChecked');
  });

  it('warns of a replication that Hyper-V calls critical, and says nothing where there is none', () => {
    const of = (health: string) =>
      checkOf('hypervReplication', seen({ replication: { state: 'Error', health } }))?.outcome;
    const { replication: _, ...unreplicated } = vmSight();

    expect([of('Critical'), of('Warning'), of('Normal')]).toEqual(['warning', 'ok', 'ok']);
    expect(checkOf('hypervReplication', { ...seen(), vm: ok(unreplicated) })).toBeUndefined();
  });

  it('says what becomes of the automatic start', () => {
    expect(checkOf('automaticStart', seen({ startAction: 'Nothing' }))?.finding).toBe(
      'Nothing: the VM does not start by itself.',
    );
    expect(checkOf('automaticStart', seen({ startAction: 'Start' }))?.finding).toContain(
      'back after the commit',
    );
  });

  it('says how fast a download may be', () => {
    expect(checkOf('downloadSpeed', seen())?.finding).toContain('the default');
    expect(checkOf('downloadSpeed', seen({}, { threads: 16 }))?.finding).toContain('16 threads');
    expect(checkOf('downloadSpeed', seen({}, { throttleKbps: 512 }))).toMatchObject({
      outcome: 'warning',
      finding: expect.stringContaining('512 kbit/s'),
    });
    const download = { outcome: 'forbidden', why: 'Not for you.' } as const;
    expect(checkOf('downloadSpeed', { ...seen(), download })).toMatchObject({
      outcome: 'notChecked',
      finding: 'Not for you.',
    });
  });

  it('decides on readiness like everything else', () => {
    const ready = (onPremises: OnPremises) =>
      isReady(checkReadiness({ item: item(), providers: [provider()], now: NIGHT, onPremises }));

    expect(ready(seen())).toBe(true);
    expect(ready(seen({ state: 'Running' }))).toBe(false);
    expect(ready(seen({ switches: [''] }))).toBe(true);
  });
});

describe('the server of a VM', () => {
  const hosts = [new FakeHost('HV-A', ['host-a', 'hv-a']), new FakeHost('HV-B', ['host-b'])];

  it('is the one whose provider Azure names, in any case', () => {
    expect(hostOf(hosts, provider({ name: 'HOST-B' }))?.name).toBe('HV-B');
  });

  it('is none where Azure names another one, or no provider', () => {
    expect(hostOf(hosts, provider({ name: 'host' }))).toBeUndefined();
    expect(hostOf(hosts, undefined)).toBeUndefined();
  });
});
