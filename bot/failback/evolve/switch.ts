import { withoutThose } from '../on-premises/switches.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { WITHOUT_SWITCH } from '../state/holds.ts';
import { startedOver } from './move-to.ts';

/** Whether somebody has to be asked about a virtual switch before the direction. */
export const isSwitchMissing = ({ missingSwitches, accepted }: Failback): boolean =>
  missingSwitches.length > 0 && !accepted.includes(WITHOUT_SWITCH);

/** From here on the switch may be there, whatever comes of the call. */
export const switchIntended = (
  failback: Failback,
  { name }: EventOf<'switchIntended'>,
  at: number,
): Failback => ({
  ...failback,
  switchIntent: { name, at },
  madeSwitches: [...failback.madeSwitches, name],
});

/** What was missing is there; what is still missing remains. */
export function switchesObserved(
  failback: Failback,
  { names }: EventOf<'switchesObserved'>,
): Failback {
  const { switchIntent, ...rest } = failback;
  const isOpen = switchIntent !== undefined && withoutThose([switchIntent.name], names).length > 0;
  return {
    ...rest,
    missingSwitches: withoutThose(failback.missingSwitches, names),
    ...(isOpen && { switchIntent }),
  };
}

/** Once every switch is there, all is looked at again from the beginning. */
export const switchesSeen = (failback: Failback, at: number): Failback =>
  failback.missingSwitches.length === 0 ? startedOver(failback, at) : failback;
