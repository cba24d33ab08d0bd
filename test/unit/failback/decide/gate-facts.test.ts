import { describe, expect, it } from 'vitest';
import { gateFacts, type ItemWorld } from '../../../../bot/failback/decide/gate-facts.ts';
import type { PlanWorld } from '../../../../bot/failback/decide/plan-facts.ts';
import type { WaitingAction } from '../../../../bot/failback/site-recovery/plan-action.ts';
import type { GateKind } from '../../../../bot/failback/state/gates.ts';
import { differences } from '../../../../bot/failback/words/facts.ts';
import { item, provider } from '../../../support/azure-records.ts';
import { hostSight } from '../../../support/fakes/scripted-host.ts';

const KINDS = ['direction', 'complete', 'commit', 'reverse'] as const;
const JOB = { id: 'job-1', state: 'Suspended' };

const namesOf = (kind: GateKind, before: ItemWorld | PlanWorld, now: ItemWorld | PlanWorld) =>
  differences(gateFacts(kind, before), gateFacts(kind, now)).map(({ name }) => name);

describe('what an approval about one VM is bound to', () => {
  const world: ItemWorld = {
    item: item(),
    destination: { kind: 'originalLocation' },
    synchronization: 'beforeFailover',
    provider: provider(),
    job: JOB,
  };
  const withItem = (change: Parameters<typeof item>[0]): ItemWorld => ({
    ...world,
    item: item(change),
  });

  it.each(KINDS)('about %s is nothing that is the same', (kind) => {
    expect(namesOf(kind, world, structuredClone(world))).toEqual([]);
  });

  it.each<[string, ItemWorld]>([
    ['vm', withItem({ name: 'web-02' })],
    ['protectedItem', withItem({ id: '/items/other' })],
    ['activeLocation', withItem({ activeLocation: 'onPremises' })],
    ['state', withItem({ protectionStateDescription: 'Protected' })],
    ['allowedOperations', withItem({ allowedOperations: ['Failback'] })],
    ['runningInAzure', withItem({ runningScenario: { name: 'Failback', jobId: 'job-9' } })],
    ['disks', withItem({ disks: [{ id: 'disk-1', name: 'web-01-os', sizeMb: 81_920 }] })],
    ['disks', withItem({ disks: [] })],
  ])('is %s, for every question', (name, now) => {
    for (const kind of KINDS) expect(namesOf(kind, world, now), kind).toEqual([name]);
  });

  it.each<[string, ItemWorld, readonly GateKind[]]>([
    ['dataSynchronization', { ...world, synchronization: 'fullDownload' }, ['direction']],
    ['managedDisks', withItem({ usesManagedDisks: true }), ['direction']],
    [
      'onPremisesServer',
      { ...world, provider: provider({ name: 'host-b' }) },
      ['direction', 'complete'],
    ],
    [
      'onPremisesServer',
      { ...world, provider: provider({ connectionStatus: 'Disconnected' }) },
      ['direction', 'complete'],
    ],
    [
      'plannedFailoverJob',
      { ...world, job: { ...JOB, id: 'job-2' } },
      ['complete', 'commit', 'reverse'],
    ],
    [
      'plannedFailoverJob',
      { ...world, job: { ...JOB, state: 'InProgress' } },
      ['complete', 'commit', 'reverse'],
    ],
  ])('is %s, for the questions that it matters to', (name, now, kinds) => {
    for (const kind of KINDS)
      expect(namesOf(kind, world, now), kind).toEqual(kinds.includes(kind) ? [name] : []);
  });

  it.each<[string, ItemWorld['destination']]>([
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
      expect(namesOf(kind, world, elsewhere), kind).toContain('destination');
  });

  it('is which server it is, where the VM is created on another one', () => {
    const to = (server: string, providerId: string): ItemWorld => ({
      ...world,
      destination: { kind: 'alternateLocation', server, providerId },
    });

    expect(namesOf('commit', to('HV-02', '/p/b'), to('HV-03', '/p/b'))).toEqual(['destination']);
    expect(namesOf('commit', to('HV-02', '/p/b'), to('HV-02', '/p/c'))).toEqual(['destination']);
  });

  it('is Windows, the role and the switches of the server on which the VM is created', () => {
    const seen = (change: Parameters<typeof hostSight>[0]): ItemWorld => ({
      ...world,
      server: {
        host: 'HV-02',
        server: { outcome: 'ok', value: hostSight(change), readAt: 0 },
        needed: ['production'],
      },
    });
    const before = seen({});

    expect(namesOf('direction', before, seen({ windows: 'Windows Server 2016' }))).toEqual([
      'windows',
    ]);
    expect(namesOf('direction', before, seen({ isHypervInstalled: false }))).toEqual(['windows']);
    expect(namesOf('direction', before, seen({ isServerCore: true }))).toEqual(['windows']);
    expect(namesOf('direction', before, seen({ switches: [] }))).toEqual(['virtualSwitches']);
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
    ['recoveryPlan', { ...world, plan: { ...world.plan, name: 'till' } }],
    ['groups', { ...world, plan: { ...world.plan, groups: world.plan.groups.toReversed() } }],
    ['vmOfPlan', withItem({ id: '/items/other' })],
    ['vmOfPlan', withItem({ activeLocation: 'onPremises' })],
    ['vmOfPlan', withItem({ protectionStateDescription: 'Protected' })],
    ['vmOfPlan', withItem({ allowedOperations: ['Failback'] })],
    ['vmOfPlan', withItem({ runningScenario: { name: 'Failback', jobId: 'job-9' } })],
    ['vmOfPlan', withItem({ disks: [] })],
  ])('is %s, for every question', (name, now) => {
    for (const kind of kinds) expect(namesOf(kind, world, now), kind).toEqual([name]);
  });

  it('is that Azure knows each VM', () => {
    const unknown: PlanWorld = {
      ...world,
      vms: world.vms.map((vm, at) => (at === 0 ? { ...vm, item: undefined } : vm)),
    };

    for (const kind of kinds) expect(namesOf(kind, world, unknown), kind).toContain('vmOfPlan');
  });

  it.each<[string, PlanWorld, readonly GateKind[]]>([
    ['dataSynchronization', { ...world, synchronization: 'fullDownload' }, ['direction']],
    ['vmOfPlan', withItem({ usesManagedDisks: true }), ['direction']],
    [
      'onPremisesServer',
      { ...world, providers: [provider({ connectionStatus: 'Disconnected' })] },
      ['direction', 'complete', 'action'],
    ],
    [
      'plannedFailoverJob',
      { ...world, job: { ...JOB, state: 'InProgress' } },
      ['complete', 'action', 'commit', 'reverse'],
    ],
    ['action', { ...world, action: { ...ACTION, name: 'Wait' } }, ['action']],
    ['action', { ...world, action: { ...ACTION, instructions: 'By mail.' } }, ['action']],
    ['action', { ...world, action: { ...ACTION, taskId: 'task-2' } }, ['action']],
  ])('is %s, for the questions that it matters to', (name, now, matters) => {
    for (const kind of kinds)
      expect(namesOf(kind, world, now), kind).toEqual(matters.includes(kind) ? [name] : []);
  });
});
