import { describe, expect, it } from 'vitest';
import { IncidentChannel } from '../../support/incident-channel.ts';

describe('a hold that somebody asks for', () => {
  it('stops the bot, says who asked and why, and goes on when an approver says so', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    await channel.minaStarts();

    const { text } = await channel.types('mina', 'hold the storage team needs an hour');
    expect(text).toBe(
      'FB-7K3M: on hold. What runs in Azure goes on; the message in the channel has the choices.',
    );
    expect(await channel.failback('FB-7K3M')).toMatchObject({
      stage: 'awaitingDirection',
      hold: { reason: 'askedFor', by: { person: 'mina' } },
      decisions: [{ kind: 'direction', outcome: 'withdrawn' }],
    });
    expect((await channel.types('kim', 'timeline')).text).toContain(
      'On hold. Mina Example asked for it: the storage team needs an hour',
    );

    await channel.presses('jun', 'FB-7K3M', 'Ask again');
    await channel.desk.settle('FB-7K3M');
    expect((await channel.failback('FB-7K3M')).gate).toMatchObject({ kind: 'direction' });
    expect(channel.desk.vault.calls).toEqual([]);
  });

  it('needs a reason', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    expect((await channel.types('mina', 'hold')).text).toContain(
      `Say why: /failback hold ${id} <reason>`,
    );
    expect((await channel.failback(id)).hold).toBeUndefined();
  });

  it('is not for somebody who only looks on, and not for one that is on hold', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    expect((await channel.types('kim', 'hold wait')).text).toContain('your roles do not allow');
    await channel.types('jun', 'hold wait');
    expect((await channel.types('ada', 'hold wait, too')).text).toContain(
      'it is on hold already, so nothing was done.',
    );
    expect(await channel.desk.last(id)).toMatchObject({ attempt: 'hold', why: 'onHold' });
  });

  it('waits until it is known what came of a call', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    channel.desk.vault.answer = { outcome: 'unknown', reason: 'reset' };
    await channel.types('jun', 'approve azure');
    await channel.desk.settle(id);

    expect((await channel.types('mina', 'hold wait')).text).toContain(
      'Azure is being asked right now, and the outcome has to be known first.',
    );
  });
});
