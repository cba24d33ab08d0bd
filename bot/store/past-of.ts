import type { PastFailback } from '../failback/outlook/past-failbacks.ts';
import { serversOf } from '../failback/state/coming-home.ts';
import type { Failback } from '../failback/state/failback.ts';

/** What this failback teaches; undefined where it did not come home, or was held up on its way. */
export function pastOf(failback: Failback): PastFailback | undefined {
  const { downFrom, downUntil, totalSizeMb, releases, synchronization, target } = failback;
  const [server, another] = serversOf(failback);
  if (downFrom === undefined || downUntil === undefined) return undefined;
  if (totalSizeMb <= 0 || releases.length > 0) return undefined;
  const downtimeMs = downUntil - downFrom;
  const dataMs = synchronization === 'fullDownload' ? downtimeMs : synchronizedFor(failback);
  if (dataMs === undefined) return undefined;
  return {
    vault: target.vault,
    ...(server !== undefined && another === undefined && { server }),
    synchronization,
    sizeMb: totalSizeMb,
    dataMs,
    downtimeMs,
  };
}

function synchronizedFor({ entered }: Failback): number | undefined {
  const { synchronizing: from, awaitingCompletion: until } = entered;
  return from === undefined || until === undefined ? undefined : until - from;
}
