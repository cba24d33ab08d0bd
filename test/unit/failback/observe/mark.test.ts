import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { isMarkWatched, observeMarked } from '../../../../bot/failback/observe/mark.ts';
import type { HostAnswer, VmSnapshot } from '../../../../bot/failback/ports/hyperv-host.ts';
import { held } from '../../../../bot/failback/state/holds.ts';
import { NIGHT, type Story, storyOnHost } from '../../../support/failback-story.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';
import { homeVm, onUnknownServer } from '../../../support/home-vm.ts';

const seen = (change: Partial<VmSnapshot> = {}): HostAnswer<VmSnapshot> => ({
  outcome: 'ok',
  value: vmSight({ startAction: 'Nothing', ...change }),
  readAt: NIGHT,
});

/** A failback whose synchronization was cancelled, and that was let go of. */
const marked = () =>
  storyOnHost('synchronizing')
    .see('plannedFailover', 'cancelled')
    .tell({ type: 'ended', end: 'abandoned', summary: 'Let go.' });

const look = (story: Story, change: Partial<VmSnapshot>) =>
  story.later(60_000).tell(...observeMarked(story.failback, homeVm(story.failback), seen(change)));

describe('a VM that must not be started', () => {
  it('is kept from starting by itself, also after the end, and what was changed is not put back', () => {
    const story = marked();

    expect(nextStep(story.failback, story.now)).toEqual({ do: 'secureHost' });
    story.tell(
      { type: 'startActionIntended', vmId: 'vm', before: 'Start' },
      { type: 'hostSecured', outcome: 'done' },
    );
    expect(nextStep(story.failback, story.now)).toEqual({ do: 'nothing' });
  });

  it('is no news as long as it is off and does not start by itself', () => {
    const { failback } = marked();
    expect(observeMarked(failback, homeVm(failback), seen())).toEqual([]);
  });

  it('raises one alarm each time that it is started, and closes it when it is off', () => {
    const story = marked();
    for (const state of ['Starting', 'Running', 'Running', 'Off', 'Running'])
      look(story, { state });

    expect(homeVm(story.failback).alarms).toMatchObject([
      { number: 1, state: 'Running', offAt: story.now - 60_000 },
      { number: 2, state: 'Running' },
    ]);
  });

  it('is secured again when somebody has made it start by itself', () => {
    const story = marked().tell({ type: 'hostSecured', outcome: 'done' });
    look(story, { startAction: 'Start' });

    expect(homeVm(story.failback).alarms).toEqual([]);
    expect(nextStep(story.failback, story.now)).toEqual({ do: 'secureHost' });
  });

  it('raises no second alarm for what its hold says already', () => {
    const story = storyOnHost('synchronizing').tell(
      { type: 'vmObserved', vm: { outcome: 'ok', state: 'Running', checkpoints: 0 } },
      held('vmStarted', [], []),
    );
    look(story, { state: 'Running' });

    expect(homeVm(story.failback).alarms).toEqual([]);
    look(story, { state: 'Off' });
    look(story, { state: 'Running' });
    expect(homeVm(story.failback).alarms).toMatchObject([{ number: 1 }]);
  });

  it('is not watched while Azure may start it, nor when nobody knows its server', () => {
    const completing = storyOnHost('completing').failback;

    const startable = { ...homeVm(completing), isMarked: true };
    expect(isMarkWatched(completing, startable)).toBe(false);
    const unknown = onUnknownServer(marked().failback);
    expect(isMarkWatched(unknown, homeVm(unknown))).toBe(false);
  });

  it.each(['unreachable', 'absent', 'forbidden'] as const)(
    'that is %s raises no alarm',
    (outcome) => {
      const { failback } = marked();
      expect(observeMarked(failback, homeVm(failback), { outcome, why: 'so' })).toEqual([]);
    },
  );
});
