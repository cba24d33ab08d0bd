import { describe, expect, it } from 'vitest';
import type { ProtectedItem } from '../../../bot/failback/ports/site-recovery.ts';
import { ATTEMPTS } from '../../../bot/failback/state/ledger.ts';
import { POLICY } from '../../support/desk.ts';
import {
  azureIsDown,
  itemNamed,
  PROVIDER,
  ScriptedVault,
} from '../../support/fakes/scripted-vault.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

/** A mistyped command was answered once, in private, nothing was begun, and the attempt is kept. */
async function refusedStart(channel: IncidentChannel, typed: string): Promise<string> {
  const { replies, forms, text } = await channel.types('mina', `start ${typed}`);
  expect(replies).toHaveLength(1);
  expect(forms).toEqual([]);
  expect(await channel.desk.ledger.openFailbacks()).toEqual([]);
  expect(channel.desk.vault.calls).toEqual([]);
  return text;
}

describe('a name that cannot be used', () => {
  it.each([
    ['unknown', 'mail-09', /^No protected VM is called mail-09\. \/failback list/],
    ['nearly right', 'web', /^No protected VM is called web\. Did you mean web-01\?/],
    ['nonsense', 'the thing from yesterday', /^No protected VM is called the thing from yest/],
    ['too long', 'x'.repeat(10_000), /^That is too long to be the name of a VM/],
    ['long', 'x'.repeat(500), /^No protected VM is called x{74}…\./],
    ['markup', '*web* _x_ <b>&amp;', /^No protected VM is called \*web\* _x_ <b>&amp;\./],
    ['a call to the channel', '<!channel>', /^No protected VM is called <!channel>\./],
    ['quotes', `"web-01' OR 1=1; --`, /^No protected VM is called "web-01' OR 1=1; --\./],
    ['Korean', '웹서버', /^No protected VM is called 웹서버\./],
    ['emoji', '👩‍💻🔥', /^No protected VM is called 👩‍💻🔥\./],
    ['a word of the language', '__proto__', /^No protected VM is called __proto__\./],
  ])('is answered and kept when it is %s', async (_what, typed, answer) => {
    const channel = new IncidentChannel();

    expect(await refusedStart(channel, typed)).toMatch(answer);

    const kept = await channel.desk.last(ATTEMPTS);
    expect(kept).toMatchObject({
      type: 'attemptRefused',
      by: { person: 'mina' },
      why: 'vm-unknown',
    });
    expect(kept).toMatchObject({ attempt: expect.stringMatching(/^start .{1,194}$/u) });
  });

  it('is kept without half a character, however long it is', async () => {
    const channel = new IncidentChannel();

    await channel.types('mina', `start ${'🔥'.repeat(5_000)}`);

    expect(await channel.desk.last(ATTEMPTS)).toMatchObject({
      attempt: `start ${'🔥'.repeat(193)}…`,
    });
  });

  it('is the name of two VMs: their own names tell them apart', async () => {
    const twin = itemNamed('web-01', {
      id: '/x/replicationProtectedItems/other',
      fabricName: 'south',
    });
    const vaults = [
      new ScriptedVault([itemNamed('web-01')]),
      new ScriptedVault([twin], 'vault-two'),
    ];
    const channel = new IncidentChannel({ vaults });

    expect(await refusedStart(channel, 'web-01')).toBe(
      '2 protected VMs are called web-01. Use the name of the protected item instead: item-web-01 (site-north, vault vault-home); other (south, vault vault-two).',
    );
    expect((await channel.types('mina', 'start OTHER')).text).toContain('is open for web-01');
  });

  it('is the name of two VMs whose own names are alike too: their ids tell them apart', async () => {
    const twin = itemNamed('web-01', { id: '/x/replicationProtectedItems/item-web-01' });
    const vaults = [
      new ScriptedVault([itemNamed('web-01')]),
      new ScriptedVault([twin], 'vault-two'),
    ];
    const channel = new IncidentChannel({ vaults });

    expect(await refusedStart(channel, 'web-01')).toContain(
      `Use the id of the protected item instead: ${itemNamed('web-01').id} (site-north, vault vault-home); ${twin.id}`,
    );
    expect((await channel.types('mina', `start ${twin.id}`)).text).toContain('is open for web-01');
  });
});

describe('a VM that is not ready', () => {
  it.each<[string, Partial<ProtectedItem>, RegExp]>([
    [
      'not failed over',
      { activeLocation: 'onPremises' },
      /\[no\] Active location: The VM is not f/,
    ],
    ['not committed', { allowedOperations: ['Commit'] }, /\[no\] Failover committed: .*Commit it/],
    [
      'on managed disks',
      { usesManagedDisks: true },
      /\[no\] Managed disks: The VM is on managed d/,
    ],
    [
      'busy',
      { runningScenario: { name: 'TestFailover', jobId: 'j' } },
      /\[no\] Running operation: Azure is running TestFailover/,
    ],
  ])('is not started when it is %s, and Mina is told why', async (_what, change, why) => {
    const channel = new IncidentChannel({
      vaults: [new ScriptedVault([itemNamed('web-01', change)])],
    });

    const text = await refusedStart(channel, 'web-01');

    expect(text).toMatch(/^web-01 is not ready to come home\n/);
    expect(text).toMatch(why);
    expect(text).toContain('Nothing was changed. Put it right, then look again: /failback check');
  });

  it('is not started when its host is disconnected', async () => {
    const channel = new IncidentChannel();
    channel.desk.vault.providers = [{ ...PROVIDER, connectionStatus: 'Disconnected' }];

    expect(await refusedStart(channel, 'web-01')).toContain(
      '[no] On-premises server: hyperv-01 is not connected to Azure (Disconnected).',
    );
  });

  it('is not started a second time: who tried is told which failback is open, and it is kept', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    await channel.minaStarts();

    const { text } = await channel.types('max', 'start web-01');

    expect(text).toBe(
      'web-01 already has an open failback, FB-7K3M. Nothing was done. See /failback status FB-7K3M',
    );
    expect(await channel.desk.last(ATTEMPTS)).toMatchObject({
      type: 'attemptRefused',
      by: { person: 'max' },
      attempt: 'start web-01',
      why: 'targetBusy',
    });
    expect(await channel.desk.ledger.openFailbacks()).toEqual(['FB-7K3M']);
  });

  it('is started by one of two who ask at the same moment', async () => {
    const channel = new IncidentChannel();

    const answers = await Promise.all([
      channel.types('mina', 'start web-01'),
      channel.types('max', 'start web-01'),
    ]);

    expect(answers.filter(({ text }) => text.includes('is open for web-01'))).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes('already has an open'))).toHaveLength(1);
  });
});

