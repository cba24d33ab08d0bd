import { describe, expect, it } from 'vitest';
import type {
  ProtectedItem,
  RecoveryProvider,
} from '../../../../bot/failback/ports/site-recovery.ts';
import { checkReadiness, isReady } from '../../../../bot/failback/readiness/readiness.ts';
import { providerOf } from '../../../../bot/failback/site-recovery/registered.ts';
import { quoted } from '../../../../bot/failback/words/coded.ts';
import { item, protectedItem, provider } from '../../../support/azure-records.ts';
import { NIGHT } from '../../../support/failback-story.ts';

const MINUTE = 60_000;

const look = (
  changes: Partial<ProtectedItem> = {},
  providers: readonly RecoveryProvider[] = [provider()],
) => checkReadiness({ item: item(changes), providers, now: NIGHT });

const outcomesOf = (checks: ReturnType<typeof look>) =>
  Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]));

describe('readiness', () => {
  it('is given when nothing stands in the way; the VM on-premises is not looked at, and it says so', () => {
    const checks = look();

    expect(isReady(checks)).toBe(true);
    expect(outcomesOf(checks)).toEqual({
      replication: 'ok',
      activeLocation: 'ok',
      failoverCommitted: 'ok',
      runningOperation: 'ok',
      managedDisks: 'ok',
      onPremisesServer: 'ok',
      onPremisesVm: 'notChecked',
    });
  });

  it('is given with a warning where the disks on-premises were left inconsistent', () => {
    const checks = checkReadiness({
      item: item(),
      providers: [provider()],
      now: NIGHT,
      marks: [{ itemId: item().id }],
    });

    expect(isReady(checks)).toBe(true);
    expect(outcomesOf(checks)).toMatchObject({ onPremisesDisks: 'warning' });
  });

  it('is not given for what Azure does not know', () => {
    const checks = checkReadiness({ item: undefined, providers: [], now: NIGHT });

    expect(outcomesOf(checks)).toEqual({ protectedItem: 'blocked' });
    expect(isReady(checks)).toBe(false);
  });

  const running = { runningScenario: { name: 'TestFailover', jobId: 'job-t' } };
  const { usesManagedDisks: _, ...silentAboutDisks } = item();

  it.each([
    ['replication', look({ replicationProvider: 'InMageRcm' })],
    ['activeLocation', look(protectedItem())],
    ['activeLocation', look({ activeLocation: 'unknown' })],
    ['failoverCommitted', look({ allowedOperations: ['Commit', 'ChangePit'] })],
    ['failoverCommitted', look({ allowedOperations: [] })],
    ['runningOperation', look(running)],
    ['managedDisks', look({ usesManagedDisks: true })],
    [
      'managedDisks',
      checkReadiness({ item: silentAboutDisks, providers: [provider()], now: NIGHT }),
    ],
    ['onPremisesServer', look({}, [])],
    ['onPremisesServer', look({}, [provider({ connectionStatus: 'NotConnected' })])],
    ['providerVersion', look({}, [provider({ versionState: 'Expired' })])],
  ])('is blocked by: %s', (name, checks) => {
    expect(outcomesOf(checks)).toMatchObject({ [name]: 'blocked' });
    expect(isReady(checks)).toBe(false);
  });

  it('takes a planned failover that Azure offers for a failback', () => {
    expect(isReady(look({ allowedOperations: ['PlannedFailover'] }))).toBe(true);
  });

  it('warns of a server that was not heard of for half an hour, and not a moment earlier', () => {
    const heard = (ago: number) =>
      outcomesOf(look({}, [provider({ lastHeartbeatAt: NIGHT - ago })]));

    expect(heard(30 * MINUTE - 1)).not.toHaveProperty('heartbeat');
    expect(heard(30 * MINUTE)).toMatchObject({ heartbeat: 'warning' });
  });

  it('does not invent a heartbeat that Azure does not tell', () => {
    const { lastHeartbeatAt: _at, ...silent } = provider();

    expect(outcomesOf(look({}, [silent]))).not.toHaveProperty('heartbeat');
  });

  it('warns of an old provider, and not where Azure says nothing of it', () => {
    const old = outcomesOf(look({}, [provider({ versionState: 'UpdateRequired' })]));
    const silent = outcomesOf(look({}, [provider({ versionState: '' })]));

    expect(old).toMatchObject({ providerVersion: 'warning' });
    expect(silent).not.toHaveProperty('providerVersion');
  });

  it('repeats the health errors of the service', () => {
    const checks = look({
      healthErrors: [
        {
          level: 'Warning',
          code: '161011',
          message: 'No test failover.',
          recommendedAction: 'Run one.',
        },
      ],
    });

    expect(checks.find(({ name }) => name === 'health')).toMatchObject({
      outcome: 'warning',
      finding: quoted('Azure', '161011: No test failover. Run one.'),
    });
  });

  it('finds the server by its id in any case, and none for an item without one', () => {
    const { providerId: _id, ...lost } = item();

    expect(providerOf(item(), [provider({ id: 'other' }), provider()])?.name).toBe('host-a');
    expect(providerOf(lost, [provider()])).toBeUndefined();
  });
});
