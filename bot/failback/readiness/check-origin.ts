import type { Origin } from '../on-premises/on-premises.ts';
import { blocked, type Check, notChecked, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { namedState } from '../words/statement.ts';
import { checkOriginServer } from './check-server.ts';

/** The VM that is left behind must not run beside the one that comes home. */
export function checkOrigin({ host, vm, server }: Origin): readonly Check[] {
  const name = 'vmOnOldServer';
  const ofServer = checkOriginServer(host, server);
  if (vm.outcome === 'absent') return ofServer;
  if (vm.outcome !== 'ok')
    return [notChecked(name, coded('oldServerCouldNotSay', { host })), ...ofServer];
  const left =
    vm.value.state === 'Off'
      ? warning(name, coded('vmStaysOnOldServer', { host }))
      : blocked(name, coded('vmNotOffOnOldServer', { state: namedState(vm.value.state), host }));
  return [left, ...ofServer];
}