describe('an id', () => {
  it('that is taken already is drawn again', async () => {
    const ids = ['FB-7K3M', 'FB-7K3M', 'FB-8L4N'];
    const vaults = [new ScriptedVault([itemNamed('web-01'), itemNamed('db-01')])];
    const channel = new IncidentChannel({ ids, vaults });
    await channel.minaStarts();

    expect(await channel.minaStarts('db-01')).toBe('FB-8L4N');
  });

  it('that cannot be drawn is given up, with an answer', async () => {
    const channel = new IncidentChannel({ ids: Array(6).fill('FB-7K3M') });
    await channel.minaStarts();
    await channel.types('mina', 'cancel');

    expect((await channel.types('mina', 'start web-01')).text).toContain('FB-7K3M has changed');
  });

  it.each(['FB-7K3', 'FB-', 'fb-7k3m!', 'FB-7K3MX9999', 'FB-KIND'])(
    'that is mistyped as %s acts on no other failback',
    async (typed) => {
      const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
      await channel.minaStarts();

      for (const command of ['cancel', 'decline', 'approve', 'choose', 'status', 'timeline']) {
        const { text } = await channel.types('max', `${command} ${typed} azure`);
        expect(text).toContain(`There is no failback ${typed.toUpperCase()}. Nothing was done.`);
      }
      expect((await channel.failback('FB-7K3M')).gate?.votes).toEqual([]);
    },
  );

  it('is needed where several failbacks are open', async () => {
    const ids = ['FB-7K3M', 'FB-8L4N'];
    const vaults = [new ScriptedVault([itemNamed('web-01'), itemNamed('db-01')])];
    const channel = new IncidentChannel({ ids, vaults });
    await channel.minaStarts();
    await channel.minaStarts('db-01');

    expect((await channel.types('jun', 'approve azure')).text).toBe(
      'Several failbacks are open here. Say which, for example /failback status FB-7K3M. Open: FB-7K3M (web-01), FB-8L4N (db-01).',
    );
  });

  it('is asked for where no failback is open', async () => {
    expect((await new IncidentChannel().types('jun', 'approve')).text).toContain(
      'No failback is open in this channel.',
    );
  });
});

