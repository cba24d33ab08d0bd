import { describe, expect, it } from 'vitest';
import { ATTEMPTS } from '../../../bot/failback/state/ledger.ts';
import { CHANNEL, PEOPLE, TEAMS_CHANNEL } from '../../support/desk.ts';
import { itemNamed, ScriptedVault } from '../../support/fakes/scripted-vault.ts';
import { type Circumstances, IncidentChannel } from '../../support/incident-channel.ts';

const OWN: Circumstances = { channel: 'D0OWN', isPersonal: true };
const IN_TEAMS: Circumstances = { platform: 'teams', channel: 'a:own', isPersonal: true };
const ELSEWHERE: Circumstances = { channel: 'C0RANDOM' };

const INCIDENT = { name: 'incident', places: [CHANNEL, TEAMS_CHANNEL] };
const ONE = { channels: [INCIDENT] };
const LOOKING = ['list', 'check web-01', 'status', 'timeline web-01', 'hosts', 'audit'];

describe('looking on', () => {
  it.each([
    ['in the own chat', OWN],
    ['in any other channel', ELSEWHERE],
  ])('%s answers somebody with a role, and them alone', async (_where, circumstances) => {
    const channel = new IncidentChannel();
    await channel.minaStarts();

    for (const line of LOOKING) {
      const here = await channel.types('kim', line);
      const { text, secrecy } = await channel.types('kim', line, circumstances);

      expect(secrecy).toEqual(['confidential']);
      if (line !== 'status') expect(text).toBe(here.text);
    }
  });

  it('lists what is open, for the own chat has no failback of its own', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    await channel.minaStarts();

    expect((await channel.types('kim', 'status', OWN)).text).toMatch(
      /^Open failbacks: 1\nFB-7K3M web-01: /,
    );
    expect((await channel.types('kim', 'timeline', OWN)).text).toMatch(
      /^No failback lives in this chat\. \/failback status shows the open ones/,
    );
  });

  it.each<[string, Circumstances, RegExp]>([
    ['a guest', { standing: 'guest' }, /^Guests cannot use Failback/],
    ['a stranger', { standing: 'stranger' }, /^People from other organizations/],
    ['a bot', { standing: 'bot' }, /^Bots cannot use Failback/],
    ['somebody unconfirmed', { standing: 'unknown' }, /Try again in a moment\.$/],
    ['somebody unknown', { userId: 'U0NOBODY' }, /^Failback does not know you yet/],
  ])('is refused to %s, wherever they ask', async (_who, circumstances, answer) => {
    const channel = new IncidentChannel();
    await channel.minaStarts();

    for (const where of [OWN, ELSEWHERE]) {
      for (const line of [...LOOKING, 'approve FB-7K3M azure', 'start web-01 in incident']) {
        const { text } = await channel.types('kim', line, { ...where, ...circumstances });

        expect(text).toMatch(answer);
      }
    }
  });

  it('is refused to somebody without a role', async () => {
    const people = [
      ...PEOPLE,
      { id: 'ivo', name: 'Ivo Sample', roles: [], identities: { slack: 'U0IVO' } },
    ];
    const channel = new IncidentChannel({ people });

    expect((await channel.types('ivo', 'list', OWN)).text).toContain('you have none');
  });

  it('tells what went wrong as quietly as what was found; who may not, and help, may be read by all', async () => {
    const channel = new IncidentChannel();
    const secrecy = async (who: string, line: string) =>
      (await channel.types(who, line, ELSEWHERE)).secrecy;

    expect(await secrecy('kim', 'check web-99')).toEqual(['confidential']);
    expect(await secrecy('kim', 'start web-01')).toEqual([undefined]);
    expect(await secrecy('kim', 'help')).toEqual([undefined]);
    expect(await secrecy('kim', 'dance')).toEqual([undefined]);
    expect((await channel.types('kim', 'list')).secrecy).toEqual([undefined]);
  });
});

