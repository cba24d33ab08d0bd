import type { Command } from '../bot/chat/command.ts';
import { marksOf } from '../bot/chat/do-not-start.ts';
import { findDestination, readPlacement } from '../bot/chat/find-destination.ts';
import { planNameIn } from '../bot/chat/find-plan.ts';
import { findItem, targetOf } from '../bot/chat/find-target.ts';
import { outlookFor } from '../bot/chat/look-ahead.ts';
import { phrase } from '../bot/chat/phrase.ts';
import { readinessMessage } from '../bot/chat/readiness-message.ts';
import { lookOnPremises } from '../bot/failback/look-on-premises.ts';
import { readFabrics } from '../bot/failback/read-fabrics.ts';
import { checkReadiness } from '../bot/failback/readiness.ts';
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
