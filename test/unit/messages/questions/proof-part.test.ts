import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import { compose } from '../../../../bot/chat/message/say.ts';
import { newOnPremisesVm } from '../../../../bot/failback/on-premises/on-premises-vm.ts';
import type { Proof } from '../../../../bot/failback/on-premises/proofs.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { proofPart } from '../../../../bot/messages/questions/proof-part.ts';
import { plainText } from '../../../support/catalogue/spoken.ts';
import { PEOPLE } from '../../../support/desk.ts';
import { jun, storyAt } from '../../../support/failback-story.ts';

const RUNNING: Proof = { name: 'running', holds: true, finding: 'The VM is Running.' };
const SILENT: Proof = { name: 'heartbeat', holds: false, finding: 'The guest does not answer.' };

/** A plan of three VMs: what is proven of each; nothing where nobody looked. */
function planWith(proofs: readonly (readonly Proof[])[]): Failback {
  const items = proofs.map((_, at) => ({ itemId: `/items/${at}`, name: `vm-${at}` }));
  const { failback } = storyAt('awaitingCommit');
  return {
    ...failback,
    target: { kind: 'recoveryPlan', vault: 'north', planId: '/plans/shop', name: 'shop', items },
    onPremises: items.map((item, at) => newOnPremisesVm({ ...item, proofs: proofs[at] ?? [] })),
  };
}

const said = (failback: Failback): string =>
  plainText(compose(proofPart(failback, new Directory(PEOPLE))), String);

describe('what is known of the VMs of a plan before the commit', () => {
  it('is how many are proven well, and which nobody looked at', () => {
    expect(said(planWith([[RUNNING], [RUNNING]]))).toBe('Proven on-premises: 2 of 2 VMs.');
    expect(said(planWith([[RUNNING], []]))).toContain(
      'Proven on-premises: 1 of 2 VMs. Not checked by the bot: vm-1.',
    );
    expect(said(planWith([[], []]))).toContain('The on-premises VMs were not checked by the bot.');
  });

  it('is, after an override, what is missing of which VM, and which nobody looked at', () => {
    const text = said({
      ...planWith([[RUNNING], [SILENT], []]),
      proofOverrides: [
        {
          by: jun,
          reason: 'It has no guest services.',
          proofs: [{ itemId: '/items/1', proof: 'heartbeat' }],
        },
      ],
    });

    expect(text).toContain('vm-1: Heartbeat: The guest does not answer.');
    expect(text).toContain(
      'Jun Sample let the commit be asked for without Heartbeat: It has no guest services.',
    );
    expect(text).toContain('Not checked by the bot: vm-2.');
    expect(text).not.toContain('vm-0');
  });
});