describe('deciding by id in the own chat', () => {
  it('counts as in the channel', async () => {
    const channel = new IncidentChannel({ approvals: { direction: 2 } });
    const id = await channel.minaStarts();

    const first = await channel.types('jun', `approve ${id} azure`, OWN);
    const twice = await channel.types('jun', `approve ${id} azure`);
    const own = await channel.types('mina', `approve ${id} azure`, OWN);
    const { gate } = await channel.failback(id);
    const second = await channel.types('ada', `approve ${id} azure`, OWN);

    expect(first.text).toContain('1 of 2');
    expect(twice.text).toContain('counted already');
    expect(own.text).toContain('somebody else has to decide');
    expect(gate?.votes.map(({ by }) => [by.person, by.channel])).toEqual([['jun', 'D0OWN']]);
    expect(second.text).toContain('your approval is recorded. The bot goes on.');
  });

  it('asks for what has to be typed by a form, which brings the answer back', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const { forms } = await channel.types('jun', `approve ${id}`, OWN);
    const { text } = await channel.fills('jun', forms[0], { typed: 'azure' }, OWN);

    expect(text).toContain('your approval is recorded');
  });

  it('declines, cancels, holds and chooses, and takes the same right', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const looker = await channel.types('kim', `hold ${id} wait`, OWN);
    const held = await channel.types('jun', `hold ${id} wait`, OWN);
    const chosen = await channel.types('jun', `choose ${id} again`, OWN);
    const cancelled = await channel.types('mina', `cancel ${id} wrong VM`, OWN);
    const late = await channel.types('jun', `decline ${id} too early`, OWN);

    expect(looker.text).toContain('your roles do not allow this');
    expect(held.text).toContain('on hold');
    expect(chosen.text).toContain('your choice is recorded');
    expect(cancelled.text).toContain('cancelled');
    expect(late.text).toContain('it has ended');
  });

  it('needs the id', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const { text } = await channel.types('jun', 'approve azure', OWN);

    expect(text).toContain('name one by its id');
    expect((await channel.failback(id)).gate?.votes).toEqual([]);
  });

  it('is refused in every other channel, and kept', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    const lines = ['approve', 'decline', 'choose', 'hold', 'cancel'].map((name) => `${name} ${id}`);

    for (const line of [...lines, 'start db-01', 'threads hv-01 16'])
      expect((await channel.types('max', line, ELSEWHERE)).text).toMatch(
        /^In this channel Failback only shows things, so nothing was done\./,
      );

    expect(await channel.desk.ledger.read(ATTEMPTS)).toHaveLength(lines.length + 2);
    expect((await channel.failback(id)).stage).toBe('awaitingDirection');
  });
});

