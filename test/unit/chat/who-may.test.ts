import { describe, expect, it } from 'vitest';
import { ATTEMPTS } from '../../../bot/failback/state/ledger.ts';
import { PEOPLE } from '../../support/desk.ts';
import { type Circumstances, IncidentChannel } from '../../support/incident-channel.ts';

describe('a press on Approve', () => {
  it.each<[string, Circumstances, string, RegExp]>([
    ['a guest', { standing: 'guest' }, 'sender-guest', /^Guests cannot use Failback\. Nothing was/],
    ['a stranger', { standing: 'stranger' }, 'sender-stranger', /^People from other organizations/],
    ['a bot', { standing: 'bot' }, 'sender-bot', /^Bots cannot use Failback\. Nothing was done/],
    ['somebody unconfirmed', { standing: 'unknown' }, 'sender-unknown', /Try again in a moment\.$/],
    [
      'somebody whom the settings do not name',
      { userId: 'U0NOBODY' },
      'sender-not-mapped',
      /Ask the administrator to add you under "people" in failback\.yaml, with slack: U0NOBODY$/,
    ],
    [
      'an approver in another channel',
      { channel: 'C0RANDOM' },
      'channel-not-configured',
      /^In this channel Failback only shows things, so nothing was done\./,
    ],
  ])('of %s decides nothing and is kept', async (_who, circumstances, why, answer) => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const { text, forms } = await channel.presses('jun', id, 'Approve', circumstances);
    await channel.types('jun', `approve ${id} azure`, circumstances);

    expect(text).toMatch(answer);
    expect(forms).toEqual([]);
    expect((await channel.failback(id)).gate?.votes).toEqual([]);
    expect(await channel.desk.ledger.read(ATTEMPTS)).toHaveLength(2);
    expect(await channel.desk.last(ATTEMPTS)).toMatchObject({
      attempt: `approve ${id} azure`,
      why,
    });
    expect(channel.desk.vault.calls).toEqual([]);
  });

  it('of somebody who only looks on is refused, and everybody sees it in the story', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    expect((await channel.presses('kim', id, 'Approve')).text).toContain(
      'only an approver may decide this. Nothing was done; the attempt is recorded.',
    );
    expect((await channel.presses('kim', id, 'Decline')).text).toContain('only an approver');
    expect((await channel.types('kim', 'timeline')).text).toContain(
      'Refused: Kim Newcomer, approve, question 1: not an approver.',
    );
  });

  it('counts from every channel of the settings', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const { text } = await channel.types('jun', `approve ${id} azure`, { channel: 'C0TWO' });

    expect(text).toContain('your approval is recorded');
  });
});

describe('starting', () => {
  it('takes an operator', async () => {
    const channel = new IncidentChannel();

    expect((await channel.types('kim', 'start web-01')).text).toBe(
      'You need the role operator for start; you have viewer. Nothing was done. Ask the administrator.',
    );
    expect(await channel.desk.last(ATTEMPTS)).toMatchObject({ why: 'role-missing' });
  });

  it('takes a role at all', async () => {
    const people = [...PEOPLE, { id: 'ivo', name: 'Ivo Sample', roles: [], identities: {} }];
    const noRole = people.map((one) =>
      one.id === 'ivo' ? { ...one, identities: { slack: 'U0IVO' } } : one,
    );
    const channel = new IncidentChannel({ people: noRole });

    expect((await channel.types('ivo', 'list')).text).toContain('you have none');
    expect(await channel.desk.ledger.head()).toBeUndefined();
  });
});

describe('help and whoami', () => {
  it('answer everybody of the workspace, in every channel', async () => {
    const channel = new IncidentChannel();
    const anywhere = { userId: 'U0NEW', channel: 'C0RANDOM' };

    const help = await channel.types('new', 'help', anywhere);
    const whoami = await channel.types('new', 'whoami', anywhere);

    expect(help.text).toContain('/failback whoami');
    expect(help.text).not.toContain('/failback start');
    expect(whoami.text).toContain('Failback does not know you.');
    expect(whoami.text).toContain('    slack: U0NEW');
  });

  it('do not answer guests', async () => {
    const channel = new IncidentChannel();

    expect((await channel.types('new', 'help', { standing: 'guest' })).text).toContain('Guests');
    expect(await channel.desk.ledger.head()).toBeUndefined();
  });
});
