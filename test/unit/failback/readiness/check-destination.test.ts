import { describe, expect, it } from 'vitest';
import type { OnPremises } from '../../../../bot/failback/on-premises/on-premises.ts';
import { missingSwitches } from '../../../../bot/failback/on-premises/switches.ts';
import type { Destination } from '../../../../bot/failback/ports/destination.ts';
import type {
  HostAnswer,
  HostSnapshot,
  VmSnapshot,
} from '../../../../bot/failback/ports/hyperv-host.ts';
import type {
  Fabric,
  ProtectedItem,
  RecoveryProvider,
} from '../../../../bot/failback/ports/site-recovery.ts';
import { checkReadiness, isReady } from '../../../../bot/failback/readiness/readiness.ts';
import { unsupportedIn } from '../../../../bot/failback/state/support.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { item, provider } from '../../../support/azure-records.ts';
import { jun, NIGHT } from '../../../support/failback-story.ts';
import { hostSight, vmSight } from '../../../support/fakes/scripted-host.ts';

const other = provider({ id: '/providers/host-b', name: 'host-b' });
const elsewhere: Destination = {
  kind: 'alternateLocation',
  providerId: '/PROVIDERS/HOST-B',
  server: 'host-b',
};
const anew: Destination = { kind: 'originalLocation', createsVm: true };

const ok = <T>(value: T): HostAnswer<T> => ({ outcome: 'ok', value, readAt: 0 });
const absent = { outcome: 'absent', why: '' } as const;
const away = { outcome: 'unreachable', why: 'No session.' } as const;

const onServer = (change: Partial<OnPremises> = {}): OnPremises => ({
  host: 'HV-B',
  vm: absent,
  download: ok({}),
  server: ok(hostSight()),
  origin: { host: 'HV-A', vm: ok(vmSight()), server: ok(hostSight()) },
  ...change,
});

const site: Fabric = {
  id: item().id.replace(/\/replicationProtectedItems.*/i, ''),
  name: 'north',
  type: 'HyperVSite',
  encryptionState: 'None',
};
const vmm = (encryptionState: string): Fabric => ({ ...site, type: 'VMM', encryptionState });

interface Scene {
  readonly change?: Partial<ProtectedItem>;
  readonly providers?: readonly RecoveryProvider[];
  readonly fabrics?: readonly Fabric[];
  readonly destination?: Destination;
  readonly onPremises?: OnPremises;
}

function look({ change, providers = [provider(), other], fabrics = [site], ...rest }: Scene) {
  return checkReadiness({ item: item(change), providers, fabrics, now: NIGHT, ...rest });
}

const outcome = (name: string, scene: Scene) =>
  look(scene).find((check) => check.name === name)?.outcome;

describe('an alternate location', () => {
  it('is ready where the server is connected, has room and every switch; the old server may be gone', () => {
    const checks = look({
      destination: elsewhere,
      providers: [provider({ connectionStatus: 'Disconnected' }), other],
      onPremises: onServer(),
    });

    expect(isReady(checks)).toBe(true);
    expect(checks.filter((check) => check.outcome !== 'ok')).toMatchObject([
      { name: 'vmOnOldServer', outcome: 'warning' },
    ]);
  });

  it.each<[string, Scene]>([
    ['is no longer listed', { providers: [provider()] }],
    [
      'is the server of the VM itself',
      { providers: [provider({ id: other.id })], change: { providerId: other.id } },
    ],
    ['is managed by VMM', { providers: [provider(), { ...other, fabricType: 'VMM' }] }],
    ['is for a VM that VMM manages', { providers: [provider({ fabricType: 'VMM' }), other] }],
    ['is for a VM of which nobody knows what manages it', { providers: [other], fabrics: [] }],
  ])('that %s is refused', (_what, scene) => {
    expect(outcome('destination', { ...scene, destination: elsewhere })).toBe('blocked');
  });

  it('is refused with the source where the product does not have it', () => {
    const checks = look({
      destination: elsewhere,
      providers: [provider({ fabricType: 'VMM' }), other],
    });

    expect(checks.find(({ name }) => name === 'destination')?.source).toContain(
      'hyper-v-azure-failback',
    );
  });

  it('is possible where the old server is no longer registered, but the site is known', () => {
    expect(outcome('destination', { destination: elsewhere, providers: [other] })).toBe('ok');
  });

  it('is refused while its server is not connected', () => {
    const providers = [provider(), { ...other, connectionStatus: 'Disconnected' }];

    expect(outcome('onPremisesServer', { destination: elsewhere, providers })).toBe('blocked');
  });

  it('is not checked without a host connector, and says what must be true', () => {
    const check = look({ destination: elsewhere }).find(({ name }) => name === 'onPremisesVm');

    expect(check).toMatchObject({ outcome: 'notChecked', finding: coded('noConnectorForNewVm') });
  });
});

