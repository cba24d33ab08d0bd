import type { HostAnswer, HostSnapshot } from '../ports/hyperv-host.ts';
import { blocked, type Check, notChecked, notSupported, ok } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { SOURCES } from './sources.ts';

/** Builds of Windows Server: https://learn.microsoft.com/windows-server/get-started/windows-server-release-info */
const BUILD_2016 = '10.0.14393';
const BUILD_2019 = '10.0.17763';

/** The server that a VM is brought to: its Windows, and its role. */
export function checkServer(server: string, answer: HostAnswer<HostSnapshot>): readonly Check[] {
  const name = 'windows';
  if (answer.outcome !== 'ok')
    return [notChecked(name, coded('serverCouldNotSay', { server, why: answer.why }))];
  const { windows, isHypervInstalled, kind } = answer.value;
  if (kind === 'hyperV' && !isHypervInstalled) {
    return [blocked('hypervRole', coded('hypervNotInstalled', { server, windows }))];
  }
  return [
    ok(name, coded('serverWindows', { server, windows })),
    ...checkServerCore(server, answer.value),
  ];
}

/** The support matrix excludes Server Core of 2019, to the original and to an alternate location, with VMM and without. */
function checkServerCore(
  server: string,
  { windows, isServerCore }: HostSnapshot,
): readonly Check[] {
  if (!windows.endsWith(BUILD_2019)) return [];
  const name = 'serverCore';
  if (isServerCore === undefined) {
    return [notChecked(name, coded('serverCoreNotSaid', { server }), SOURCES.supportMatrix)];
  }
  return isServerCore
    ? [notSupported(name, coded('serverCore2019', { server }), SOURCES.supportMatrix)]
    : [];
}

/** What the support matrix of 2018 says of VMs that leave a server; later copies do not repeat it. */
export function checkOriginServer(
  server: string,
  answer: HostAnswer<HostSnapshot>,
): readonly Check[] {
  if (answer.outcome !== 'ok' || !answer.value.windows.endsWith(BUILD_2016)) return [];
  return [
    notSupported(
      'awayFromServer2016',
      coded('leavesServer2016', { server }),
      SOURCES.supportMatrix,
    ),
  ];
}
