import { expect, it } from 'vitest';
import type { EventOf } from '../../../bot/failback/state/events.ts';
import type { HoldReason } from '../../../bot/failback/state/holds.ts';
import { choiceLabel } from '../../../bot/messages/words/choice-label.ts';
import { CAST, type SceneOptions } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';
import { ENGLISH } from '../../support/catalogue/spoken.ts';
import type { Play, Plays } from './play.ts';

const { jun } = CAST;
const REASON = { reason: 'The test says so.' };

/** Plays each of these conversations once for each way out. */
export function playAll(plays: Plays, scene: Partial<SceneOptions> = {}): void {
  const cases = Object.entries(plays).flatMap(([reason, all]) =>
    all.flatMap((play) =>
      [...Object.keys(play.ways), 'Let go'].map((way) => ({ reason, what: play.what, way, play })),
    ),
  );
  it.concurrent.each(cases)('$what ($reason): $way', async ({ reason, play, way }) => {
    const bot = await BotRig.start({ ...scene, ...play.scene });
    try {
      await playOnce(bot, reason as HoldReason, play, way);
    } finally {
      await bot.stop();
    }
  });
}

async function playOnce(bot: BotRig, reason: HoldReason, play: Play, way: string): Promise<void> {
  await play.reach(bot);
  const [first = ''] = play.says;
  const message = await bot.hold(first);
  const words = bot.read(message);
  for (const text of play.says) expect(words).toContain(text);
  const held = lastHold(bot);
  const labels = held.choices.map((choice) => ENGLISH.text(choiceLabel(choice)));
  expect(held.reason).toBe(reason);
  expect(labels).toEqual([...Object.keys(play.ways), 'Let go']);
  const choice = held.choices[labels.indexOf(way)];
  await play.ways[way]?.first?.(bot);
  const before = posts(bot);
  if (choice?.needsReason) await bot.submits(jun, message, way, REASON);
  else await bot.presses(jun, message, way);
  const after = play.ways[way]?.leadsTo ?? ((rig) => letGo(rig, before));
  await after(bot);
}

/** It ends, and nothing was asked of Azure for it. */
async function letGo(bot: BotRig, before: number): Promise<void> {
  await bot.message('let go of it');
  expect(posts(bot)).toBe(before);
}

const posts = ({ scene: { azure } }: BotRig): number =>
  azure.calls.log.filter(({ method }) => method === 'POST').length;

function lastHold(bot: BotRig): EventOf<'held'> {
  const held = bot.events().findLast((event) => event.type === 'held');
  if (held === undefined) throw new Error('nothing was held');
  return held;
}
