import { describe, expect, it } from 'vitest';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { held } from '../../../../bot/failback/state/holds.ts';
import { type Story, storyAt } from '../../../support/failback-story.ts';
import { IncidentChannel } from '../../../support/incident-channel.ts';

const WARNING = 'Do not start the on-premises VM';

/** What happens in a story after it was requested. */
const eventsOf = (story: Story): readonly FailbackEvent[] =>
  story.entries.slice(1).map(({ event }) => event);

/** A channel in which a failback was let go of after its synchronization had been cancelled. */
async function withCancelledSynchronization(): Promise<IncidentChannel> {
  const channel = new IncidentChannel({ ids: ['FB-1111', 'FB-2222', 'FB-3333'] });
  await channel.minaStarts();
  await channel.types('jun', 'approve azure');
  await channel.desk.settle('FB-1111');
  const [seen] = eventsOf(storyAt('synchronizing').see('plannedFailover', 'cancelled')).slice(-1);
  await channel.desk.tell('FB-1111', seen as FailbackEvent, held('jobCancelled', [], []));
  await channel.types('mina', 'choose FB-1111 abandon');
  return channel;
}

describe('a VM that must not be started', () => {
  it('is told by the next check, and by the board of the next failback', async () => {
    const channel = await withCancelledSynchronization();

    expect((await channel.types('kim', 'check web-01')).text).toContain(
      `[warning] On-premises disks: ${WARNING}`,
    );
    await channel.minaStarts();
    expect(await channel.failback('FB-2222')).toMatchObject({ onPremises: [{ isMarked: true }] });
    expect((await channel.types('kim', 'status')).text).toContain(WARNING);
  });

  it('stays so when the next failback is declined, whatever is pressed in older ones', async () => {
    const channel = await withCancelledSynchronization();
    await channel.minaStarts();
    await channel.types('jun', 'decline FB-2222 not tonight');
    await channel.types('ada', 'approve FB-1111 azure');

    await channel.minaStarts();
    expect(await channel.failback('FB-3333')).toMatchObject({ onPremises: [{ isMarked: true }] });
  });

  it('may be started once a failback has succeeded, whatever is pressed in older ones', async () => {
    const channel = await withCancelledSynchronization();
    await channel.minaStarts();
    const [, , ...home] = eventsOf(storyAt('awaitingCommit'));
    const summary = 'Home and protected again.';
    await channel.desk.tell('FB-2222', ...home, { type: 'ended', end: 'protected', summary });
    await channel.types('ada', 'approve FB-1111 azure');

    expect(await channel.failback('FB-2222')).toMatchObject({ stage: 'protected' });
    expect((await channel.types('kim', 'check web-01')).text).not.toContain(WARNING);
  });

  it('is no other VM', async () => {
    const channel = new IncidentChannel();

    expect((await channel.types('kim', 'check web-01')).text).not.toContain(WARNING);
  });
});
