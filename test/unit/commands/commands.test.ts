import { describe, expect, it } from 'vitest';
import { CHANNEL } from '../../support/desk.ts';
import { itemNamed, ScriptedVault } from '../../support/fakes/scripted-vault.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

const webAndDb = () =>
  new ScriptedVault([
    itemNamed('web-01'),
    itemNamed('db-01'),
    itemNamed('home-01', {
      activeLocation: 'onPremises',
      protectionStateDescription: 'Protected',
    }),
    itemNamed('lost-01', { activeLocation: 'unknown', protectionStateDescription: 'Unclear' }),
  ]);

describe('list', () => {
  it('shows what can come home first, and which failback is open', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'], vaults: [webAndDb()] });
    await channel.minaStarts();

    expect((await channel.types('kim', 'list')).text.split('\n')).toEqual([
      'Protected VMs: 4',
      'db-01  in Azure, Azure says “Planned failover committed”, site-north',
      'web-01  in Azure, Azure says “Planned failover committed”, site-north, FB-7K3M is open',
      'home-01  on-premises, Azure says “Protected”, site-north',
      'lost-01  place not known, Azure says “Unclear”, site-north',
      '/failback check <vm> says whether one is ready to come home.',
    ]);
  });

  it('finds a part of a name in any case', async () => {
    const channel = new IncidentChannel({ vaults: [webAndDb()] });

    expect((await channel.types('kim', 'list DB')).text).toMatch(/^Protected VMs: 1\ndb-01 /);
    expect((await channel.types('kim', 'list 메일')).text).toBe(
      'No protected VM has that in its name. /failback list shows all.',
    );
  });

  it('says so when nothing is protected', async () => {
    const channel = new IncidentChannel({ vaults: [new ScriptedVault([])] });

    expect((await channel.types('kim', 'list')).text).toBe('The vaults protect no VM.');
  });

  it('says how many more there are, and how to narrow it down', async () => {
    const items = Array.from({ length: 45 }, (_, index) => itemNamed(`web-${index}`));
    const channel = new IncidentChannel({ vaults: [new ScriptedVault(items)] });

    const lines = (await channel.types('kim', 'list')).text.split('\n');

    expect(lines).toHaveLength(42);
    expect(lines.at(-1)).toBe('5 more. Narrow it down: /failback list web');
  });
});

describe('check', () => {
  it('says that a VM is ready, what was not checked, and what to type next', async () => {
    const channel = new IncidentChannel();

    const { text } = await channel.types('kim', 'check WEB-01');

    expect(text).toMatch(/^web-01 is ready to come home\n\[not checked\] On-premises VM: /);
    expect(text).toContain('[ok] Active location: The VM runs in Azure.');
    expect(text).toMatch(/\nNothing was changed\. Next: \/failback start web-01$/);
    expect(await channel.desk.ledger.head()).toBeUndefined();
  });

  it('shows what stands in the way first, then warnings', async () => {
    const issue = { level: 'Warning', code: '161011', message: 'Slow.' };
    const items = [itemNamed('web-01', { usesManagedDisks: true, healthErrors: [issue] })];
    const channel = new IncidentChannel({ vaults: [new ScriptedVault(items)] });

    const lines = (await channel.types('kim', 'check web-01')).text.split('\n');

    expect(lines[0]).toBe('web-01 is not ready to come home');
    expect(lines[1]).toMatch(/^\[no\] Managed disks: /);
    expect(lines[2]).toBe('[warning] Health: Azure: “161011: Slow.”');
  });

  it('looks for the host in the vault of the VM', async () => {
    const other = new ScriptedVault([itemNamed('mail-01')], 'vault-two');
    other.providers = [];
    const channel = new IncidentChannel({ vaults: [new ScriptedVault(), other] });

    expect((await channel.types('kim', 'check mail-01')).text).toContain(
      '[no] On-premises server: Azure lists no registered server for site-north.',
    );
  });

  it('asks which VM when none is named', async () => {
    expect((await new IncidentChannel().types('kim', 'check')).text).toBe(
      'Say which VM: /failback check web-01. /failback list shows them.',
    );
  });
});

