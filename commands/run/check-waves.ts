import type { Desk } from '../../bot/chat/desk.ts';
import { mustNotBeStarted } from '../../bot/chat/do-not-start.ts';
import { type FoundItem, targetOf } from '../../bot/chat/find-target.ts';
import type { Check } from '../../bot/failback/check.ts';
import { lookOnPremises } from '../../bot/failback/look-on-premises.ts';
import { readFabrics } from '../../bot/failback/read-fabrics.ts';
import { checkReadiness, type Readiness } from '../../bot/failback/readiness.ts';
import { hasItem } from '../../bot/failback/target.ts';
import { phrase, type Words } from '../../bot/failback/words.ts';

/** One VM of a run that somebody asked for, and what keeps it from coming home now. */
export interface CheckedVm {
  readonly name: string;
  readonly obstacles: readonly Words[];
}

/** What is not supported is let pass by name, for a VM by itself. */
const IN_THE_WAY: readonly Check['outcome'][] = ['blocked', 'notSupported'];

/** Checks every VM before anything is opened. Throws `UpstreamError` when Azure can not be read. */
export async function checkWaves(
  waves: readonly (readonly FoundItem[])[],
  desk: Desk,
): Promise<readonly (readonly CheckedVm[])[]> {
  const names = [...new Set(waves.flat().map(({ vault }) => vault))];
  const sights = new Map(
    await Promise.all(names.map(async (name) => [name, await lookAt(name, desk)] as const)),
  );
  const sightOf = (vault: string) => sights.get(vault) ?? NOTHING;
  return Promise.all(
    waves.map((wave) =>
      Promise.all(wave.map((found) => checkOne(found, sightOf(found.vault), desk))),
    ),
  );
}

type VaultSight = Pick<Readiness, 'providers' | 'fabrics'>;

const NOTHING: VaultSight = { providers: [] };

async function lookAt(name: string, desk: Desk): Promise<VaultSight> {
  const vault = desk.vaults.find((candidate) => candidate.vault === name);
  if (vault === undefined) return NOTHING;
  const [providers, fabrics] = await Promise.all([vault.listProviders(), readFabrics(vault)]);
  return { providers, fabrics };
}

async function checkOne(found: FoundItem, sight: VaultSight, desk: Desk): Promise<CheckedVm> {
  const { item, vault } = found;
  const onPremises = await lookOnPremises(item, sight.providers, desk.hosts);
  const checks = checkReadiness({
    item,
    ...sight,
    now: desk.clock.now(),
    doNotStart: await mustNotBeStarted(targetOf(found), desk),
    ...(onPremises && { onPremises }),
  });
  const open = (await desk.failbacks.listOpen()).find(({ target }) =>
    hasItem(target, vault, item.id),
  );
  const inTheWay = checks.filter(({ outcome }) => IN_THE_WAY.includes(outcome));
  return {
    name: item.name,
    obstacles: [
      ...(open === undefined ? [] : [phrase('{id} is open for it.', { id: open.id })]),
      ...inTheWay.map(({ name, finding }) => phrase('{name}: {finding}', { name, finding })),
    ],
  };
}
