import { expect } from 'vitest';
import { gateFacts } from '../../../../bot/failback/decide/gate-facts.ts';
import { fold } from '../../../../bot/failback/evolve/evolve.ts';
import { prove } from '../../../../bot/failback/on-premises/proofs.ts';
import { verifiedVm } from '../../../../bot/failback/on-premises/verified-vm.ts';
import { comingHome } from '../../../../bot/failback/state/coming-home.ts';
import { gateOf, isChosen } from '../../../../bot/failback/state/gates.ts';
import type { LedgerEntry } from '../../../../bot/failback/state/ledger.ts';
import { differences, type Fact, isSameSubject } from '../../../../bot/failback/words/facts.ts';
import type { FakeHost } from '../../../support/fakes/fake-host.ts';
import type { FakeVault } from '../../../support/fakes/fake-vault.ts';

/** What must be true at the moment in which a call arrives in Azure, whatever the bot believes. */
export function checkArrival(
  entries: readonly LedgerEntry[],
  requestId: string,
  now: number,
): void {
  const failback = fold(entries);
  const { call, grant, hold, policy } = failback ?? {};
  expect(hold, 'a call on hold').toBeUndefined();
  expect(call, 'a call without its intent').toMatchObject({ requestId, status: 'intended' });
  if (call === undefined || isChosen(call.operation)) return;
  if (call.operation === 'reverseReplicate' && policy?.askBeforeReverse === false) return;
  expect(grant?.kind, 'a call without an approval').toBe(gateOf(call.operation));
  expect(now, 'a call after its approval ran out').toBeLessThan(grant?.expiresAt ?? 0);
}

/**
 * No commit arrives while the VM is not as its approval was shown it: each proof holds at that moment, unless an override names
 * it, and nothing else has changed since it was verified.
 */
export function checkProof(entries: readonly LedgerEntry[], host: FakeHost): void {
  const failback = fold(entries);
  if (failback?.call?.operation !== 'commit') return;
  for (const { host: server, verified, proofs, itemId } of comingHome(failback)) {
    if (server?.name !== host.name) continue;
    expect(proofs.length, 'a commit of a VM that nobody looked at').toBeGreaterThan(0);
    const letPass = failback.proofOverrides.flatMap((one) =>
      one.proofs.filter((missing) => missing.itemId === itemId).map(({ proof }) => proof),
    );
    if (verified === undefined) {
      expect(letPass, 'a commit of a VM that nobody saw').toContain('onPremisesVm');
      continue;
    }
    const { sight } = host;
    const now = verifiedVm(host.name, sight);
    const { addresses: _, uptimeSeconds: __, ...bound } = verified;
    expect(now, 'a commit of a VM that has changed').toMatchObject(bound);
    const seen = { outcome: 'ok', value: sight, readAt: 0 } as const;
    for (const { name, holds } of prove({ vm: seen }, { ports: [] }))
      expect(holds || letPass.includes(name), `a commit without proof: ${name}`).toBe(true);
  }
}

/** What must be true of all calls that a vault has received, held against the trail. */
export function checkCalls(entries: readonly LedgerEntry[], vault: FakeVault): void {
  const intents = entries.flatMap(({ event }) =>
    event.type === 'callIntended' ? [event.requestId] : [],
  );
  expect(vault.doubles, 'calls that were in force already').toEqual([]);
  expect(new Set(vault.requestIds).size, 'one call for one intent').toBe(vault.sent.length);
  for (const id of vault.requestIds) expect(intents, 'every call is intended first').toContain(id);
}

/** Every call that arrived was about the facts that its gate showed. */
export function checkFacts(entries: readonly LedgerEntry[], vault: FakeVault): void {
  for (const [index, sent] of vault.sent.entries()) {
    if (isChosen(sent)) continue;
    const kind = gateOf(sent);
    const world = vault.worlds[index];
    const shown = entries.flatMap(({ event }) =>
      event.type === 'gateOpened' && event.gate === kind ? [event.facts] : [],
    );
    const known = world === undefined ? [] : gateFacts(kind, world);
    // The vault knows nothing of the server on which the VM is made.
    const inVault = (facts: readonly Fact[]) =>
      facts.filter((one) => known.some((fact) => isSameSubject(fact, one)));
    const isShown = shown.some(
      (facts) => world !== undefined && differences(inVault(facts), known).length === 0,
    );
    expect(isShown || kind === 'reverse', `${sent}: nobody was shown this`).toBe(true);
  }
}