describe('status', () => {
  it('says that nothing is open', async () => {
    expect((await new IncidentChannel().types('kim', 'status')).text).toBe('No failback is open.');
  });

  it('shows the board of the only one of the channel', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    await channel.minaStarts();

    const { text } = await channel.types('kim', 'status');

    expect(text).toMatch(/^FB-7K3M: web-01, Azure to on-premises\nThe direction is waiting/);
    expect(text).toContain('Azure was read within the last minute.');
  });

  it('shows one by its id or by the name of its VM, and no other', async () => {
    const ids = ['FB-7K3M', 'FB-8L4N'];
    const channel = new IncidentChannel({ ids, vaults: [webAndDb()] });
    await channel.minaStarts('web-01');
    await channel.minaStarts('db-01');

    expect((await channel.types('kim', 'status fb-8l4n')).text).toMatch(/^FB-8L4N: db-01,/);
    expect((await channel.types('kim', 'status DB-01')).text).toMatch(/^FB-8L4N: db-01,/);
    expect((await channel.types('kim', 'status home-01')).text).toBe(
      'No failback is open for home-01. /failback status shows the open ones.',
    );
  });

  it('shows the state of one that has ended', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    await channel.minaStarts();
    await channel.types('mina', 'cancel');

    expect((await channel.types('kim', 'status FB-7K3M')).text).toContain(
      'Cancelled. Nothing was changed.',
    );
  });

  it('lists several, those of other channels too, and not too many', async () => {
    const names = Array.from({ length: 43 }, (_, index) => `vm-${index}`);
    const vaults = [new ScriptedVault(names.map((name) => itemNamed(name)))];
    const channel = new IncidentChannel({ vaults });
    for (const name of names) await channel.types('mina', `start ${name}`);

    const { text } = await channel.types('kim', 'status', { channel: 'C0TWO' });

    const lines = text.split('\n');
    expect(lines[0]).toBe('Open failbacks: 43');
    expect(lines[1]).toMatch(/^FB-\w+ vm-0: The direction is waiting for a decision\./);
    expect(lines).toHaveLength(42);
    expect(lines.at(-1)).toBe('3 more are not shown. /failback status FB-… shows one.');
  });
});

describe('timeline', () => {
  it('tells what happened, in order, and where the whole story is', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    await channel.minaStarts();
    await channel.types('jun', 'decline too early');

    const { text } = await channel.types('kim', 'timeline FB-7K3M');

    expect(text.replaceAll(/ audit \d+:[0-9a-f]{16}/g, '').split('\n')).toEqual([
      'FB-7K3M: web-01, 6 events',
      '2026-11-23 12:00 UTC  Mina Example asked to bring web-01 home.',
      '2026-11-23 12:00 UTC  Checked: ready, 7 points looked at.',
      '2026-11-23 12:00 UTC  Asked for a decision: direction, question 1.',
      '2026-11-23 12:00 UTC  Jun Sample declined: too early',
      '2026-11-23 12:00 UTC  The question is closed: declined.',
      '2026-11-23 12:00 UTC  The direction was declined. Nothing was changed.',
      'Everything: failback audit export --format jsonl --stream FB-7K3M',
    ]);
  });

  it('shows the newest lines of a long story', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    await channel.minaStarts();
    for (let time = 0; time < 50; time += 1) await channel.types('kim', 'approve azure');

    const lines = (await channel.types('kim', 'timeline web-01')).text.split('\n');

    expect(lines[0]).toBe('FB-7K3M: web-01, 53 events');
    expect(lines.at(-2)).toContain('Refused: Kim Newcomer, approve, question 1: not an approver.');
    expect(lines.at(-1)).toMatch(/^13 earlier ones are not shown\. Everything: /);
    expect(lines).toHaveLength(42);
  });
});

describe('audit', () => {
  it('says that the trail is intact, with the head to keep', async () => {
    const channel = new IncidentChannel();
    channel.desk.setVerdict({
      intact: true,
      text: '12 events.',
      head: { sequence: 12, hash: 'abc' },
    });

    expect((await channel.types('kim', 'audit')).text).toBe(
      'The audit trail is intact. 12 events.\nHead: 12:abc\nKeep the head outside: failback audit verify --head finds what is later cut off.',
    );
  });

  it('says what is wrong and what to do when it is not', async () => {
    const channel = new IncidentChannel();
    channel.desk.setVerdict({ intact: false, text: 'Entry 7 was changed.' });

    expect((await channel.types('kim', 'audit')).text).toBe(
      'The audit trail is NOT intact. Entry 7 was changed.\nTell the administrator now. Do not restart the bot before the file has been copied.',
    );
  });
});

describe('whoami', () => {
  it('tells people who they are and from where they speak', async () => {
    expect((await new IncidentChannel().types('max', 'whoami')).text).toBe(
      `You are Max Example, with the roles: operator, approver.\nslack: U0MAX, channel ${CHANNEL.channel}`,
    );
  });
});

describe('help', () => {
  const commandsOf = async (who: string) =>
    (await new IncidentChannel().types(who, 'help')).text.match(/\/failback [\w-]+/g);

  it('shows an operator everything', async () => {
    expect(await commandsOf('mina')).toEqual(
      'list check start adopt status approve decline choose ask-now hold cancel timeline handover hosts threads audit whoami help'
        .split(' ')
        .map((name) => `/failback ${name}`),
    );
  });

  it('does not offer to somebody who only looks on what they cannot start', async () => {
    expect(await commandsOf('kim')).not.toContain('/failback start');
  });
});
