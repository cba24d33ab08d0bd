import { describe, expect, it } from 'vitest';
import { whatIsLeft } from '../../../../bot/failback/evolve/what-is-left.ts';
import type { OnPremisesVm } from '../../../../bot/failback/on-premises/on-premises-vm.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';
import { storyAt } from '../../../support/failback-story.ts';
import { withHomeVm } from '../../../support/home-vm.ts';

const changed = { startAction: { vmId: 'vm-a', before: 'Start' } } as const;
const { failback } = storyAt('awaitingDirection');
const left = (change: Partial<OnPremisesVm>, isTouched = false) =>
  ENGLISH.text(whatIsLeft({ ...withHomeVm(failback, change), isTouched }));

describe('what a failback that ends early leaves behind', () => {
  it('is nothing where nothing was changed, and where the old value is back', () => {
    expect(left({})).toBe('Nothing was changed.');
    expect(left({ ...changed, isRestored: true })).toBe('Nothing was changed.');
  });

  it('is the automatic start action of a VM that must not be started, also where it was taken over', () => {
    expect(left({ ...changed, isMarked: true })).toBe(
      'The automatic start action of the on-premises VM was set to Nothing, or may have been, and stays so: the VM must not be started.',
    );
  });

  it('is that action until the bot has set it back, or for a person where the bot does not', () => {
    expect(left(changed)).toMatch(/or may have been\. The bot sets it back to Start\.$/);
    expect(left(changed, true)).toMatch(/or may have been: set it back to Start\.$/);
  });
});
