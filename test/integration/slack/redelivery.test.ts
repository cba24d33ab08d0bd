import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../simulators/slack/deliveries.ts';
import { question } from '../../support/catalogue/chat-messages.ts';
import { type SlackRig, startSlackRig } from '../../support/slack.ts';

describe.each(['socket', 'http'] as const)('the same act delivered again (%s mode)', (mode) => {
  let rig: SlackRig;

  beforeEach(async () => {
    rig = await startSlackRig(mode);
  });

  afterEach(() => rig.stop());

  const acts: [string, () => Promise<Delivery>][] = [
    ['a command', () => rig.slack.as('U0MINA').types('C0INC', '/failback list')],
    [
      'a press',
      async () => {
        const ref = await rig.platform.post('C0INC', question());
        return rig.slack.as('U0MINA').presses(ref.id, 'Approve');
      },
    ],
    ['a form', async () => submitForm()],
  ];

  async function submitForm(): Promise<Delivery> {
    const view = {
      id: 'V1',
      hash: '1.abc',
      callback_id: 'failback-form',
      private_metadata: '{"command":"start","channel":"C0INC"}',
      state: { values: {} },
    };
    const user = { id: 'U0MINA', team_id: 'T0HOME' };
    const body = { type: 'view_submission', team: { id: 'T0HOME' }, user, view };
    return rig.slack.deliver({ kind: 'interactive', body });
  }

  it.each(acts)('%s, 100 times in turn: all acknowledged, one delivery id', async (_what, act) => {
    const first = await act();

    const again = await rig.slack.redeliver(first.payload, 99, 'inTurn');

    expect([first, ...again].every((delivery) => delivery.isAcknowledged)).toBe(true);
    const invocations = await rig.invocations(100);
    expect(new Set(invocations.map((invocation) => invocation.deliveryId)).size).toBe(1);
  });

  it.each(acts)('%s, 50 times at once: all acknowledged, one delivery id', async (_what, act) => {
    const first = await act();

    const again = await rig.slack.redeliver(first.payload, 50, 'atOnce');

    expect(again.every((delivery) => delivery.isAcknowledged)).toBe(true);
    const invocations = await rig.invocations(51);
    expect(new Set(invocations.map((invocation) => invocation.deliveryId)).size).toBe(1);
  });

  it('gives every act an id of its own', async () => {
    const mina = rig.slack.as('U0MINA');
    const jun = rig.slack.as('U0JUN');
    const ref = await rig.platform.post('C0INC', question());

    await mina.types('C0INC', '/failback list');
    await mina.types('C0INC', '/failback list');
    await mina.presses(ref.id, 'Approve');
    await mina.presses(ref.id, 'Approve');
    await jun.presses(ref.id, 'Approve');
    await jun.presses(ref.id, 'Decline');

    const invocations = await rig.invocations(6);
    expect(new Set(invocations.map((invocation) => invocation.deliveryId)).size).toBe(6);
  });
});
