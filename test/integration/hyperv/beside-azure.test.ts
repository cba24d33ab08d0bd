import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { startSimulatedVault } from '../../support/azure.ts';
import { ENGLISH } from '../../support/catalogue/spoken.ts';
import { startDataCentre } from '../../support/hyperv.ts';

const MINUTE = 60_000;

/** A failback of one VM, with both of its sides in sight. */
async function startFailback() {
  const vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  onTestFinished(() => azure.close());
  const vm = azure.addVm({ name: 'web-01', addresses: ['10.20.0.7'] });
  const dataCentre = await startDataCentre({ azure });
  const { host, server } = dataCentre.connect(azure.host.name);
  const answer = await siteRecovery.startPlannedFailover({
    itemId: azure.itemId('web-01'),
    requestId: randomUUID(),
    synchronization: 'beforeFailover',
  });
  if (answer.outcome !== 'accepted') throw new Error('the failback was not taken');
  const jobId = answer.operationId ?? '';
  const read = async () => {
    const sight = await host.readVm({ id: vm.id, name: 'web-01' });
    if (sight.outcome !== 'ok') throw new Error(ENGLISH.text(sight.why));
    return sight.value;
  };
  return {
    clock,
    server,
    read,
    resume: () => siteRecovery.resumeJob({ jobId, requestId: randomUUID(), comments: '' }),
  };
}

it('shows the VM as Hyper-V does while Azure brings it home', async () => {
  const { clock, read, resume } = await startFailback();

  clock.move(5 * MINUTE);
  expect(await read()).toMatchObject({
    state: 'Off',
    replication: { state: 'FailbackInProgress', health: 'Normal' },
    disks: [{ sizeMb: 40_960 }],
    uptimeSeconds: 0,
  });

  clock.move(6 * MINUTE);
  await resume();
  clock.move(30 * MINUTE);
  const home = await read();
  expect(home).toMatchObject({
    state: 'Running',
    replication: { state: 'FailbackComplete' },
    addresses: ['10.20.0.7'],
    heartbeat: 'ok',
    silentServices: [],
  });
  expect(home.uptimeSeconds).toBeGreaterThan(20 * 60);
});

it('shows that somebody started the VM by hand in the middle, and it never comes up again', async () => {
  const { clock, server, read, resume } = await startFailback();

  clock.move(5 * MINUTE);
  await read();
  server.startVm('web-01');
  const broken = { state: 'Running', heartbeat: 'noContact', addresses: [] };
  expect(await read()).toMatchObject({ ...broken, silentServices: ['heartbeat'] });

  clock.move(6 * MINUTE);
  await resume();
  clock.move(30 * MINUTE);
  expect(await read()).toMatchObject(broken);
});

it('shows a checkpoint that somebody takes, and that the VM was deleted', async () => {
  const { server, read } = await startFailback();

  server.takeCheckpoint('web-01');
  expect(await read()).toMatchObject({ checkpoints: 1 });
  server.removeVm('web-01');
  await expect(read()).rejects.toThrow('There is no such VM.');
});
