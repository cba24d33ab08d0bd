import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMarked } from '../../../bot/failback/state/coming-home.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { coded, quoted } from '../../../bot/failback/words/coded.ts';
import { namedState } from '../../../bot/failback/words/statement.ts';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../../simulators/azure/azure-simulator.ts';
import { postAsSomebodyElse } from '../../support/azure.ts';
import { FAST, FailbackRig, ONCE_EACH } from '../../support/failback-rig.ts';

const ID = 'FB-ELSE';
let azure: AzureSimulator;
let rig: FailbackRig;

beforeEach(async () => {
  azure = await startAzureSimulator(FAST);
  azure.addVm({ name: 'web-01', writeEveryMs: 10 });
  rig = new FailbackRig(azure);
  await rig.runner.start();
});

afterEach(async () => {
  await rig.runner.stop();
  await azure.close();
});

const asks = (gate: string) => (failback: Failback) => failback.gate?.kind === gate;
const isHeld = ({ hold }: Failback) => hold !== undefined;

async function upTo(gate: 'direction' | 'complete' | 'commit'): Promise<void> {
  await rig.request(ID, 'web-01');
  for (const kind of ['direction', 'complete', 'commit'] as const) {
    await rig.until(ID, asks(kind));
    if (kind === gate) return;
    await rig.approve(ID);
  }
}

const inState = (state: string) =>
  coded('serverInState', { server: 'HV-HOST-01.corp.example', state: namedState(state) });

describe('somebody else acts in the portal', () => {
  it('resumes the job: the question is withdrawn, and a person says that the bot goes on', async () => {
    await upTo('complete');

    azure.jobs.resumeInPortal('web-01');
    const held = await rig.until(ID, isHeld);
    await rig.choose(ID, 'follow');
    const ended = await rig.approveAll(ID);

    expect(held.hold?.reason).toBe('changedElsewhere');
    expect(held.decisions.at(-1)).toMatchObject({ kind: 'complete', outcome: 'withdrawn' });
    expect(ended.stage).toBe('protected');
    expect(rig.mutations('web-01')).toEqual({ ...ONCE_EACH, resume: 0 });
    expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);
  });

  it('commits: the bot does not commit again', async () => {
    await upTo('commit');

    azure.jobs.commitInPortal('web-01');
    const held = await rig.until(ID, isHeld);
    await rig.choose(ID, 'follow');
    const ended = await rig.approveAll(ID);

    expect(held.hold?.reason).toBe('changedElsewhere');
    expect(ended.stage).toBe('protected');
    expect(rig.mutations('web-01')).toEqual({ ...ONCE_EACH, commit: 0 });
  });

  it('cancels the synchronization: the VM must not be started until a failback of it has succeeded', async () => {
    await upTo('complete');

    azure.jobs.cancelInPortal('web-01');
    const held = await rig.until(ID, isHeld);
    const differing = azure.vm('web-01').blocksThatDiffer();
    await rig.choose(ID, 'again');
    const ended = await rig.approveAll(ID);

    expect(held).toMatchObject({
      onPremises: [{ isMarked: true }],
      hold: { reason: 'jobCancelled' },
    });
    expect(differing).toBeGreaterThan(0);
    expect(ended).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
    expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);
  });

  it('cancels the synchronization while the bot is on hold: every later failback says so until one has succeeded', async () => {
    await upTo('complete');
    await rig.hold(ID);

    azure.jobs.cancelInPortal('web-01');
    const held = await rig.until(ID, isMarked);
    await rig.choose(ID, 'abandon');
    const letGo = await rig.until(ID, ({ stage }) => stage === 'abandoned');
    await rig.request('FB-NEXT', 'web-01');
    const next = await rig.until('FB-NEXT', asks('direction'));
    const ended = await rig.approveAll('FB-NEXT');
    await rig.request('FB-LAST', 'web-01');
    const last = await rig.until('FB-LAST', ({ stage }) => stage === 'notReady');

    expect(held.hold?.reason).toBe('askedFor');
    expect(isMarked(letGo)).toBe(true);
    expect(next).toMatchObject({ onPremises: [{ isMarked: true }] });
    expect(next.checks.find(({ name }) => name === 'onPremisesDisks')?.outcome).toBe('warning');
    expect(ended).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
    expect(isMarked(last)).toBe(false);
    expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);
  });

  it('starts the failback while the direction is asked: the question is withdrawn, nothing is started twice', async () => {
    await upTo('direction');

    await startInPortal();
    const held = await rig.until(ID, isHeld);
    await rig.approve(ID);

    expect(held.hold?.reason).toBe('changedElsewhere');
    expect(rig.mutations('web-01')).toMatchObject({ plannedFailover: 1 });
    expect((await rig.events(ID)).map(({ type }) => type)).not.toContain('callIntended');
  });
});

