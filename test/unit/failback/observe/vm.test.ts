import { describe, expect, it } from 'vitest';
import { isVmWatched, observeVm, vmObservation } from '../../../../bot/failback/observe/vm.ts';
import type { HostAnswer, VmSnapshot } from '../../../../bot/failback/ports/hyperv-host.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { held } from '../../../../bot/failback/state/holds.ts';
import { jun, type Story, storyOnHost } from '../../../support/failback-story.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';
import { homeVm, onUnknownServer } from '../../../support/home-vm.ts';

const ok = (change: Partial<VmSnapshot> = {}): HostAnswer<VmSnapshot> => ({
  outcome: 'ok',
  value: vmSight(change),
  readAt: 0,
});
const look = ({ failback }: Story, answer: HostAnswer<VmSnapshot>) =>
  observeVm(failback, homeVm(failback), answer);
const typesOf = (story: Story, answer: HostAnswer<VmSnapshot>) =>
  look(story, answer).map(({ type }) => type);
const isWatched = (failback: Failback) => isVmWatched(failback, homeVm(failback));

describe('a look at the on-premises VM while data travels', () => {
  it.each(['synchronizing', 'awaitingCompletion'] as const)('is taken in %s', (stage) => {
    expect(isWatched(storyOnHost(stage).failback)).toBe(true);
  });

  it.each(['checking', 'awaitingDirection', 'starting', 'completing', 'verifying'] as const)(
    'is not taken in %s: the VM may run then, or nothing is written to it',
    (stage) => {
      const story = storyOnHost(stage);

      expect(isWatched(story.failback)).toBe(false);
      expect(look(story, ok({ state: 'Running' }))).toEqual([]);
    },
  );

  it('is not taken on hold, nor where no server is known', () => {
    const onHold = storyOnHost('synchronizing').tell(held('askedFor', [], []));
    const hostless = onUnknownServer(storyOnHost('synchronizing').failback);

    expect(isWatched(onHold.failback)).toBe(false);
    expect(isWatched(hostless)).toBe(false);
  });

  it('is worth an event only when it shows something new', () => {
    const story = storyOnHost('synchronizing');
    const events = look(story, ok());

    expect(events).toEqual([
      { type: 'vmObserved', vm: { outcome: 'ok', state: 'Off', checkpoints: 0 } },
    ]);
    story.tell(...events);
    expect(look(story, ok({ uptimeSeconds: 9 }))).toEqual([]);
    expect(typesOf(story, { outcome: 'unreachable', why: 'No session.' })).toEqual(['vmObserved']);
  });

  it.each(['Running', 'Starting', 'Saved', 'Paused'])(
    'stops the failback when the VM is %s, and the VM must not be started any more',
    (state) => {
      const story = storyOnHost('synchronizing');
      story.tell(...look(story, ok({ state })));

      expect(story.failback).toMatchObject({
        onPremises: [{ isMarked: true, seen: { state } }],
        hold: {
          reason: 'vmStarted',
          choices: [
            { name: 'cancel' },
            { name: 'cancel-again' },
            { leadsTo: 'synchronizing' },
            { name: 'abandon' },
          ],
        },
      });
    },
  );

  it('stops the failback when a checkpoint was taken', () => {
    const story = storyOnHost('synchronizing');
    story.tell(...look(story, ok({ checkpoints: 2 })));

    expect(story.failback).toMatchObject({
      onPremises: [{ isMarked: false }],
      hold: { reason: 'checkpointTaken' },
    });
    expect(story.failback.hold?.evidence).toContainEqual({ name: 'server', value: 'HV-A' });
  });

  it('takes back the question that is open', () => {
    const story = storyOnHost('awaitingCompletion').ask('complete');

    expect(typesOf(story, ok({ state: 'Running' }))).toEqual([
      'vmObserved',
      'gateWithdrawn',
      'held',
    ]);
  });

  it('stops again after a release as long as the VM still runs', () => {
    const story = storyOnHost('synchronizing');
    const running = ok({ state: 'Running' });
    story.tell(...look(story, running));
    story.tell({
      type: 'holdReleased',
      by: jun,
      choice: 'anyway',
      leadsTo: 'synchronizing',
      reason: 'x',
    });

    expect(typesOf(story, running)).toEqual(['vmObserved', 'held']);
    story.tell(...look(story, ok()));
    expect(story.failback.hold).toBeUndefined();
  });

  it('does not stop anything because the server can not be seen', () => {
    for (const outcome of ['unreachable', 'forbidden', 'absent', 'unknown'] as const) {
      const answer = { outcome, why: 'No session.' };

      expect(typesOf(storyOnHost('synchronizing'), answer)).toEqual(['vmObserved']);
      expect(vmObservation(answer)).toEqual({ outcome });
    }
  });
});
