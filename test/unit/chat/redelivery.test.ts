import { describe, expect, it } from 'vitest';
import { type Answer, IncidentChannel } from '../../support/incident-channel.ts';

const replies = (answers: readonly Answer[]) => answers.flatMap((answer) => answer.replies);

describe('a delivery that comes again', () => {
  it('a hundred times in turn has one effect and one answer', async () => {
    const channel = new IncidentChannel({ approvals: { direction: 2 } });
    const id = await channel.minaStarts();

    const answers: Answer[] = [];
    for (let time = 0; time < 100; time += 1)
      answers.push(await channel.types('jun', `approve ${id} azure`, { deliveryId: 'same' }));

    expect(replies(answers)).toHaveLength(1);
    expect(await channel.desk.story(id)).toEqual([
      'requested',
      'checked',
      'gateOpened',
      'voteCast',
    ]);
    const ignored = channel.logLines.filter(({ msg }) => msg === 'a redelivery was ignored');
    expect(ignored).toHaveLength(99);
  });

  it('fifty times at once has one effect and one answer', async () => {
    const channel = new IncidentChannel();

    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        channel.types('mina', 'start web-01', { deliveryId: 'same' }),
      ),
    );

    expect(replies(answers)).toHaveLength(1);
    expect(await channel.desk.ledger.openFailbacks()).toHaveLength(1);
  });

  it('after a restart has no effect', async () => {
    const before = new IncidentChannel();
    await before.types('mina', 'start web-01', { deliveryId: 'same' });
    await before.types('mina', 'cancel', { deliveryId: 'other' });

    const after = new IncidentChannel({ ledger: before.desk.ledger });

    expect((await after.types('mina', 'start web-01', { deliveryId: 'same' })).replies).toEqual([]);
    expect(await after.desk.ledger.openFailbacks()).toEqual([]);
  });
});

describe('fifty clicks of one person at once', () => {
  it('are one vote, and each is answered', async () => {
    const channel = new IncidentChannel({ approvals: { direction: 2 } });
    const id = await channel.minaStarts();

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => channel.types('jun', `approve ${id} azure`)),
    );

    expect(replies(answers)).toHaveLength(50);
    expect((await channel.failback(id)).gate?.votes).toHaveLength(1);
  });
});
