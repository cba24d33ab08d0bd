import { describe, expect, it } from 'vitest';
import { ATTEMPTS } from '../../../bot/failback/state/ledger.ts';
import { threadsStream } from '../../../bot/failback/state/threads.ts';
import { ScriptedHost } from '../../support/fakes/scripted-host.ts';
import { azureIsDown, PROVIDER, ScriptedVault } from '../../support/fakes/scripted-vault.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

const NOON = Date.UTC(2026, 10, 23, 12, 0);

/** A channel whose bot has these servers. */
function channelWith(...hosts: readonly ScriptedHost[]) {
  const vault = new ScriptedVault();
  vault.providers = [{ ...PROVIDER, lastHeartbeatAt: NOON - 180_000 }];
  return new IncidentChannel({ vaults: [vault], hosts, ids: ['FB-7K3M'] });
}

describe('hosts', () => {
  it('shows what a server says of itself, and below it what Azure says of it', async () => {
    const { text } = await channelWith(new ScriptedHost()).types('kim', 'hosts');

    expect(text.split('\n')).toEqual([
      'On-premises servers',
      'hyperv-01',
      'Reached: Windows Server 2022, 10.0.20348, a Hyper-V host. Read 2026-11-23 11:59 UTC',
      'Services: vmms running, obengine running, dra running.',
      'Way out on port 443: open.',
      'Versions: provider 5.24.1, agent 2.0.9917.0.',
      'Free space: D:\\ 200 GB.',
      'Azure: Connected, last heartbeat 3 min 0 s ago, version: Latest.',
    ]);
  });

  it('shows what is wrong, in capitals where it stops a failback', async () => {
    const host = new ScriptedHost();
    host.says({
      isHypervInstalled: false,
      services: [
        { name: 'vmms', state: 'missing', isExpected: true },
        { name: 'obengine', state: 'stopped', isExpected: true },
        { name: 'dra', state: 'other', isExpected: true },
      ],
      outbound: [
        { host: 'management.azure.com', isOpen: true },
        { host: 'login.microsoftonline.com', isOpen: false },
      ],
      volumes: [],
    });

    const { text } = await channelWith(host).types('kim', 'hosts');

    expect(text).toContain('the Hyper-V role is NOT installed');
    expect(text).toContain(
      'Services: vmms NOT installed, obengine stopped, dra neither running nor stopped.',
    );
    expect(text).toContain('Way out on port 443: CLOSED to login.microsoftonline.com.');
    expect(text).toContain('Free space: the server does not say.');
  });

  it('says what was not looked at or not found', async () => {
    const host = new ScriptedHost('vmm-01');
    host.says({ kind: 'vmm', outbound: [], services: [] });
    const { sight } = host;
    if (sight.outcome === 'ok') {
      const { providerVersion: _, agentVersion: __, ...rest } = sight.value;
      host.sight = { ...sight, value: rest };
    }

    const { text } = await channelWith(host).types('kim', 'hosts');

    expect(text).toContain('a VMM server');
    expect(text).toContain('Services: none found.');
    expect(text).toContain('Way out on port 443: not checked.');
    expect(text).toContain('Versions: provider not found, agent not found.');
    expect(text).toContain('Azure: no server of this name is registered.');
  });

  it.each([
    ['unreachable', 'Not reached. No session.'],
    ['forbidden', 'Reached, but the account of the bot may not do this. No session.'],
    ['unknown', 'No certain answer. No session.'],
  ] as const)(
    'says of a server that is %s why, and still what Azure says of it',
    async (outcome, words) => {
      const host = new ScriptedHost();
      host.sight = { outcome, why: 'No session.' };

      const { text } = await channelWith(host, new ScriptedHost('hv-02')).types('kim', 'hosts');

      expect(text).toContain(`hyperv-01\n${words}\nAzure: Connected`);
      expect(text).toContain('hv-02\nReached: ');
    },
  );

  it('shows the servers also while Azure is away', async () => {
    const channel = channelWith(new ScriptedHost());
    channel.desk.vault.outage = azureIsDown();

    const { text } = await channel.types('kim', 'hosts');

    expect(text).toContain('Reached: ');
    expect(text).toContain('Azure: Azure was not reached. Nothing was changed.');
  });

  it('shows ten, and says how many more there are', async () => {
    const many = Array.from({ length: 12 }, (_, index) => new ScriptedHost(`hv-${index}`));

    const { text } = await channelWith(...many).types('kim', 'hosts');

    expect(text).toContain('hv-9\n');
    expect(text).not.toContain('hv-10');
    expect(text).toMatch(/\n2 more are not shown\.$/);
  });

  it('without a connector shows what Azure sees, and that the servers were not checked', async () => {
    const channel = channelWith();

    expect((await channel.types('kim', 'hosts')).text.split('\n')).toEqual([
      'On-premises servers, as Azure sees them',
      'hyperv-01: Connected, last heartbeat 3 min 0 s ago, version: Latest.',
      'The servers themselves were not checked: no host connector is configured.',
    ]);

    channel.desk.vault.providers = Array.from({ length: 13 }, () => ({
      ...PROVIDER,
      versionState: '',
    }));
    const { text } = await channel.types('kim', 'hosts');
    expect(text).toContain('no heartbeat is known, version: not judged.');
    expect(text).toContain('3 more are not shown.');
  });

  it('without a connector and without Azure has nothing to show', async () => {
    const channel = channelWith();
    channel.desk.vault.providers = [];
    expect((await channel.types('kim', 'hosts')).text).toBe(
      'Azure lists no on-premises server, and no host connector is configured.',
    );

    channel.desk.vault.outage = azureIsDown();
    expect((await channel.types('kim', 'hosts')).text).toContain('Azure was not reached.');
  });
});

