import { blocked, type Check, notChecked, warning } from './check.ts';
import { checkOriginServer } from './check-server.ts';
import type { Origin } from './on-premises.ts';
import { stateWords } from './state-words.ts';
import { phrase } from './words.ts';

/** The VM that is left behind must not run beside the one that comes home. */
export function checkOrigin({ host, vm, server }: Origin): readonly Check[] {
  const name = 'VM on its old server';
  const ofServer = checkOriginServer(host, server);
  if (vm.outcome === 'absent') return ofServer;
  if (vm.outcome !== 'ok')
    return [
      notChecked(name, phrase('{host} could not say. It must stay off for good.', { host })),
      ...ofServer,
    ];
  const left =
    vm.value.state === 'Off'
      ? warning(
          name,
          phrase('It stays on {host}, off. Never start it again: two VMs would be the same.', {
            host,
          }),
        )
      : blocked(
          name,
          phrase('It is {state} on {host}. Turn it off.', {
            state: stateWords(vm.value.state),
            host,
          }),
        );
  return [left, ...ofServer];
}
