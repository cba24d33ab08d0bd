import { describe, expect, it } from 'vitest';
import { heldUnproven } from '../../../../bot/failback/holds/unproven.ts';
import { isMarkWatched } from '../../../../bot/failback/observe/mark.ts';
import type { OnPremisesVm } from '../../../../bot/failback/on-premises/on-premises-vm.ts';
import type { Proof } from '../../../../bot/failback/on-premises/proofs.ts';
import type { HostAnswer, VmSnapshot } from '../../../../bot/failback/ports/hyperv-host.ts';
import { comingHome, markedOf, whichVm } from '../../../../bot/failback/state/coming-home.ts';
import { held, startOver } from '../../../../bot/failback/state/holds.ts';
import { SeenVms } from '../../../../bot/runner/host/seen-vms.ts';
import { jun, type Story, storyAt } from '../../../support/failback-story.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';

const ITEMS = ['db-01', 'web-01', 'web-02'].map((name) => ({ itemId: `/items/${name}`, name }));

/** A recovery plan of some VMs, all on one server, in a stage. */
function planAt(stage: Parameters<typeof storyAt>[0], count = ITEMS.length): Story {
  const story = storyAt(stage);
  const items = ITEMS.slice(0, count);
  const hosts = items.map(({ itemId }) => ({ itemId, host: { name: 'HV-A' } }));
  const entries = story.entries.map((entry) => {
    const { event } = entry;
    if (event.type === 'checked') return { ...entry, event: { ...event, hosts } };
    if (event.type !== 'requested') return entry;
    const { vault } = event.target;
    const target = { kind: 'recoveryPlan', vault, planId: '/plans/shop', name: 'shop', items };
    return { ...entry, event: { ...event, target } as typeof event };
  });
  story.entries.splice(0, story.entries.length, ...entries);
  return story;
}

const sees = (change: Partial<VmSnapshot>): HostAnswer<VmSnapshot> => ({
  outcome: 'ok',
  value: vmSight(change),
  readAt: 0,
});

const vmOf = ({ failback }: Story, name: string): OnPremisesVm => {
  const vm = comingHome(failback).find((one) => one.name === name);
  if (vm === undefined) throw new Error(`${name} is not in the plan`);
  return vm;
};

/** What a look at one of the VMs means, as the runner judges it. */
const look = (story: Story, name: string, change: Partial<VmSnapshot>): Story => {
  const seen = new SeenVms();
  const { failback } = story;
  seen.put(failback.id, { which: whichVm(failback, vmOf(story, name)), answer: sees(change) });
  return story.tell(...seen.observe(failback));
};

const marked = ({ failback }: Story) => markedOf(failback).map(({ name }) => name);

describe('the VMs of a plan on-premises, while one of them was started', () => {
  const started = () => look(planAt('synchronizing'), 'db-01', { state: 'Running' });

  it('are watched all the same: another one that is started is an alarm, and marked, too', () => {
    const story = started();
    const { number } = story.failback.hold ?? {};
    expect(isMarkWatched(story.failback, vmOf(story, 'web-01'))).toBe(true);
    look(story, 'web-01', { state: 'Running' });

    expect(marked(story)).toEqual(['db-01', 'web-01']);
    expect(vmOf(story, 'web-01').alarms).toMatchObject([{ number: 1, state: 'Running' }]);
    expect(story.failback.hold?.number).toBe(number);
    look(story, 'web-01', {});
    expect(vmOf(story, 'web-01')).toMatchObject({ isMarked: true, alarms: [{ offAt: story.now }] });
  });

  it('are not marked in a full download: at its end Azure starts them', () => {
    const story = planAt('transferring').tell({
      ...held('vmStarted', [], []),
      itemId: '/items/db-01',
    });
    look(story, 'web-01', { state: 'Running' });

    expect(marked(story)).not.toContain('web-01');
  });

  it('leave the question as it is for as long as they are off, and for one that is known to be on', () => {
    const story = started();
    const { number } = story.failback.hold ?? {};
    look(look(story, 'web-01', {}), 'web-02', { checkpoints: 1 });
    look(story, 'db-01', { state: 'Running' });

    expect(story.failback.hold?.number).toBe(number);
    expect(marked(story)).toEqual(['db-01']);
  });
});

describe('a VM of a plan that came home in an attempt before', () => {
  it('is marked like the others when the job of the next attempt is cancelled', () => {
    const task = { step: 'Group 1', state: 'Succeeded', isHome: true } as const;
    const story = planAt('synchronizing');
    story.tell({ type: 'vmTasksObserved', vms: [{ itemId: '/items/db-01', task }] });
    story.tell(held('askedFor', [], [startOver]));
    story.tell({ type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'checking' });
    story.tell({ type: 'checked', checks: [], totalSizeMb: 0 }).ask('direction').approve(jun);
    story.prepare().intend('plannedFailover').accept('plannedFailover');
    story.see('plannedFailover', 'cancelled');

    expect(marked(story)).toEqual(['db-01', 'web-01', 'web-02']);
  });
});

describe('a plan of one VM', () => {
  it('keeps what was proven of it', () => {
    const story = planAt('verifying', 1);
    const proofs: readonly Proof[] = [{ name: 'running', holds: true, finding: 'It runs.' }];
    const which = { itemId: '/items/db-01', vmName: 'db-01' };
    story.tell({ type: 'proofsObserved', ...which, proofs });
    const vms = [{ itemId: '/items/db-01', proofs }];
    story.tell({ type: 'verified', outcome: 'passed', why: 'all proofs hold', vms });

    expect(vmOf(story, 'db-01').proofs).toEqual(proofs);
  });
});

describe('a VM whose automatic start was changed', () => {
  it('keeps its server while Azure does not list it, so that the change can be undone', () => {
    const story = planAt('starting');
    const which = { itemId: '/items/db-01', vmName: 'db-01' };
    story.tell({ type: 'startActionIntended', ...which, vmId: 'vm-9', before: 'Start' });
    story.tell(held('askedFor', [], [startOver]));
    story.tell({ type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'checking' });
    story.tell({ type: 'checked', checks: [], totalSizeMb: 0 });

    expect(vmOf(story, 'db-01').host).toEqual({ name: 'HV-A' });
    expect(vmOf(story, 'web-01').host).toBeUndefined();
  });
});

describe('VMs of a plan that are called the same, on two servers', () => {
  it('are both named when neither is proven to be well', () => {
    const story = planAt('verifying');
    const proofs: readonly Proof[] = [{ name: 'running', holds: false, finding: 'It is off.' }];
    const examined = ['HV-A', 'HV-B'].map((name) => ({
      vm: { ...vmOf(story, 'web-01'), host: { name } },
      proofs,
    }));

    const { evidence } = heldUnproven(story.failback, examined);
    expect(evidence.map(({ name, vm, server }) => [name, vm, server])).toEqual([
      ['oneVm', 'web-01', 'HV-A'],
      ['oneVm', 'web-01', 'HV-B'],
      ['wellVms', undefined, undefined],
    ]);
  });
});
