import { describe, expect, it } from 'vitest';
import { gateFacts } from '../../../../bot/failback/decide/gate-facts.ts';
import {
  approvalsFor,
  challengeOf,
  GATES,
  type GateKind,
  gateAwaitedIn,
  gateOf,
  isChallengeMet,
  operationIn,
} from '../../../../bot/failback/state/gates.ts';
import { mayMove, stageToAskAgain } from '../../../../bot/failback/state/stages.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { differences, type Fact } from '../../../../bot/failback/words/facts.ts';
import type { FactName } from '../../../../bot/failback/words/names.ts';
import { namedState } from '../../../../bot/failback/words/statement.ts';
import { item, provider } from '../../../support/azure-records.ts';
import { POLICY } from '../../../support/failback-story.ts';

const KINDS = Object.keys(GATES) as GateKind[];
/** Those that lead to a call in Azure. */
const CALLING = ['direction', 'complete', 'commit', 'reverse'] as const;
const world = { item: item(), provider: provider() };
const factIn = (kind: GateKind, name: FactName, seen: Parameters<typeof gateFacts>[1] = world) =>
  gateFacts(kind, seen).find((fact) => fact.name === name)?.value;

describe('the gates', () => {
  it.each(CALLING)('lead from where %s is asked to where it is called, and back', (kind) => {
    const { awaits, opens, operation } = GATES[kind];

    expect(gateAwaitedIn(awaits)).toBe(kind);
    expect(operationIn(opens)).toBe(operation);
    expect(gateOf(operation)).toBe(kind);
    expect(mayMove(awaits, opens)).toBe(true);
    expect(mayMove(opens, stageToAskAgain(awaits))).toBe(true);
  });

  it('about a switch leads to no call in Azure, and is decided by as many as the direction', () => {
    expect(gateAwaitedIn('awaitingSwitch')).toBe('switch');
    expect(operationIn('creatingSwitch')).toBeUndefined();
    expect(mayMove('awaitingSwitch', 'creatingSwitch')).toBe(true);
    const approvals = { direction: 2, complete: 1, commit: 3, reverse: 4 };
    const needed = KINDS.map((kind) => approvalsFor(kind, { ...POLICY, approvals }));
    expect(needed).toEqual([2, 2, 1, 1, 3, 4]);
  });

  it('are not open and call nothing in the other stages', () => {
    expect(gateAwaitedIn('synchronizing')).toBeUndefined();
    expect(operationIn('verifying')).toBeUndefined();
  });

  it('refuse an operation that nobody may ask for', () => {
    expect(() => gateOf('deleteEverything' as never)).toThrow('no gate leads to deleteEverything');
  });

  it('want something typed where a wrong click can not be undone', () => {
    expect(KINDS.map(challengeOf)).toEqual([
      undefined,
      'liveSide',
      undefined,
      undefined,
      'vmName',
      undefined,
    ]);
  });

  it('take the live side for the direction, in any case and with spaces around it', () => {
    expect(isChallengeMet('direction', 'web-01', ' AZURE ')).toBe(true);
    expect(isChallengeMet('direction', 'web-01', 'on-premises')).toBe(false);
    expect(isChallengeMet('direction', 'web-01', 'web-01')).toBe(false);
    expect(isChallengeMet('direction', 'web-01', undefined)).toBe(false);
  });

  it('take the name of the VM for the commit', () => {
    expect(isChallengeMet('commit', 'web-01', 'Web-01')).toBe(true);
    expect(isChallengeMet('commit', 'web-01', 'web-02')).toBe(false);
    expect(isChallengeMet('commit', 'web-01', '')).toBe(false);
  });

  it('take a yes for the others', () => {
    expect(isChallengeMet('complete', 'web-01', undefined)).toBe(true);
    expect(isChallengeMet('reverse', 'web-01', undefined)).toBe(true);
  });
});

describe('what is approved', () => {
  it('names the managed disks for the direction alone', () => {
    expect(factIn('direction', 'managedDisks')).toEqual(coded('no'));
    expect(factIn('commit', 'managedDisks')).toBeUndefined();
    const { usesManagedDisks: _, ...silent } = item();
    expect(factIn('direction', 'managedDisks', { item: silent })).toEqual(coded('notSaid'));
  });

  it('names the server as long as the data travels to it', () => {
    expect(factIn('complete', 'onPremisesServer')).toEqual(
      coded('serverInState', { server: 'host-a', state: namedState('Connected') }),
    );
    expect(factIn('direction', 'onPremisesServer', { item: item() })).toEqual(coded('notSeen'));
    expect(factIn('commit', 'onPremisesServer')).toBeUndefined();
  });

  it('names the job once there is one', () => {
    const job = { id: 'job-1', state: 'Suspended' };

    expect(factIn('complete', 'plannedFailoverJob', { ...world, job })).toEqual(
      coded('jobWithState', { jobId: 'job-1', state: 'Suspended' }),
    );
    expect(factIn('commit', 'plannedFailoverJob')).toEqual(coded('notSeen'));
    expect(factIn('direction', 'plannedFailoverJob')).toBeUndefined();
  });

  it('names what runs on the item', () => {
    const runningScenario = { name: 'Failback', jobId: 'job-1' };

    expect(factIn('direction', 'runningInAzure')).toEqual(coded('nothing'));
    expect(factIn('direction', 'runningInAzure', { item: item({ runningScenario }) })).toBe(
      'Failback',
    );
  });

  it('is the same in whatever order Azure lists operations and disks, and however it spells the id', () => {
    const disks = [
      { id: 'a', name: 'os', sizeMb: 1 },
      { id: 'b', name: 'data', sizeMb: 2 },
    ];
    const one = item({ disks, allowedOperations: ['Failback', 'DisableProtection'] });
    const other = item({
      id: one.id.toUpperCase(),
      disks: disks.toReversed(),
      allowedOperations: ['DisableProtection', 'Failback'],
    });

    expect(gateFacts('direction', { item: one })).toEqual(gateFacts('direction', { item: other }));
  });

  it('does not change with a heartbeat, and does with a lost connection', () => {
    const asked = gateFacts('direction', world);
    const heard = gateFacts('direction', { ...world, provider: provider({ lastHeartbeatAt: 1 }) });
    const lost = gateFacts('direction', {
      ...world,
      provider: provider({ connectionStatus: 'Disconnected' }),
    });

    expect(differences(asked, heard)).toEqual([]);
    expect(differences(asked, lost)).toEqual([
      {
        name: 'onPremisesServer',
        asked: coded('serverInState', { server: 'host-a', state: namedState('Connected') }),
        now: coded('serverInState', { server: 'host-a', state: namedState('Disconnected') }),
      },
    ]);
  });

  it('differs in what appeared and in what vanished', () => {
    const asked: readonly Fact[] = [{ name: 'proof', proof: 'port', port: 443, value: '1' }];
    const now: readonly Fact[] = [{ name: 'proof', proof: 'port', port: 80, value: '2' }];

    expect(differences(asked, now)).toEqual([
      { name: 'proof', proof: 'port', port: 443, asked: '1', now: coded('notKnown') },
      { name: 'proof', proof: 'port', port: 80, asked: coded('notKnown'), now: '2' },
    ]);
  });
});
