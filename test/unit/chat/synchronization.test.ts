import { describe, expect, it } from 'vitest';
import { readSynchronization } from '../../../bot/messages/words/synchronization-words.ts';
import { itemNamed, ScriptedVault } from '../../support/fakes/scripted-vault.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 12);

/** A channel whose VM has been in Azure for so long. */
function inAzureFor(days: number): IncidentChannel {
  const item = itemNamed('web-01', { lastSuccessfulFailoverAt: NOW - days * DAY });
  return new IncidentChannel({ vaults: [new ScriptedVault([item])], ids: ['FB-7K3M'] });
}

describe('what is typed behind the name of a VM', () => {
  it.each([
    ['web-01', 'web-01', undefined],
    ['web-01 full-download', 'web-01', 'fullDownload'],
    ['web-01 FULL-Download', 'web-01', 'fullDownload'],
    ['my old vm before-failover', 'my old vm', 'beforeFailover'],
    ['full-download', 'full-download', undefined],
    ['full-download full-download', 'full-download', 'fullDownload'],
    ['web-01 fulldownload', 'web-01 fulldownload', undefined],
  ])('"%s" is read as what it says', (typed, name, synchronization) => {
    const read = readSynchronization(typed.split(' '));

    expect(read.words.join(' ')).toBe(name);
    expect(read.synchronization).toBe(synchronization);
  });
});

describe('the start', () => {
  it('takes the usual way where nothing speaks against it', async () => {
    const channel = inAzureFor(3);
    const { text } = await channel.types('mina', 'start web-01');

    expect(text).toContain('FB-7K3M is open for web-01');
    expect((await channel.failback('FB-7K3M')).synchronization).toBe('beforeFailover');
  });

  it('after a month in Azure asks first, with the advice, its reasons and both estimates', async () => {
    const channel = inAzureFor(40);
    const { text } = await channel.types('mina', 'start web-01', { withoutForms: true });

    expect(await channel.desk.failbacks.listOpen()).toEqual([]);
    expect(text.split('\n')).toEqual([
      'Nothing was started. Say how the data shall travel:',
      'Advised: full download. The VM has been in Azure for 40 days: after a month Microsoft advises a full download. Whether the on-premises VM and its disks are still there is not known. How much of the data has changed is not known.',
      'Synchronization before failover: the changes travel while the Azure VM runs, about 8 to 20 minutes (from published figures). Then it is down, about 5 to 20 minutes (from published figures).',
      'Full download: the Azure VM stops at once and is down until all of its data is home, about 13 to 40 minutes (from published figures).',
      '/failback start web-01 before-failover in incident',
      '/failback start web-01 full-download in incident',
    ]);
  });

  it.each(['fullDownload', 'beforeFailover'] as const)(
    'takes the answer of the form: %s',
    async (synchronization) => {
      const channel = inAzureFor(40);
      const { forms } = await channel.types('mina', 'start web-01');
      const [form] = forms;
      const [vm] = form?.fields ?? [];
      const chosen = vm?.kind === 'choice' ? (vm.options[0]?.value ?? '') : '';
      const { text } = await channel.fills('mina', form, { vm: chosen, synchronization });

      expect(text).toContain('FB-7K3M is open for web-01');
      expect((await channel.failback('FB-7K3M')).synchronization).toBe(synchronization);
    },
  );

  it.each([
    ['start web-01 full-download', 'fullDownload'],
    ['start web-01 before-failover', 'beforeFailover'],
  ])('that says which way is not asked: %s', async (typed, synchronization) => {
    const channel = inAzureFor(40);
    await channel.types('mina', typed);

    expect((await channel.failback('FB-7K3M')).synchronization).toBe(synchronization);
  });

  it('from the form without a name leaves the way to the advice, and asks where it matters', async () => {
    const channel = inAzureFor(40);
    const { forms } = await channel.types('mina', 'start');
    const [field] = forms[0]?.fields ?? [];
    const vm = field?.kind === 'choice' ? (field.options[0]?.value ?? '') : '';
    const asked = await channel.fills('mina', forms[0], { vm, synchronization: 'asAdvised' });

    expect(asked.forms).toHaveLength(1);
    expect(await channel.desk.failbacks.listOpen()).toEqual([]);
    await channel.fills('mina', forms[0], { vm, synchronization: 'fullDownload' });
    expect((await channel.failback('FB-7K3M')).synchronization).toBe('fullDownload');
  });
});

describe('the direction of a full download', () => {
  it('says that the Azure VM stops the moment it is approved, and wants the live side typed', async () => {
    const channel = inAzureFor(40);
    await channel.types('mina', 'start web-01 full-download');
    const { forms } = await channel.presses('jun', 'FB-7K3M', 'Approve');
    const said = JSON.stringify(forms[0]);

    expect(said).toContain('web-01 stops in Azure the moment this is approved.');
    expect(said).toContain('On which side is the VM live now?');
    await channel.fills('jun', forms[0], { typed: 'azure' });
    await channel.desk.settle('FB-7K3M');
    expect(channel.desk.vault.calls).toEqual(['plannedFailover']);
    expect((await channel.failback('FB-7K3M')).stage).toBe('transferring');
  });
});

describe('the check', () => {
  it('shows the advice and the estimates too', async () => {
    const { text } = await inAzureFor(40).types('kim', 'check web-01');

    expect(text).toContain('Advised: full download.');
    expect(text).toContain('about 13 to 40 minutes (from published figures)');
  });
});
