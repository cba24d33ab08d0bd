import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import { fold } from '../../../../bot/failback/evolve/evolve.ts';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { isMarkWatched, observeMarked } from '../../../../bot/failback/observe/mark.ts';
import type { Alarm } from '../../../../bot/failback/on-premises/marked-vm.ts';
import type { OnPremisesVm } from '../../../../bot/failback/on-premises/on-premises-vm.ts';
import type { Destination } from '../../../../bot/failback/ports/destination.ts';
import type { HostAnswer, VmSnapshot } from '../../../../bot/failback/ports/hyperv-host.ts';
import { marksIn } from '../../../../bot/failback/state/coming-home.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { held, startOver } from '../../../../bot/failback/state/holds.ts';
import type { LedgerEntry } from '../../../../bot/failback/state/ledger.ts';
import { renderAlarm as drawAlarm } from '../../../../bot/messages/notices/alarm.ts';
import { renderEnd } from '../../../../bot/messages/notices/end.ts';
import { hostFor } from '../../../../bot/runner/host/host-tools.ts';
import { inEnglish } from '../../../support/catalogue/spoken.ts';
import { PEOPLE } from '../../../support/desk.ts';
import { jun, requested, Story, storyAt, storyOnHost } from '../../../support/failback-story.ts';
import { FakeHost } from '../../../support/fakes/fake-host.ts';
import { read } from '../../../support/fakes/recording-platform.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';
import { homeVm } from '../../../support/home-vm.ts';

const renderAlarm = (...given: Parameters<typeof drawAlarm>) => inEnglish(drawAlarm(...given));

const TO_B: Destination = { kind: 'alternateLocation', providerId: '/providers/b', server: 'b' };

const LEFT = {
  host: { name: 'HV-A', vmId: 'vm-a' },
  startAction: { vmId: 'vm-a', before: 'Start' },
} as const;

/** An earlier failback left a half-written VM on HV-A; this one is home, and reverse replication runs. */
function home(destination: Destination | undefined, server: string | undefined): Story {
  const story = storyAt('reversing');
  const entries = story.entries.map((entry) => {
    const { event } = entry;
    if (event.type === 'requested')
      return { ...entry, event: { ...event, doNotStart: true as const, left: LEFT } };
    return event.type === 'checked' && server
      ? { ...entry, event: { ...event, host: { name: server } } }
      : entry;
  });
  story.entries.splice(0, story.entries.length, ...entries);
  if (destination) story.to(destination);
  return story.intend('reverseReplicate').accept('reverseReplicate');
}

/** What is known of the VM on HV-A. */
const leftOf = ({ failback }: Story): OnPremisesVm => {
  const vm = failback.onPremises.find(({ isDestination }) => !isDestination);
  if (vm === undefined) throw new Error('nothing was left elsewhere');
  return vm;
};

const seen = (change: Partial<VmSnapshot>): HostAnswer<VmSnapshot> => ({
  outcome: 'ok',
  value: vmSight({ startAction: 'Nothing', ...change }),
  readAt: 0,
});

const ended = (server: string | undefined) =>
  home(TO_B, server)
    .tell({ type: 'ended', end: 'protected', summary: 'Home.' })
    .tell({
      type: 'hostSecured',
      itemId: leftOf(home(TO_B, server)).itemId,
      server: 'HV-A',
      outcome: 'done',
    });

