import { describe, expect, it } from 'vitest';
import { lookOnPremises } from '../../../bot/looks/look-on-premises.ts';
import { item, provider } from '../../support/azure-records.ts';
import { FakeHost } from '../../support/fakes/fake-host.ts';

describe('a look on-premises', () => {
  it('asks the server of the item for the VM by its id and its name, and for its downloads', async () => {
    const host = new FakeHost();
    host.download = { threads: 8 };
    const other = new FakeHost('HV-B', ['host-b']);

    const seen = await lookOnPremises(item(), [provider()], [other, host]);
    expect(seen).toMatchObject({
      host: 'HV-A',
      vm: { outcome: 'ok', value: host.vm },
      download: { outcome: 'ok', value: { threads: 8 } },
    });
    expect(host.refs).toEqual([{ name: 'web-01', id: 'vm-web-01' }]);
    expect(other.calls).toEqual([]);
  });

  it('asks by the name alone where Azure does not say the id', async () => {
    const host = new FakeHost();
    const { vmId: _, ...nameless } = item();

    await lookOnPremises(nameless, [provider()], [host]);
    expect(host.refs).toEqual([{ name: 'web-01' }]);
  });

  it('is not taken where there is no item, or no server that is known', async () => {
    const host = new FakeHost();

    expect(await lookOnPremises(undefined, [provider()], [host])).toBeUndefined();
    expect(await lookOnPremises(item(), [provider({ name: 'host-b' })], [host])).toBeUndefined();
    expect(await lookOnPremises(item(), [], [host])).toBeUndefined();
    expect(await lookOnPremises(item(), [provider()], [])).toBeUndefined();
    expect(host.calls).toEqual([]);
  });
});
