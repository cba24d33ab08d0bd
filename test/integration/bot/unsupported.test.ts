import { afterEach, describe, expect, it } from 'vitest';
import { CAST, type SceneOptions } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun } = CAST;
const OTHER = 'HV-HOST-02.corp.example';
const MATRIX = 'hyper-v-azure-support-matrix';
let bot: BotRig;
afterEach(() => bot.stop());

const original = () => bot.scene.hyperv.host(bot.scene.azure.host.name);
const other = () => bot.scene.hyperv.host(OTHER);
const started = () => bot.scene.azure.calls.received('plannedFailover');

interface Case {
  readonly what: string;
  readonly scene: Partial<SceneOptions>;
  readonly arrange: () => void;
  readonly line: string;
  readonly check: string;
  readonly says: string;
  readonly source: string;
}

const makeCore = (server: { windows: string; isServerCore: boolean }) =>
  Object.assign(server, {
    windows: 'Windows Server 2019 Standard, 10.0.17763',
    isServerCore: true,
  });

const CASES: readonly Case[] = [
  {
    what: 'Server Core of Windows Server 2019',
    scene: {},
    arrange: () => makeCore(original()),
    line: 'start web-01',
    check: 'serverCore',
    says: 'the support matrix allows no failback',
    source: MATRIX,
  },
  {
    what: 'another server that is Server Core of Windows Server 2019',
    scene: { hosts: [OTHER] },
    arrange: () => makeCore(other()),
    line: 'start web-01 to HV-HOST-02',
    check: 'serverCore',
    says: 'the support matrix allows no failback',
    source: MATRIX,
  },
  {
    what: 'a way out of Windows Server 2016 to another server',
    scene: { hosts: [OTHER] },
    arrange: () => {
      original().windows = 'Windows Server 2016 Standard, 10.0.14393';
    },
    line: 'start web-01 to HV-HOST-02',
    check: 'awayFromServer2016',
    says: 'whether that still holds is not certain',
    source: MATRIX,
  },
  {
    what: 'data encryption at the VMM server',
    scene: {
      fabric: { type: 'VMM', isEncrypted: true },
      vms: [{ name: 'web-01', isEncrypted: true }],
    },
    arrange: () => bot.scene.azure.vm('web-01'),
    line: 'start web-01',
    check: 'dataEncryption',
    says: 'The sure way is to start this failback in the portal',
    source: 'hyper-v-azure-failback',
  },
];

describe.each(CASES)('$what', ({ scene, arrange, line, check, says, source }) => {
  it('is refused with its reason and source, and let pass by an approver, by name and reason', async () => {
    bot = await BotRig.start(scene);
    arrange();

    const answer = await bot.types(mina, `/failback ${line}`);
    const hold = await bot.hold('Microsoft does not support this');
    const asked = bot.read(hold);
    const own = await bot.presses(mina, hold, 'Go on although unsupported');
    await bot.submits(jun, hold, 'Go on although unsupported', { reason: 'tried in the lab' });
    const direction = bot.read(await bot.question('Direction:'));

    expect(answer).toContain('on hold');
    expect(asked).toContain(says);
    expect(asked).toContain(source);
    expect(own).toContain('somebody else has to decide');
    expect(direction).toContain('Jun Sample goes on although it is not supported');
    expect(direction).toContain('tried in the lab');
    expect(started()).toBe(0);
    const events = bot.events();
    const checks = events.flatMap((event) => (event.type === 'checked' ? event.checks : []));
    expect(checks).toContainEqual(
      expect.objectContaining({ name: check, outcome: 'notSupported' }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'attemptRefused', why: 'ownRequest' }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'holdReleased',
        choice: 'override',
        reason: 'tried in the lab',
        by: expect.objectContaining({ person: 'jun' }),
      }),
    );
  });

  it('is let go of, and nothing was started', async () => {
    bot = await BotRig.start(scene);
    arrange();
    await bot.types(mina, `/failback ${line}`);

    await bot.presses(jun, await bot.hold(), 'Let go');
    await bot.message('let go of it');

    expect(started()).toBe(0);
  });
});

describe('another server that changes between the question and the call', () => {
  it('has lost a switch that the VM needs: the approval is void, and the question says so', async () => {
    bot = await BotRig.start({ hosts: [OTHER] });
    await bot.types(mina, '/failback start web-01 to HV-HOST-02');
    const direction = await bot.question('Direction:');

    other().switches = [];
    await bot.approves(jun, direction, 'azure');
    const again = bot.read(await bot.question('Asked again'));
    const before = started();
    other().switches = ['External', 'Backup'];
    await bot.approves(jun, await bot.question('Asked again'), 'azure');
    const restored = await bot.question('is External');
    await bot.approves(jun, restored, 'azure');
    await bot.question('Complete failover:');

    expect(again).toContain('Virtual switches: was External, is nothing; not there: External');
    expect(before).toBe(0);
    expect(started()).toBe(1);
  });

  it('has become one that is not supported: nothing is started, and it is asked about from the beginning', async () => {
    bot = await BotRig.start({ hosts: [OTHER] });
    await bot.types(mina, '/failback start web-01 to HV-HOST-02');
    const direction = await bot.question('Direction:');

    makeCore(other());
    await bot.approves(jun, direction, 'azure');
    await bot.presses(jun, await bot.hold('allows no failback'), 'Start over');
    const hold = await bot.hold('Microsoft does not support this');

    expect(bot.read(hold)).toContain(MATRIX);
    expect(started()).toBe(0);
  });

  it('cannot be reached any more: a person may go on without it, and then it is not compared', async () => {
    bot = await BotRig.start({ hosts: [OTHER] });
    await bot.types(mina, '/failback start web-01 to HV-HOST-02');
    const direction = await bot.question('Direction:');

    other().access = 'away';
    await bot.approves(jun, direction, 'azure');
    const hold = await bot.hold();
    const before = started();
    await bot.presses(jun, hold, 'Go on without it');
    await bot.question('Complete failover:');

    expect(bot.read(hold)).toContain('could not see to it');
    expect(before).toBe(0);
    expect(started()).toBe(1);
  });
});