describe('a half-written VM that was left on another server', () => {
  it.each(['HV-B', undefined])(
    'is not made to start by itself when the VM has come home elsewhere: %s',
    (server) => {
      const story = home(TO_B, server);
      expect(homeVm(story.failback)).toMatchObject({ isMarked: false });
      expect(leftOf(story)).toMatchObject({ isMarked: true, startAction: { before: 'Start' } });
      expect(nextStep(story.failback, story.now)).toEqual({ do: 'watch' });

      story.tell({ type: 'ended', end: 'abandoned', summary: 'Let go.' });

      expect(nextStep(story.failback, story.now)).toEqual({ do: 'secureHost' });
      const said = JSON.stringify(inEnglish(renderEnd(story.failback, undefined)));
      expect(said).not.toContain('automatic start');
      expect(said).toContain('Do not start the VM on HV-A:');
    },
  );

  it('is put back as it was when it has come home where it was left', () => {
    const here = home(undefined, 'HV-A');
    expect(nextStep(here.failback, here.now)).toEqual({ do: 'restoreHost' });
    const again = home(TO_B, 'HV-A');
    expect(nextStep(again.failback, again.now)).toEqual({ do: 'restoreHost' });
  });

  it('is the same one where the settings spell the name of its server differently now', () => {
    const story = home(undefined, 'hv-a');

    expect(story.failback.onPremises).toMatchObject([
      { isDestination: true, isMarked: false, startAction: { before: 'Start' } },
    ]);
    expect(nextStep(story.failback, story.now)).toEqual({ do: 'restoreHost' });
    expect(hostFor({ host: LEFT.host }, { hosts: [new FakeHost('hv-a')] })).toBeDefined();
  });

  it('is watched for good: starting it raises an alarm that names it and its server', () => {
    const story = ended('HV-B');
    expect(isMarkWatched(story.failback, leftOf(story))).toBe(true);
    expect(isMarkWatched(story.failback, homeVm(story.failback))).toBe(false);

    story.tell(...observeMarked(story.failback, leftOf(story), seen({ state: 'Running' })));

    const [alarm] = leftOf(story).alarms;
    expect(alarm).toMatchObject({ number: 1, state: 'Running' });
    const said = read(
      renderAlarm(alarm as Alarm, leftOf(story), story.failback, new Directory(PEOPLE)),
    );
    expect(said).toContain('Do not start the VM on HV-A');
    expect(said).toContain('Server: HV-A');
    expect(homeVm(story.failback).alarms).toEqual([]);
  });

  it('is marked no more when somebody has removed it, after the VM has come home', () => {
    const gone: HostAnswer<VmSnapshot> = { outcome: 'absent', why: 'It is not there.' };
    const onTheWay = home(TO_B, 'HV-B');
    expect(observeMarked(onTheWay.failback, leftOf(onTheWay), gone)).toEqual([]);

    const story = ended('HV-B');
    story.tell(...observeMarked(story.failback, leftOf(story), gone));

    expect(marksIn(story.failback)).toEqual([]);
    expect(nextStep(story.failback, story.now)).toEqual({ do: 'nothing' });
  });

  it('is what the next failback takes over, wherever that one goes', () => {
    const marks = marksIn(ended('HV-B').failback);
    expect(marks).toMatchObject([{ host: { name: 'HV-A' }, isElsewhere: true }]);
    const [entry] = new Story().entries as [LedgerEntry];
    const next = (server: string) =>
      fold([
        { ...entry, event: { ...requested(), marks } },
        {
          ...entry,
          revision: 2,
          event: { type: 'checked', checks: [], totalSizeMb: 1, host: { name: server } },
        },
      ]) as Failback;

    expect(next('HV-B').onPremises).toMatchObject([
      { isDestination: true, isMarked: false, host: { name: 'HV-B' } },
      { isDestination: false, isMarked: true, host: { name: 'HV-A' } },
    ]);
    expect(next('HV-A').onPremises).toMatchObject([
      { isDestination: true, isMarked: true, host: { name: 'HV-A' } },
    ]);
  });

  it('stays marked on the server where an attempt to another server was cancelled', () => {
    const cancelled = storyOnHost('synchronizing').see('plannedFailover', 'cancelled');
    cancelled.tell(held('jobCancelled', [], [startOver]), {
      type: 'holdReleased',
      by: jun,
      choice: 'again',
      leadsTo: 'checking',
    });
    cancelled.tell({ type: 'checked', checks: [], totalSizeMb: 1, host: { name: 'HV-B' } });

    expect(cancelled.failback.onPremises).toMatchObject([
      { isDestination: true, isMarked: false, host: { name: 'HV-B' } },
      { isDestination: false, isMarked: true, host: { name: 'HV-A' } },
    ]);
  });
});
