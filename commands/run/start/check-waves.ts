import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { phrase, type Words } from '../../../bot/chat/message/phrase.ts';
import type { Outlook } from '../../../bot/failback/outlook/outlook.ts';
import { checkReadiness, type Readiness } from '../../../bot/failback/readiness/readiness.ts';
import { hasItem } from '../../../bot/failback/site-recovery/target.ts';
import type { Check } from '../../../bot/failback/words/check.ts';
import { lookOnPremises } from '../../../bot/looks/look-on-premises.ts';
import { readFabrics } from '../../../bot/looks/read-fabrics.ts';
import { subjectWords } from '../../../bot/messages/words/subject-words.ts';
import { marksOf } from '../../../bot/store/marks-left.ts';
import { outlookFor } from '../../ask/look-ahead.ts';
import { type FoundItem, targetOf } from '../../find/find-target.ts';
import type { RequestedVm } from './requested-vms.ts';

/** One VM of a run that somebody asked for, what keeps it from coming home now, and which way is advised. */
export interface CheckedVm {
  readonly wish: RequestedVm;
  readonly obstacles: readonly Words[];
  readonly outlook: Outlook;
}

/** Checks every VM before anything is opened. Throws `UpstreamError` when Azure can not be read. */
export async function checkWaves(
  waves: readonly (readonly RequestedVm[])[],
  desk: CommandContext,
): Promise<readonly (readonly CheckedVm[])[]> {
  const names = [...new Set(waves.flat().map(({ found }) => found.vault))];
  const sights = new Map(
    await Promise.all(names.map(async (name) => [name, await lookAt(name, desk)] as const)),
  );
  const sightOf = (vault: string) => sights.get(vault) ?? NOTHING;
  return Promise.all(
    waves.map((wave) =>
      Promise.all(wave.map((wish) => checkOne(wish, sightOf(wish.found.vault), desk))),
    ),
  );
}

type VaultSight = Pick<Readiness, 'providers' | 'fabrics'>;

const NOTHING: VaultSight = { providers: [] };

async function lookAt(name: string, desk: CommandContext): Promise<VaultSight> {
  const vault = desk.vaults.find((candidate) => candidate.vault === name);
  if (vault === undefined) return NOTHING;
  const [providers, fabrics] = await Promise.all([vault.listProviders(), readFabrics(vault)]);
  return { providers, fabrics };
}

async function checkOne(
  wish: RequestedVm,
  sight: VaultSight,
  desk: CommandContext,
): Promise<CheckedVm> {
  const { found, destination } = wish;
  const onPremises = await lookOnPremises(found.item, sight.providers, desk.hosts, destination);
  const checks = checkReadiness({
    item: found.item,
    ...sight,
    destination,
    now: desk.clock.now(),
    marks: await marksOf(targetOf(found), desk),
    ...(onPremises && { onPremises }),
  });
  return {
    wish,
    obstacles: [...(await openFor(found, desk)), ...checks.flatMap(obstacleIn)],
    outlook: await outlookFor(found, { onPremises, destination }, desk),
  };
}

async function openFor(
  { vault, item }: FoundItem,
  desk: CommandContext,
): Promise<readonly Words[]> {
  const open = await desk.failbacks.listOpen();
  const own = open.find(({ target }) => hasItem(target, vault, item.id));
  return own === undefined ? [] : [phrase('{id} is open for it.', { id: own.id })];
}

/** What is not supported is let pass by name, for a VM by itself. */
function obstacleIn({ outcome, finding, ...check }: Check): readonly Words[] {
  const name = subjectWords(check);
  if (outcome === 'blocked') return [phrase('{name}: {finding}', { name, finding })];
  if (outcome !== 'notSupported') return [];
  return [
    phrase('{name}: {finding} Start it by itself: an approver may let that pass.', {
      name,
      finding,
    }),
  ];
}
