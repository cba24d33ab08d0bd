import type { Command } from '../bot/chat/command.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { checkReadiness } from '../bot/failback/readiness/readiness.ts';
import { lookOnPremises } from '../bot/looks/look-on-premises.ts';
import { readFabrics } from '../bot/looks/read-fabrics.ts';
import { marksOf } from '../bot/store/marks-left.ts';
import { outlookFor } from './ask/look-ahead.ts';
import { readinessMessage } from './ask/readiness.ts';
import { findDestination, readPlacement } from './find/find-destination.ts';
import { planNameIn } from './find/find-plan.ts';
import { findItem, targetOf } from './find/find-target.ts';
import { checkWholePlan } from './plan/check-plan.ts';

export const check: Command = {
  name: 'check',
  usage: phrase('<vm> [to <server>] [create-vm] | plan <recovery plan>'),
  summary: phrase(
    'Whether a VM is ready to come home, which way is advised, and how long it may take. Changes nothing.',
  ),
  role: 'viewer',
  acts: false,

  async run({ words }, desk) {
    const plan = planNameIn(words);
    if (plan !== undefined) return checkWholePlan(plan.join(' '), desk);
    const placed = await readPlacement(words, desk);
    const { vault, item } = await findItem(placed.words.join(' '), desk);
    const destination = await findDestination(placed, { vault, item }, desk);
    const port = desk.vaults.find((candidate) => candidate.vault === vault);
    const [providers = [], fabrics = []] = await Promise.all([
      port?.listProviders(),
      port && readFabrics(port),
    ]);
    const onPremises = await lookOnPremises(item, providers, desk.hosts, destination);
    const checks = checkReadiness({
      item,
      providers,
      fabrics,
      now: desk.clock.now(),
      destination,
      ...(onPremises && { onPremises }),
      marks: await marksOf(targetOf({ vault, item }), desk),
    });
    const outlook = await outlookFor({ vault, item }, { onPremises, destination }, desk);
    return readinessMessage(item.name, checks, outlook);
  },
};