describe('the server of an alternate location', () => {
  const scene = (
    change: Partial<HostSnapshot>,
    vm: Partial<VmSnapshot> | undefined = undefined,
  ) => ({
    destination: elsewhere,
    onPremises: onServer({ server: ok(hostSight(change)), ...(vm && { vm: ok(vmSight(vm)) }) }),
  });

  it('must have the Hyper-V role', () => {
    expect(outcome('hypervRole', scene({ isHypervInstalled: false }))).toBe('blocked');
  });

  it.each([
    ['Windows Server 2019 Standard, 10.0.17763', true, 'notSupported'],
    ['Windows Server 2019 Standard, 10.0.17763', undefined, 'notChecked'],
    ['Windows Server 2019 Standard, 10.0.17763', false, undefined],
    ['Windows Server 2022 Standard, 10.0.20348', true, undefined],
  ] as const)('%s without a desktop: %s is %s', (windows, isServerCore, expected) => {
    const sight = { windows, ...(isServerCore !== undefined && { isServerCore }) };

    expect(outcome('serverCore', scene(sight))).toBe(expected);
  });

  it('needs room for all disks on one volume, to the megabyte', () => {
    const volume = (freeMb: number) => [{ path: 'D:\\', freeMb, sizeMb: 409_600 }];

    expect(outcome('freeSpace', scene({ volumes: volume(40_960) }))).toBe('ok');
    expect(outcome('freeSpace', scene({ volumes: volume(40_959) }))).toBe('warning');
    expect(outcome('freeSpace', scene({ volumes: [] }))).toBe('notChecked');
  });

  it('is asked about when it has another VM of the same name, and not when it is the same VM', () => {
    expect(outcome('vmOfSameName', scene({}, { id: 'somebody-else' }))).toBe('notSupported');
    expect(outcome('vmOfSameName', scene({}, { id: 'VM-WEB-01' }))).toBeUndefined();
  });

  it('is refused when it has several VMs of the name', () => {
    const vm = { outcome: 'failed', why: 'Two.', errorId: 'FailbackVmAmbiguous,Find-Vm' } as const;

    expect(outcome('onPremisesVm', { destination: elsewhere, onPremises: onServer({ vm }) })).toBe(
      'blocked',
    );
  });

  it('that does not answer is not checked', () => {
    const onPremises = onServer({ vm: away, server: away });

    expect(outcome('windows', { destination: elsewhere, onPremises })).toBe('notChecked');
    expect(isReady(look({ destination: elsewhere, onPremises }))).toBe(true);
  });
});

describe('the server that the VM leaves', () => {
  const from = (
    vm: HostAnswer<VmSnapshot>,
    windows = 'Windows Server 2022, 10.0.20348',
  ): Scene => ({
    destination: elsewhere,
    onPremises: onServer({ origin: { host: 'HV-A', vm, server: ok(hostSight({ windows })) } }),
  });

  it.each([
    [ok(vmSight({ state: 'Running' })), 'blocked'],
    [ok(vmSight()), 'warning'],
    [away, 'notChecked'],
    [absent, undefined],
  ] as const)('%j is %s', (vm, expected) => {
    expect(outcome('vmOnOldServer', from(vm))).toBe(expected);
  });

  it('of Windows Server 2016 is asked about: a support matrix of 2018 excludes it', () => {
    const old = from(absent, 'Windows Server 2016 Datacenter, 10.0.14393');

    expect(outcome('awayFromServer2016', old)).toBe('notSupported');
    expect(outcome('awayFromServer2016', from(absent))).toBeUndefined();
  });
});