describe('threads', () => {
  const history = async (channel: IncidentChannel) =>
    (await channel.desk.ledger.read(threadsStream('hyperv-01'))).map(({ event }) => event);

  it('shows the number, the default, and a limit that makes more of them useless', async () => {
    const host = new ScriptedHost();
    const channel = channelWith(host);

    expect((await channel.types('kim', 'threads HYPERV-01')).text.split('\n')).toEqual([
      'hyperv-01: download threads for each VM: 4, the default.',
      'An operator can change it, for every VM on this server: /failback threads hyperv-01 16',
    ]);

    host.downloadsWith({ threads: 8, throttleKbps: 10_240 });
    const { text } = await channel.types('kim', 'threads hyperv-01');
    expect(text).toContain('download threads for each VM: 8.');
    expect(text).toContain(
      'The agent may use 10240 kbit/s, at some hours at least. More threads do not help',
    );
    expect(host.calls).toEqual([]);
  });

  it('says which servers there are when none or another one is named', async () => {
    const channel = channelWith(new ScriptedHost(), new ScriptedHost('hv-02'));

    expect((await channel.types('kim', 'threads')).text).toBe(
      'Say which server: hyperv-01, hv-02.',
    );
    expect((await channel.types('kim', 'threads hv-03')).text).toBe(
      'No configured server is called hv-03. There are: hyperv-01, hv-02.',
    );
    expect((await channelWith().types('kim', 'threads hv-03')).text).toBe(
      'No on-premises server is configured. The administrator can add some under "hyperv" in failback.yaml.',
    );
  });

  it('are changed by an operator, who is told what that means; the old value is kept', async () => {
    const host = new ScriptedHost();
    host.downloadsWith({ threads: 8 });
    const channel = channelWith(host);

    const { text } = await channel.types('mina', 'threads hyperv-01 16');

    expect(text.split('\n')).toEqual([
      'hyperv-01: download threads for each VM are now 16.',
      'It counts for every VM on this server. Open failbacks on it: 0.',
      'A download that runs already may not become faster.',
      'The bot puts the old value back after the next failback on this server.',
    ]);
    expect(host.calls).toEqual(['threads 16']);
    expect(await history(channel)).toMatchObject([
      { type: 'threadsIntended', by: { person: 'mina' }, before: 8, threads: 16 },
      { type: 'threadsSet', threads: 16 },
    ]);
  });

  it('go back to the default by the word default, in any case', async () => {
    const host = new ScriptedHost();
    host.downloadsWith({ threads: 8 });
    const channel = channelWith(host);

    const { text } = await channel.types('mina', 'threads hyperv-01 Default');

    expect(text).toContain('hyperv-01: download threads for each VM are now 4, the default.');
    expect(host.calls).toEqual(['threads default']);
    const events = await history(channel);
    expect(events).toMatchObject([
      { type: 'threadsIntended', by: { person: 'mina' }, before: 8 },
      { type: 'threadsSet' },
    ]);
    for (const event of events) expect(event).not.toHaveProperty('threads');
  });

  it('say how many open failbacks they count for', async () => {
    const channel = channelWith(new ScriptedHost());
    await channel.minaStarts();

    const { text } = await channel.types('mina', 'threads hyperv-01 16');

    expect(text).toContain('Open failbacks on it: 1.');
    expect(text).toContain('when the last failback on this server has ended.');
  });

  it.each(['0', '33', '-1', '1.5', '1e1', 'many', '１６'])(
    'are not set to %s, and the attempt is recorded',
    async (count) => {
      const host = new ScriptedHost();
      const channel = channelWith(host);

      expect((await channel.types('mina', `threads hyperv-01 ${count}`)).text).toBe(
        `${count} is not a number of threads. It is 1 to 32, or the word default. Nothing was changed.`,
      );
      expect(host.calls).toEqual([]);
      expect(await channel.desk.last(ATTEMPTS)).toMatchObject({ why: 'threads' });
    },
  );

  it.each(['kim', 'jun'])('are not changed by %s, who is no operator', async (who) => {
    const host = new ScriptedHost();
    const channel = channelWith(host);

    expect((await channel.types(who, 'threads hyperv-01 16')).text).toBe(
      'Changing the download threads takes the role operator, so nothing was changed. Without a number the command shows them.',
    );
    expect(host.calls).toEqual([]);
    expect(await history(channel)).toEqual([]);
    expect(await channel.desk.last(ATTEMPTS)).toMatchObject({
      attempt: 'threads hyperv-01 16',
      why: 'role-missing',
    });
  });

  it('that could not be read are not changed', async () => {
    const host = new ScriptedHost();
    host.isAway();
    const channel = channelWith(host);

    expect((await channel.types('kim', 'threads hyperv-01')).text).toBe(
      'hyperv-01: Not reached. No session.',
    );
    expect((await channel.types('mina', 'threads hyperv-01 16')).text).toBe(
      'hyperv-01: Not reached. No session.\nLook at what it is now: /failback threads hyperv-01',
    );
    expect(host.calls).toEqual([]);
    expect(await history(channel)).toEqual([]);
  });

  it('of which nobody knows whether they were set are not said to be set', async () => {
    const host = new ScriptedHost();
    host.refusal = { outcome: 'unknown', why: 'No answer came back.' };
    const channel = channelWith(host);

    const { text } = await channel.types('mina', 'threads hyperv-01 16');

    expect(text).toContain('hyperv-01: No certain answer. No answer came back.');
    expect(await history(channel)).toMatchObject([{ type: 'threadsIntended' }]);
  });
});