/** A planned failover that does not come from the bot. */
async function startInPortal(): Promise<void> {
  await postAsSomebodyElse(azure, `${azure.itemId('web-01')}/plannedFailover`, {
    properties: {
      failoverDirection: 'RecoveryToPrimary',
      providerSpecificDetails: {
        instanceType: 'HyperVReplicaAzureFailback',
        dataSyncOption: 'ForDownTime',
        recoveryVmCreationOption: 'NoAction',
      },
    },
  });
}

describe('what was approved has changed', () => {
  it('is not called: the difference is shown and it is asked again', async () => {
    await upTo('complete');

    azure.host.connectionStatus = 'Disconnected';
    await rig.approve(ID);
    const asked = await rig.until(ID, ({ gate }) => gate?.number === 3);
    azure.host.connectionStatus = 'Connected';
    await rig.approve(ID);
    const again = await rig.until(ID, ({ gate }) => gate?.number === 4);
    const ended = await rig.approveAll(ID);

    expect(asked.gate?.because).toEqual([
      {
        name: 'onPremisesServer',
        asked: inState('Connected'),
        now: inState('Disconnected'),
      },
    ]);
    expect(again.gate?.because).toHaveLength(1);
    expect(ended.stage).toBe('protected');
    expect(rig.mutations('web-01')).toEqual(ONCE_EACH);
  });

  it('a server that is gone before the start is a hold, not a question', async () => {
    await upTo('direction');

    azure.host.connectionStatus = 'Disconnected';
    await rig.approve(ID);
    const held = await rig.until(ID, isHeld);

    expect(held.hold?.reason).toBe('notOffered');
    expect(held.hold?.evidence[0]?.value).toMatchObject({ code: 'serverNotConnected' });
    expect(rig.mutations('web-01')).toMatchObject({ plannedFailover: 0 });
  });

  it('an approval that was not used in time is void', async () => {
    await rig.request(ID, 'web-01', { grantMs: 30 });
    await rig.until(ID, asks('direction'));

    azure.faults.next({ method: 'GET' }, { kind: 'slow', ms: 60 }, 4);
    await rig.approve(ID);
    const asked = await rig.until(ID, ({ gate }) => gate?.number === 2);

    expect(asked.decisions[0]).toMatchObject({ outcome: 'voided' });
    expect(rig.mutations('web-01')).toMatchObject({ plannedFailover: 0 });
  });
});