describe('the switches of a VM that is to be made', () => {
  const withSwitches = (needed: readonly string[], there: readonly string[]) =>
    onServer({
      server: ok(hostSight({ switches: there })),
      origin: { host: 'HV-A', vm: ok(vmSight({ switches: needed })), server: away },
    });

  it('are missing by name, in any case, each once; an adapter without a switch needs none', () => {
    const seen = withSwitches(['Production', 'Backup', 'Backup', ''], ['PRODUCTION']);

    expect(missingSwitches(seen, item())).toEqual(['Backup']);
    expect(outcome('virtualSwitches', { destination: elsewhere, onPremises: seen })).toBe(
      'warning',
    );
  });

  it('are those that Azure names where the old server does not answer, which is said', () => {
    const { origin: _, ...seen } = withSwitches([], ['Production']);
    const change = { networkNames: ['Lab'] };
    const checks = look({ destination: elsewhere, onPremises: seen, change });

    expect(missingSwitches(seen, item(change))).toEqual(['Lab']);
    expect(checks.find(({ name }) => name === 'virtualSwitches')?.finding).toMatchObject({
      code: 'switchNamesFromAzure',
    });
  });

  it('are not guessed where nobody names them, nor compared with a server that does not answer', () => {
    const { origin: _, ...nameless } = withSwitches([], ['Production']);
    const silent = onServer({ server: away });

    for (const onPremises of [nameless, silent]) {
      expect(missingSwitches(onPremises, item())).toEqual([]);
      expect(outcome('virtualSwitches', { destination: elsewhere, onPremises })).toBe('notChecked');
    }
  });

  it('are none where the VM is there', () => {
    expect(missingSwitches(onServer({ vm: ok(vmSight()) }), item())).toEqual([]);
  });
});

describe('the original location', () => {
  it('of a VM that is gone is refused, unless the VM may be made; that nobody documented it is said', () => {
    const { origin: _, ...onPremises } = onServer();

    expect(outcome('onPremisesVm', { onPremises })).toBe('blocked');
    expect(outcome('onPremisesVm', { onPremises, destination: anew })).toBe('ok');
    expect(outcome('destination', { onPremises, destination: anew })).toBe('warning');
  });
});

describe('a VMM server', () => {
  it.each([
    ['None', 'Disabled', undefined],
    ['Enabled', 'Disabled', 'warning'],
    ['Enabled', 'Enabled', 'notSupported'],
    ['Enabled', undefined, 'notSupported'],
    ['', 'Disabled', 'notChecked'],
  ] as const)(
    'with data encryption %s, of a VM with %s, is %s',
    (state, dataEncryption, expected) => {
      const change = dataEncryption === undefined ? {} : { dataEncryption };
      const scene = { fabrics: [vmm(state)], change };

      expect(outcome('dataEncryption', scene)).toBe(expected);
      expect(outcome('managedBy', scene)).toBe('ok');
    },
  );

  it('is not confused with a site, and what nobody knows is not checked', () => {
    expect(outcome('managedBy', {})).toBeUndefined();
    expect(
      outcome('managedBy', { fabrics: [], providers: [provider({ fabricType: 'VMM' })] }),
    ).toBe('notChecked');
  });
});

describe('managed disks', () => {
  it('to which the VM replicates may be let pass; those that were made at the failover not', () => {
    const replicated = look({ change: { usesManagedDisks: true, replicatesToManagedDisks: true } });
    const [check] = unsupportedIn(replicated, []);

    expect(isReady(replicated)).toBe(false);
    expect(check?.source).toContain('114722');
    expect(
      unsupportedIn(replicated, [
        { by: jun, reason: 'tried', checks: [{ name: check?.name ?? 'windows' }] },
      ]),
    ).toEqual([]);
    expect(outcome('managedDisks', { change: { usesManagedDisks: true } })).toBe('blocked');
  });
});
