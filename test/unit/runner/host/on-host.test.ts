import { describe, expect, it } from 'vitest';
import type { OnPremisesVm } from '../../../../bot/failback/on-premises/on-premises-vm.ts';
import { ANSWERS } from '../../../../bot/failback/on-premises/unanswered.ts';
import type { StartAction } from '../../../../bot/failback/ports/hyperv-host.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { goOnUnprepared } from '../../../../bot/failback/state/holds.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import type { HostTools } from '../../../../bot/runner/host/host-tools.ts';
import { lookBeforeStart, prepareHost } from '../../../../bot/runner/host/prepare-host.ts';
import { restoreHost } from '../../../../bot/runner/host/restore-host.ts';
import { verifyVms } from '../../../../bot/runner/steps/verify.ts';
import { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { jun, POLICY, type Story, storyOnHost } from '../../../support/failback-story.ts';
import { FakeHost, type Trouble, UP } from '../../../support/fakes/fake-host.ts';
import { MemoryLedger } from '../../../support/fakes/memory-ledger.ts';
import { homeVm } from '../../../support/home-vm.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const FAST_MS = 5_000;
const PATIENCE_MS = 60_000;
const ID = 'FB-TEST';

/** A failback on a server, and the steps that it takes there. */
class Place {
  readonly clock: ManualClock;
  readonly host = new FakeHost();
  readonly ledger = new MemoryLedger();
  readonly failbacks = new FailbackRepository(this.ledger);
  hosts: readonly FakeHost[] = [this.host];
  ports: readonly number[] = [];

  private constructor(now: number) {
    this.clock = new ManualClock(now);
  }

  static async at(story: Story): Promise<Place> {
    const place = new Place(story.now);
    for (const { at, event } of story.entries)
      await place.ledger.append({ stream: ID, expectedRevision: 'any', at, events: [event] });
    return place;
  }

  async failback(): Promise<Failback> {
    return (await this.failbacks.get(ID)) as Failback;
  }

  async vm(): Promise<OnPremisesVm> {
    return homeVm(await this.failback());
  }

  async types(): Promise<readonly string[]> {
    return (await this.ledger.read(ID)).map(({ event }) => event.type);
  }

  private get tools(): HostTools {
    const { failbacks, clock, hosts } = this;
    const verification = { wantedOf: () => ({ ports: this.ports }), patienceMs: PATIENCE_MS };
    return { failbacks, clock, hosts, verification, fastMs: FAST_MS };
  }

  async lookBeforeStart() {
    return lookBeforeStart(await this.failback(), this.tools);
  }

  /** Takes a step and stores what it brings, as the runner does. */
  async take(step: typeof prepareHost) {
    const { failbacks, clock } = this;
    const failback = await this.failback();
    const outcome = await step(failback, this.tools);
    if (outcome.events.length > 0) await failbacks.append(failback, outcome.events, clock.now());
    return outcome;
  }
}

const release = (choice: string, leadsTo: 'starting' | 'verifying'): FailbackEvent => ({
  type: 'holdReleased',
  by: jun,
  choice,
  leadsTo,
});

describe('the preparation of a server', () => {
  const starting = () => Place.at(storyOnHost('starting'));

  it('is nothing where no host connector knows it', async () => {
    const place = await starting();
    place.hosts = [];

    expect(await place.take(prepareHost)).toEqual({
      events: [{ type: 'hostPrepared', outcome: 'notConfigured' }],
    });
  });

  it('is nothing where the VM is to be made', async () => {
    const story = storyOnHost('transferring').upTo('hostPrepared');
    const place = await Place.at(story.to({ kind: 'originalLocation', createsVm: true }));
    place.host.troubles.readVm = ['absent', 'absent'];

    const { events } = await place.take(prepareHost);
    expect(events).toEqual([{ type: 'hostPrepared', outcome: 'skipped' }]);
    expect(place.host.writes).toEqual([]);
  });

  it('changes nothing where the VM does not start by itself', async () => {
    const place = await starting();
    place.host.touch({ startAction: 'Nothing' });

    await place.take(prepareHost);
    expect(await place.vm()).toMatchObject({ isPrepared: true });
    expect((await place.vm()).startAction).toBeUndefined();
    expect(place.host.writes).toEqual([]);
  });

  it.each(['StartIfRunning', 'Start'] as const)(
    'writes %s down before it changes it to Nothing',
    async (before) => {
      const place = await starting();
      place.host.touch({ startAction: before });
      const stored: unknown[] = [];
      place.host.whenWritten = async () => {
        stored.push((await place.vm()).startAction);
      };

      await place.take(prepareHost);
      expect(stored).toEqual([{ vmId: 'vm-web-01', before }]);
      expect(place.host.vm.startAction).toBe('Nothing');
      expect(await place.vm()).toMatchObject({ isPrepared: true, startAction: { before } });
      expect((await place.types()).slice(-2)).toEqual(['startActionIntended', 'hostPrepared']);
    },
  );

  it.each([{ state: 'Running' }, { state: 'Saved' }, { checkpoints: 1 }])(
    'stops at a VM that is not ready: %o',
    async (change) => {
      const place = await starting();
      place.host.touch(change);

      await place.take(prepareHost);
      const { hold } = await place.failback();
      const { isPrepared } = await place.vm();
      expect(hold?.reason).toBe('vmNotReady');
      expect(hold?.choices.map(({ name }) => name)).toEqual(['again', 'abandon']);
      expect(isPrepared).toBe(false);
      expect(place.host.writes).toEqual([]);
    },
  );

  it.each(['unreachable', 'forbidden', 'absent', 'failed'] as const)(
    'stops at a server whose VM is %s to it, and lets a person go on without it',
    async (trouble) => {
      const place = await starting();
      place.host.troubles.readVm = [trouble];

      await place.take(prepareHost);
      const { hold } = await place.failback();
      expect(hold).toMatchObject({
        reason: 'hostNotPrepared',
        evidence: [{ name: 'answer', value: ANSWERS[trouble] }, {}],
      });
      expect(hold?.choices).toContainEqual(goOnUnprepared('starting'));
      expect(place.host.writes).toEqual([]);
    },
  );

  it('goes on without a server when a person says so, but not over a VM that is seen to be on', async () => {
    const place = await starting();
    place.host.isAway = true;
    await place.take(prepareHost);
    const without = release('without', 'starting');
    await place.failbacks.append(await place.failback(), [without], place.clock.now());

    expect(await place.take(prepareHost)).toMatchObject({
      events: [{ type: 'hostPrepared', outcome: 'without' }],
    });
    expect(await place.lookBeforeStart()).toBeUndefined();

    place.host.isAway = false;
    place.host.touch({ state: 'Running' });
    expect(await place.lookBeforeStart()).toMatchObject({ reason: 'vmNotReady' });
  });

  it.each(['unreachable', 'failed', 'unknownAndLost', 'ignored'] as const)(
    'goes on, when a person says so, although the write is %s',
    async (trouble) => {
      const place = await starting();
      place.host.troubles.readVm = ['unreachable'];
      await place.take(prepareHost);
      const without = release('without', 'starting');
      await place.failbacks.append(await place.failback(), [without], place.clock.now());
      place.host.troubles.setStartAction = [trouble];

      await place.take(prepareHost);
      expect((await place.failback()).hold).toBeUndefined();
      expect(await place.vm()).toMatchObject({
        isPrepared: true,
        startAction: { before: 'StartIfRunning' },
      });
    },
  );

  it.each(['unreachable', 'failed', 'unknownAndLost', 'ignored'] as const)(
    'does not take a write that is %s for done, and does it again',
    async (trouble) => {
      const place = await starting();
      place.host.troubles.setStartAction = [trouble];

      expect(await place.take(prepareHost)).toEqual({ events: [], again: true });
      expect((await place.failback()).hold?.reason).toBe('hostNotPrepared');
      await place.failbacks.append(
        await place.failback(),
        [release('again', 'starting')],
        place.clock.now(),
      );

      await place.take(prepareHost);
      expect(place.host.vm.startAction).toBe('Nothing');
      expect(await place.vm()).toMatchObject({
        isPrepared: true,
        startAction: { before: 'StartIfRunning' },
      });
      expect((await place.types()).filter((type) => type === 'startActionIntended')).toHaveLength(
        1,
      );
    },
  );

  it('finds a write done that nobody answered, by reading again', async () => {
    const place = await starting();
    place.host.troubles.setStartAction = ['unknownButDone'];
    await place.take(prepareHost);
    expect((await place.vm()).isPrepared).toBe(false);
    const released = release('again', 'starting');
    await place.failbacks.append(await place.failback(), [released], place.clock.now());

    await place.take(prepareHost);
    expect(await place.vm()).toMatchObject({
      isPrepared: true,
      startAction: { before: 'StartIfRunning' },
    });
    expect(place.host.writes).toHaveLength(1);
  });
});

describe('putting the automatic start back', () => {
  const reversing = async (before: StartAction = 'StartIfRunning') => {
    const story = storyOnHost('reversing').intend('reverseReplicate').accept('reverseReplicate');
    const place = await Place.at(story.tell({ type: 'startActionIntended', vmId: 'vm-9', before }));
    place.host.touch({ ...UP, startAction: 'Nothing' });
    return place;
  };
  const lastOf = async (place: Place) => (await place.ledger.read(ID)).at(-1)?.event;

  it.each(['StartIfRunning', 'Start'] as const)('writes %s, to the same VM', async (before) => {
    const place = await reversing(before);

    await place.take(restoreHost);
    expect(place.host.writes).toEqual([`setStartAction vm-9 ${before}`]);
    expect(place.host.refs).toEqual([{ id: 'vm-9', name: 'web-01' }]);
    expect(await lastOf(place)).toEqual({ type: 'hostRestored', outcome: 'done' });
    expect((await place.vm()).isRestored).toBe(true);
  });

  it('writes nothing where it is back already', async () => {
    const place = await reversing();
    place.host.touch({ startAction: 'StartIfRunning' });

    await place.take(restoreHost);
    expect(await lastOf(place)).toEqual({ type: 'hostRestored', outcome: 'done' });
    expect(place.host.writes).toEqual([]);
  });

  it('leaves alone what somebody else has set', async () => {
    const place = await reversing();
    place.host.touch({ startAction: 'Start' });

    await place.take(restoreHost);
    expect(await lastOf(place)).toEqual({
      type: 'hostRestored',
      outcome: 'changedElsewhere',
      why: 'Start',
    });
    expect(place.host.writes).toEqual([]);
  });

  const TROUBLES: readonly ['readVm' | 'setStartAction', Trouble][] = [
    ['readVm', 'unreachable'],
    ['readVm', 'absent'],
    ['setStartAction', 'failed'],
    ['setStartAction', 'unknownAndLost'],
    ['setStartAction', 'unknownButDone'],
    ['setStartAction', 'ignored'],
  ];

  it.each(TROUBLES)('is tried again after a %s that is %s', async (call, trouble) => {
    const place = await reversing();
    place.host.troubles[call] = [trouble];

    const wakeAt = place.clock.now() + FAST_MS;
    expect(await place.take(restoreHost)).toEqual({ events: [], wakeAt });
    await place.take(restoreHost);
    expect(place.host.vm.startAction).toBe('StartIfRunning');
    expect(await lastOf(place)).toEqual({ type: 'hostRestored', outcome: 'done' });
  });

  it('is given up when it does not work for long, to the millisecond, and says why', async () => {
    const place = await reversing();
    place.host.isAway = true;

    await place.clock.advance(POLICY.settleMs - 1);
    expect(await place.take(restoreHost)).toMatchObject({ events: [] });
    await place.clock.advance(1);
    await place.take(restoreHost);
    expect(await lastOf(place)).toEqual({
      type: 'hostRestored',
      outcome: 'failed',
      why: 'It is unreachable.',
    });
  });

  it('counts the time from the call that it waited for, not from the stage', async () => {
    const story = storyOnHost('reversing').later(POLICY.settleMs * 2);
    story.intend('reverseReplicate').accept('reverseReplicate');
    const intended = { type: 'startActionIntended', vmId: 'vm-9', before: 'Start' } as const;
    const place = await Place.at(story.tell(intended));
    place.host.isAway = true;

    expect(await place.take(restoreHost)).toMatchObject({ events: [] });
  });

  it('is given up where the settings do not name the server any more', async () => {
    const place = await reversing();
    place.hosts = [];

    await place.take(restoreHost);
    expect(await lastOf(place)).toMatchObject({
      outcome: 'failed',
      why: coded('noHostConnector'),
    });
  });
});

describe('the verification', () => {
  const verifying = async () => {
    const place = await Place.at(storyOnHost('verifying'));
    place.host.touch(UP);
    return place;
  };

  it('is not made where no host connector knows the server, and says so', async () => {
    const place = await verifying();
    place.hosts = [];

    await place.take(verifyVms);
    expect(await place.failback()).toMatchObject({
      stage: 'awaitingCommit',
      onPremises: [{ proofs: [] }],
    });
  });

  it('passes when everything holds, and keeps the proofs', async () => {
    const place = await verifying();
    place.ports = [443];

    await place.take(verifyVms);
    const { stage } = await place.failback();
    const { proofs } = await place.vm();
    expect(stage).toBe('awaitingCommit');
    expect(proofs.map(({ holds }) => holds)).toEqual([true, true, true, true, true, true]);
    expect(place.host.calls).toEqual(['readVm', 'checkPorts 192.0.2.7 443']);
  });

  it('does not try ports where none are wanted, or the guest has no address', async () => {
    const place = await verifying();
    await place.take(verifyVms);
    expect(place.host.calls).toEqual(['readVm']);

    const booting = await verifying();
    booting.ports = [443];
    booting.host.touch({ addresses: [] });
    await booting.take(verifyVms);
    expect(booting.host.calls).toEqual(['readVm']);
    expect((await booting.failback()).stage).toBe('verifying');
  });

  it('waits for a guest that boots, and writes down only what is new', async () => {
    const place = await verifying();
    place.host.touch({ heartbeat: 'noContact', addresses: [] });

    const wakeAt = place.clock.now() + FAST_MS;
    expect(await place.take(verifyVms)).toMatchObject({
      events: [{ type: 'proofsObserved' }],
      wakeAt,
    });
    expect(await place.take(verifyVms)).toEqual({ events: [], wakeAt });
    place.host.touch(UP);
    await place.take(verifyVms);
    expect((await place.failback()).stage).toBe('awaitingCommit');
  });

  it('asks a person when the guest does not come up, to the millisecond', async () => {
    const place = await verifying();
    place.host.touch({ heartbeat: 'noContact' });

    await place.clock.advance(PATIENCE_MS - 1);
    await place.take(verifyVms);
    expect((await place.failback()).hold).toBeUndefined();
    await place.clock.advance(1);
    await place.take(verifyVms);
    const { hold, stage } = await place.failback();
    expect(stage).toBe('verifying');
    expect(hold?.reason).toBe('notProven');
    expect(hold?.evidence).toEqual([{ name: 'heartbeat', value: coded('heartbeatNoContact') }]);
    expect(hold?.choices.map(({ name }) => name)).toEqual(['again', 'override', 'abandon']);
  });

  it('gives the guest its time again when a person says so', async () => {
    const place = await verifying();
    place.host.isAway = true;
    await place.clock.advance(PATIENCE_MS);
    await place.take(verifyVms);
    const released = release('again', 'verifying');
    await place.failbacks.append(await place.failback(), [released], place.clock.now());

    await place.take(verifyVms);
    expect((await place.failback()).hold).toBeUndefined();
    place.host.isAway = false;
    await place.take(verifyVms);
    expect((await place.failback()).stage).toBe('awaitingCommit');
  });
});