describe('a command', () => {
  it.each(['', '   ', '\n\t', 'HELP'])(
    'that says nothing (%j) is answered with the help',
    async (typed) => {
      const { text } = await new IncidentChannel().types('mina', typed);

      expect(text).toContain('/failback start <vm>');
    },
  );

  it.each([
    ['restart', 'There is no command restart. Type /failback help to see what there is.'],
    ['constructor', 'There is no command constructor. Type /failback help to see what there is.'],
    ['<!here>', 'There is no command <!here>. Type /failback help to see what there is.'],
    ['도움말', 'There is no command 도움말. Type /failback help to see what there is.'],
    [
      'x'.repeat(9_000),
      `There is no command ${'x'.repeat(39)}…. Type /failback help to see what there is.`,
    ],
  ])('that there is not (%#) is answered', async (typed, answer) => {
    const channel = new IncidentChannel();

    expect((await channel.types('mina', typed)).text).toBe(answer);
    expect(await channel.desk.ledger.head()).toBeUndefined();
  });

  it('without a VM brings up a list of those in Azure, in values that a chat takes', async () => {
    const vaults = [
      new ScriptedVault([itemNamed('web-01'), itemNamed('home', { activeLocation: 'onPremises' })]),
    ];
    const channel = new IncidentChannel({ vaults, policy: POLICY });

    const { forms } = await channel.types('mina', 'start');

    const [field] = forms[0]?.fields ?? [];
    const options = field?.kind === 'choice' ? field.options : [];
    expect(options).toEqual([
      { value: expect.stringMatching(/^.{1,75}$/), label: 'web-01 (site-north)' },
    ]);
    const vm = options[0]?.value ?? '';
    expect((await channel.fills('mina', forms[0], { vm })).text).toContain('is open for web-01');
  });

  it('without a VM says what to type where no form is shown, or when there is none', async () => {
    const channel = new IncidentChannel();
    expect((await channel.types('mina', 'start', { withoutForms: true })).text).toBe(
      'Say which VM: /failback start web-01. /failback list shows them.',
    );

    channel.desk.vault.items = [];
    expect((await channel.types('mina', 'start')).text).toBe(
      'No protected VM runs in Azure: there is nothing to bring home.',
    );
  });

  it('with a VM from an old list says that it is gone, and the attempt is kept', async () => {
    const channel = new IncidentChannel();
    const { forms } = await channel.types('mina', 'start');

    const { text } = await channel.fills('mina', forms[0], { vm: 'no-longer-there' });

    expect(text).toContain('That VM is no longer in the list. Nothing was done.');
    expect(await channel.desk.last(ATTEMPTS)).toMatchObject({ attempt: 'start no-longer-there' });
  });

  it('is answered while Azure is not reached, with what to give its support', async () => {
    const channel = new IncidentChannel();
    channel.desk.vault.outage = azureIsDown();

    for (const typed of ['start web-01', 'check web-01', 'list']) {
      expect((await channel.types('mina', typed)).text).toBe(
        'Azure was not reached. Nothing was changed. Try again in a moment.\nazure, status 503, request r-42',
      );
    }
  });

  it('that begins while Azure goes away says that the bot keeps trying', async () => {
    const channel = new IncidentChannel();
    const { vault } = channel.desk;
    vault.readProtectedItem = async () => {
      throw azureIsDown();
    };

    expect((await channel.types('mina', 'start web-01')).text).toMatch(
      / is open, but Azure could not be read yet\. Nothing was changed\. The bot keeps trying/,
    );
  });

  it('that begins and stops at once says where the reason is', async () => {
    const channel = new IncidentChannel();
    channel.desk.vault.items = [
      itemNamed('web-01', { usesManagedDisks: true, replicatesToManagedDisks: true }),
    ];

    expect((await channel.types('mina', 'start web-01')).text).toContain(
      'is open for web-01, but on hold. Its message in this channel says why.',
    );
  });
});

describe('an error inside the bot', () => {
  it('is answered with a reference that is in the log', async () => {
    const channel = new IncidentChannel();
    channel.desk.failbacks.listOpen = async () => {
      throw new TypeError('a bug');
    };

    const { text } = await channel.types('mina', 'list');

    const [line] = channel.logLines.filter(({ msg }) => msg === 'a command failed');
    expect(text).toContain('Look at /failback status before you try again.');
    expect(text).toContain(`Reference for the administrator: ${line?.['reference']}`);
    expect(text).not.toContain('a bug');
  });

  it('is answered when the ledger cannot be written', async () => {
    const channel = new IncidentChannel();
    await channel.desk.ledger.close();

    expect((await channel.types('mina', 'help')).text).toContain('Something went wrong');
  });
});
