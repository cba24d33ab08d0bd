import { describe, expect, it } from 'vitest';
import { gateFacts, type World } from '../../../bot/failback/gate-facts.ts';
import { differences, type GateKind } from '../../../bot/failback/gates.ts';
import type { WaitingAction } from '../../../bot/failback/plan-action.ts';
import type { PlanWorld } from '../../../bot/failback/plan-facts.ts';
import { hostSight } from '../../support/scripted-host.ts';
import { item, provider } from './azure-records.ts';

const KINDS = ['direction', 'complete', 'commit', 'reverse'] as const;
const JOB = { id: 'job-1', state: 'Suspended' };

const namesOf = (kind: GateKind, before: World | PlanWorld, now: World | PlanWorld) =>
  differences(gateFacts(kind, before), gateFacts(kind, now)).map(({ name }) => name);

describe('what an approval about one VM is bound to', () => {
  const world: World = {
    item: item(),
    destination: { kind: 'originalLocation' },
    synchronization: 'beforeFailover',
    provider: provider(),
    job: JOB,
  };
  const withItem = (change: Parameters<typeof item>[0]): World => ({
    ...world,
    item: item(change),
  });

  it.each(KINDS)('about %s is nothing that is the same', (kind) => {
    expect(namesOf(kind, world, structuredClone(world))).toEqual([]);
  });

  it.each<[string, World]>([
    ['VM', withItem({ name: 'web-02' })],
    ['Protected item', withItem({ id: '/items/other' })],
    ['Active location', withItem({ activeLocation: 'onPremises' })],
    ['State', withItem({ protectionStateDescription: 'Protected' })],
    ['Allowed operations', withItem({ allowedOperations: ['Failback'] })],
    ['Running in Azure', withItem({ runningScenario: { name: 'Failback', jobId: 'job-9' } })],
    ['Disks', withItem({ disks: [{ id: 'disk-1', name: 'web-01-os', sizeMb: 81_920 }] })],
    ['Disks', withItem({ disks: [] })],
  ])('is %s, for every question', (name, now) => {
    for (const kind of KINDS) expect(namesOf(kind, world, now), kind).toEqual([name]);
  });

  it.each<[string, World, readonly GateKind[]]>([
    ['Data synchronization', { ...world, synchronization: 'fullDownload' }, ['direction']],
    ['Managed disks', withItem({ usesManagedDisks: true }), ['direction']],
    [
      'On-premises server',
      { ...world, provider: provider({ name: 'host-b' }) },
      ['direction', 'complete'],
    ],
    [
      'On-premises server',
      { ...world, provider: provider({ connectionStatus: 'Disconnected' }) },
      ['direction', 'complete'],
    ],
    [
      'Planned failover job',
      { ...world, job: { ...JOB, id: 'job-2' } },
      ['complete', 'commit', 'reverse'],
    ],
    [
      'Planned failover job',
      { ...world, job: { ...JOB, state: 'InProgress' } },
      ['complete', 'commit', 'reverse'],
    ],
  ])('is %s, for the questions that it matters to', (name, now, kinds) => {
    for (const kind of KINDS)
      expect(namesOf(kind, world, now), kind).toEqual(kinds.includes(kind) ? [name] : []);
  });

  it.each<[string, World['destination']]>([
    ['that the VM is created', { kind: 'originalLocation', createsVm: true }],
    [
      'another server',
      {
        kind: 'alternateLocation',
        server: 'HV-02',
        providerId: '/providers/b',
      },
    ],
  ])('is the destination: %s', (_, destination) => {
    const elsewhere = { ...world, ...(destination && { destination }) };

    for (const kind of KINDS)
      expect(namesOf(kind, world, elsewhere), kind).toContain('Destination');
  });

  it('is which server it is, where the VM is created on another one', () => {
    const to = (server: string, providerId: string): World => ({
      ...world,
      destination: { kind: 'alternateLocation', server, providerId },
    });

    expect(namesOf('commit', to('HV-02', '/p/b'), to('HV-03', '/p/b'))).toEqual(['Destination']);
    expect(namesOf('commit', to('HV-02', '/p/b'), to('HV-02', '/p/c'))).toEqual(['Destination']);
  });

  it('is Windows, the role and the switches of the server on which the VM is created', () => {
    const seen = (change: Parameters<typeof hostSight>[0]): World => ({
      ...world,
      server: {
        host: 'HV-02',
        server: { outcome: 'ok', value: hostSight(change), readAt: 0 },
        needed: ['production'],
      },
    });
    const before = seen({});

    expect(namesOf('direction', before, seen({ windows: 'Windows Server 2016' }))).toEqual([
      'Windows',
    ]);
    expect(namesOf('direction', before, seen({ isHypervInstalled: false }))).toEqual(['Windows']);
    expect(namesOf('direction', before, seen({ isServerCore: true }))).toEqual(['Windows']);
    expect(namesOf('direction', before, seen({ switches: [] }))).toEqual(['Virtual switches']);
    expect(namesOf('complete', before, seen({ switches: [] }))).toEqual([]);
  });
});

