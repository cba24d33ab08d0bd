import type { Directory } from '../access/directory.ts';
import type { Speakers } from '../chat/speakers.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { ChannelRef } from '../failback/state/events.ts';
import type { Ledger } from '../failback/state/ledger.ts';
import { membersOf } from '../failback/state/run.ts';
import { readRecords } from '../messages/story/read-records.ts';
import type { FailbackRepository } from '../store/failback-repository.ts';
import { openWrites } from './open-writes.ts';
import type { PublishedMessages } from './published-messages.ts';
import { openRunWrites } from './run-writes.ts';
import type { Write } from './slots.ts';

interface Parts {
  readonly ledger: Ledger;
  readonly failbacks: FailbackRepository;
  readonly published: PublishedMessages;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly clock: Clock;
  readonly readAt: (vault: string) => number | undefined;
}

/** What is to be written in one place about a failback or about a run, by its id; most urgent first. */
export async function findWrites(
  id: string,
  { platform, channel }: ChannelRef,
  parts: Parts,
): Promise<readonly Write[]> {
  const { failbacks, ledger, directory, clock, readAt } = parts;
  const published = (await parts.published.all(id)).filter(
    (message) => message.platform === platform && message.channel === channel,
  );
  const speaker = parts.speakers.in({ platform, channel });
  const momentOf = (vault: string) => ({ now: clock.now(), readAt: readAt(vault) });
  const run = await failbacks.run(id);
  if (run !== undefined) {
    const records = await readRecords(run, ledger);
    const vault = membersOf(run)[0]?.target.vault ?? '';
    return openRunWrites({ run, records, published, directory, speaker, moment: momentOf(vault) });
  }
  const failback = await failbacks.get(id);
  if (failback === undefined) return [];
  const entries = await ledger.read(id);
  const moment = momentOf(failback.target.vault);
  return openWrites({ failback, entries, published, directory, speaker, moment });
}