describe('a job that the bot does not know', () => {
  it.each(['Paused', 'PartiallySucceeded', ''])(
    'in the state "%s" is a hold, and a person may say that it is expected',
    async (state) => {
      await upTo('complete');

      azure.jobs.override('web-01', { state });
      const held = await rig.until(ID, isHeld);
      azure.jobs.override('web-01', {});
      await rig.choose(ID, 'continue');
      const ended = await rig.approveAll(ID);

      expect(held.hold).toMatchObject({ reason: 'jobUnknown' });
      expect(ended.stage).toBe('protected');
      expect(rig.mutations('web-01')).toEqual(ONCE_EACH);
    },
  );

  it('waiting for something else than complete failover is a hold, not a question', async () => {
    await upTo('direction');
    await rig.approve(ID);
    await rig.until(ID, ({ stage }) => stage === 'synchronizing');

    azure.jobs.override('web-01', {
      state: 'Suspended',
      stateDescription: 'WaitingForSomething',
      allowedActions: ['Cancel', 'Resume'],
    });
    const held = await rig.until(ID, isHeld);

    expect(held.hold).toMatchObject({ reason: 'jobUnknown' });
    expect(rig.mutations('web-01')).toMatchObject({ resume: 0 });
  });

  it('that failed says why, in the words of the service, and offers to begin again', async () => {
    await upTo('complete');

    azure.jobs.fail('web-01', [
      { code: '70094', message: 'Some words.', recommendedAction: 'Some advice.' },
    ]);
    const held = await rig.until(ID, isHeld);
    await rig.choose(ID, 'again');
    const ended = await rig.approveAll(ID);

    expect(held.hold?.evidence).toEqual(
      expect.arrayContaining([
        { name: 'error', value: quoted('Azure', '70094: Some words.') },
        { name: 'recommendedAction', value: quoted('Azure', 'Some advice.') },
      ]),
    );
    expect(ended.stage).toBe('protected');
  });

  it('that has left the list is read by its id, and the failback goes on', async () => {
    await upTo('direction');
    await rig.approve(ID);
    await rig.until(ID, ({ stage }) => stage === 'synchronizing');

    azure.jobs.hide('web-01');
    const ended = await rig.approveAll(ID);

    expect(ended.stage).toBe('protected');
  });
});

describe('Azure is hard to reach', () => {
  it.each([undefined, '1'])(
    'reads are throttled (Retry-After %s): it waits and goes on',
    async (retryAfter) => {
      await upTo('direction');
      await rig.approve(ID);
      await rig.until(ID, ({ stage }) => stage === 'synchronizing');

      const throttled = {
        kind: 'status',
        status: 429,
        taken: false,
        ...(retryAfter && { retryAfter }),
      } as const;
      azure.faults.next({ method: 'GET' }, throttled, 10);
      const ended = await rig.approveAll(ID);

      expect(ended.stage).toBe('protected');
      expect(rig.mutations('web-01')).toEqual(ONCE_EACH);
    },
  );

  it.each([true, false])(
    'the token expires in the middle (claims challenge: %s): it is renewed',
    async (withClaims) => {
      await upTo('complete');

      azure.tokens.expireAll({ withClaims });
      const ended = await rig.approveAll(ID);

      expect(ended.stage).toBe('protected');
      expect(rig.mutations('web-01')).toEqual(ONCE_EACH);
    },
  );

  it('a call is throttled: it is sent again when Azure allows it', async () => {
    await upTo('complete');

    azure.faults.next(
      { method: 'POST', operation: 'resume' },
      { kind: 'status', status: 429, taken: false, retryAfter: '1' },
    );
    const ended = await rig.approveAll(ID);

    expect(ended.stage).toBe('protected');
    expect((await rig.events(ID)).map(({ type }) => type)).toContain('callPostponed');
    expect(rig.mutations('web-01')).toEqual(ONCE_EACH);
  });

  it('a call is refused: nothing is repeated, a person decides', async () => {
    await upTo('commit');

    azure.faults.next(
      { method: 'POST', operation: 'failoverCommit' },
      { kind: 'status', status: 409, taken: false, code: 'Conflict', message: 'Busy.' },
    );
    await rig.approve(ID);
    const held = await rig.until(ID, isHeld);
    await rig.choose(ID, 'again');
    const ended = await rig.approveAll(ID);

    expect(held.hold).toMatchObject({
      reason: 'callRefused',
      evidence: [{ value: 'commit' }, { value: 'Conflict' }, { value: quoted('Azure', 'Busy.') }],
    });
    expect(ended.stage).toBe('protected');
    expect(rig.mutations('web-01')).toEqual(ONCE_EACH);
  });
});