describe('what an approval about a recovery plan is bound to', () => {
  const ACTION: WaitingAction = {
    kind: 'manual',
    name: 'Tell the shop',
    instructions: 'By phone.',
    taskId: 'task-1',
  };
  const other = item({ id: '/items/db-01', name: 'db-01' });
  const world: PlanWorld = {
    plan: {
      id: '/plans/shop',
      name: 'shop',
      replicationProviders: [],
      allowedOperations: [],
      groups: [
        { name: 'Group 1', items: [{ itemId: item().id }], actions: [] },
        { name: 'Group 2', items: [{ itemId: other.id }], actions: [] },
      ],
    },
    vms: [
      { itemId: item().id, name: 'web-01', item: item() },
      { itemId: other.id, name: 'db-01', item: other },
    ],
    providers: [provider()],
    synchronization: 'beforeFailover',
    job: JOB,
    action: ACTION,
  };
  const kinds = ['direction', 'complete', 'action', 'commit', 'reverse'] as const;
  const withItem = (change: Parameters<typeof item>[0]): PlanWorld => ({
    ...world,
    vms: world.vms.map((vm, at) => (at === 0 ? { ...vm, item: item(change) } : vm)),
  });

  it.each<[string, PlanWorld]>([
    ['Recovery plan', { ...world, plan: { ...world.plan, name: 'till' } }],
    ['Groups', { ...world, plan: { ...world.plan, groups: world.plan.groups.toReversed() } }],
    ['VM web-01', withItem({ id: '/items/other' })],
    ['VM web-01', withItem({ activeLocation: 'onPremises' })],
    ['VM web-01', withItem({ protectionStateDescription: 'Protected' })],
    ['VM web-01', withItem({ allowedOperations: ['Failback'] })],
    ['VM web-01', withItem({ runningScenario: { name: 'Failback', jobId: 'job-9' } })],
    ['VM web-01', withItem({ disks: [] })],
  ])('is %s, for every question', (name, now) => {
    for (const kind of kinds) expect(namesOf(kind, world, now), kind).toEqual([name]);
  });

  it('is that Azure knows each VM', () => {
    const unknown: PlanWorld = {
      ...world,
      vms: world.vms.map((vm, at) => (at === 0 ? { ...vm, item: undefined } : vm)),
    };

    for (const kind of kinds) expect(namesOf(kind, world, unknown), kind).toContain('VM web-01');
  });

  it.each<[string, PlanWorld, readonly GateKind[]]>([
    ['Data synchronization', { ...world, synchronization: 'fullDownload' }, ['direction']],
    ['VM web-01', withItem({ usesManagedDisks: true }), ['direction']],
    [
      'On-premises server',
      { ...world, providers: [provider({ connectionStatus: 'Disconnected' })] },
      ['direction', 'complete', 'action'],
    ],
    [
      'Planned failover job',
      { ...world, job: { ...JOB, state: 'InProgress' } },
      ['complete', 'action', 'commit', 'reverse'],
    ],
    ['Action', { ...world, action: { ...ACTION, name: 'Wait' } }, ['action']],
    ['Action', { ...world, action: { ...ACTION, instructions: 'By mail.' } }, ['action']],
    ['Action', { ...world, action: { ...ACTION, taskId: 'task-2' } }, ['action']],
  ])('is %s, for the questions that it matters to', (name, now, matters) => {
    for (const kind of kinds)
      expect(namesOf(kind, world, now), kind).toEqual(matters.includes(kind) ? [name] : []);
  });
});
