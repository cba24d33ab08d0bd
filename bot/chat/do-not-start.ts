import type { Target } from '../failback/events.ts';
import type { Desk } from './desk.ts';

/** Whether the last failback of this VM left its on-premises disks inconsistent. */
export async function mustNotBeStarted(
  target: Target,
  { failbacks }: Pick<Desk, 'failbacks'>,
): Promise<boolean> {
  const last = await failbacks.lastOf(target);
  return last?.doNotStart ?? false;
}