describe('starting from the own chat', () => {
  const started = async (channel: IncidentChannel) => (await channel.failback('FB-7K3M')).channels;

  it('opens the board in the only channel there is, and says where', async () => {
    const channel = new IncidentChannel({ ...ONE, ids: ['FB-7K3M'] });

    const { text } = await channel.types('mina', 'start web-01', OWN);

    expect(text).toBe(
      'FB-7K3M is open for web-01. Its board is in the channel incident. An approver other than you decides the direction next.',
    );
    expect(await started(channel)).toEqual(INCIDENT.places);
  });

  it('opens it in the only channel of this chat, where others are in another one', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });

    const { text } = await channel.types('max', 'start web-01', {
      ...IN_TEAMS,
      userId: '29:max',
    });

    expect(text).toContain('Failback does not know you yet');

    const people = PEOPLE.map((one) =>
      one.id === 'max' ? { ...one, identities: { teams: '29:max' } } : one,
    );
    const known = new IncidentChannel({ ids: ['FB-7K3M'], people });
    await known.types('max', 'start web-01', IN_TEAMS);

    expect(await started(known)).toEqual(INCIDENT.places);
  });

  it('opens it in the only channel at all, where this chat has none', async () => {
    const people = PEOPLE.map((one) =>
      one.id === 'max' ? { ...one, identities: { teams: '29:max' } } : one,
    );
    const channels = [{ name: 'incident', places: [CHANNEL] }];
    const channel = new IncidentChannel({ ids: ['FB-7K3M'], people, channels });

    const { text } = await channel.types('max', 'start web-01', IN_TEAMS);

    expect(text).toContain('Its board is in the channel incident.');
  });

  it('asks in which channel where there are several, and how to say it', async () => {
    const channel = new IncidentChannel();

    const { text } = await channel.types('mina', 'start web-01', OWN);

    expect(text).toBe(
      'There are several channels for this failback. Nothing was done. Say in which one: /failback start web-01 in incident. Channels: incident, Night shift.',
    );
    expect(await channel.desk.failbacks.listOpen()).toEqual([]);
  });

  it.each(['in night shift', 'IN Night Shift', 'in #night shift'])(
    'takes the channel that is said: %s',
    async (where) => {
      const channel = new IncidentChannel({ ids: ['FB-7K3M'] });

      const { text } = await channel.types('mina', `start web-01 ${where}`, OWN);

      expect(text).toContain('Its board is in the channel Night shift.');
      expect(await started(channel)).toEqual([{ platform: 'slack', channel: 'C0TWO' }]);
    },
  );

  it('says which channels there are when one is not known', async () => {
    const channel = new IncidentChannel();

    expect((await channel.types('mina', 'start web-01 in the attic', OWN)).text).toBe(
      'There is no channel called the attic. Nothing was done. Say in which one: /failback start web-01 in incident. Channels: incident, Night shift.',
    );
    expect((await channel.types('mina', 'start web-01 in', OWN)).text).toContain(
      'Channels: incident, Night shift.',
    );
    expect((await channel.types('mina', 'start web-09 in incident', OWN)).text).toContain(
      'No protected VM is called web-09.',
    );
  });

  it('still means a VM that is called so as a whole', async () => {
    const items = ['box', 'box in incident'].map((name) => itemNamed(name));
    const channel = new IncidentChannel({
      ...ONE,
      ids: ['FB-7K3M'],
      vaults: [new ScriptedVault(items)],
    });

    await channel.types('mina', 'start box in incident', OWN);

    expect((await channel.failback('FB-7K3M')).target.name).toBe('box in incident');
  });

  it('without a VM opens a form, which asks for the channel too where there are several', async () => {
    const one = new IncidentChannel(ONE);
    const several = new IncidentChannel({ ids: ['FB-7K3M'] });
    const fieldsOf = async (channel: IncidentChannel) =>
      (await channel.types('mina', 'start', OWN)).forms[0]?.fields ?? [];
    const options = Object.fromEntries(
      (await fieldsOf(several)).map((field) => [
        field.name,
        field.kind === 'choice' ? field.options : [],
      ]),
    );
    const values = {
      vm: options['vm']?.[0]?.value ?? '',
      channel: options['channel']?.[1]?.value ?? '',
    };
    const [form] = (await several.types('mina', 'start', OWN)).forms;

    const { text } = await several.fills('mina', form, values, OWN);
    const old = await several.fills('mina', form, { ...values, channel: 'gone' }, OWN);

    expect((await fieldsOf(one)).map(({ name }) => name)).toEqual([
      'vm',
      'destination',
      'synchronization',
    ]);
    expect(options['channel']?.map(({ label }) => label)).toEqual(['incident', 'Night shift']);
    expect(text).toContain('Its board is in the channel Night shift.');
    expect(old.text).toBe(
      'That channel is no longer in the settings. Nothing was done. Start again.',
    );
  });

  it('may also be said in a channel, of another one', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });

    const there = await channel.types('mina', 'start web-01 in night shift');

    expect(there.text).toContain('Its board is in the channel Night shift.');
  });
});

describe('help', () => {
  it('says what is different in the own chat, and how to name a channel where there are several', async () => {
    const help = async (channel: IncidentChannel) =>
      (await channel.types('mina', 'help', OWN)).text.split('\n').at(-1);

    expect(await help(new IncidentChannel(ONE))).toBe(
      'In your own chat with Failback everything works as in the channel, but name a failback by its id. In other channels and chats you can look.',
    );
    expect(await help(new IncidentChannel())).toContain(
      'To start one there, say in which channel: start web-01 in incident.',
    );
  });
});
