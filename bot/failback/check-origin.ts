import { blocked, type Check, notChecked, warning } from './check.ts';
import { checkOriginServer } from './check-server.ts';
import type { Origin } from './on-premises.ts';

/** The VM that is left behind must not run beside the one that comes home. */
export function checkOrigin({ host, vm, server }: Origin): readonly Check[] {
  const name = 'VM on its old server';
  const ofServer = checkOriginServer(host, server);
  if (vm.outcome === 'absent') return ofServer;
  if (vm.outcome !== 'ok')
    return [notChecked(name, `${host} could not say. It must stay off for good.`), ...ofServer];
  const left =
    vm.value.state === 'Off'
      ? warning(name, `It stays on ${host}, off. Never start it again: two VMs would be the same.`)
      : blocked(name, `It is ${vm.value.state} on ${host}. Turn it off.`);
  return [left, ...ofServer];
}
