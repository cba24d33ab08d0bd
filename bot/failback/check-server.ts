import { blocked, type Check, notChecked, notSupported, ok } from './check.ts';
import type { HostAnswer, HostSight } from './ports/hyperv-host.ts';
import { SOURCES } from './sources.ts';
import { phrase } from './words.ts';

/** Builds of Windows Server: https://learn.microsoft.com/windows-server/get-started/windows-server-release-info */
const BUILD_2016 = '10.0.14393';
const BUILD_2019 = '10.0.17763';

/** The server that a VM is brought to: its Windows, and its role. */
export function checkServer(server: string, answer: HostAnswer<HostSight>): readonly Check[] {
  const name = 'Windows';
  if (answer.outcome !== 'ok')
    return [notChecked(name, phrase('{server} could not say: {why}', { server, why: answer.why }))];
  const { windows, isHypervInstalled, kind } = answer.value;
  if (kind === 'hyperV' && !isHypervInstalled) {
    return [
      blocked(
        'Hyper-V role',
        phrase('It is not installed on {server} ({windows}).', { server, windows }),
      ),
    ];
  }
  return [
    ok(name, phrase('{server} has {windows}.', { server, windows })),
    ...checkServerCore(server, answer.value),
  ];
}

/** The support matrix excludes Server Core of 2019, to the original and to an alternate location, with VMM and without. */
function checkServerCore(server: string, { windows, isServerCore }: HostSight): readonly Check[] {
  if (!windows.endsWith(BUILD_2019)) return [];
  const name = 'Server Core';
  if (isServerCore === undefined) {
    return [
      notChecked(
        name,
        phrase(
          '{server} does not say whether it is Server Core. With Windows Server 2019 that is not supported.',
          { server },
        ),
        SOURCES.supportMatrix,
      ),
    ];
  }
  return isServerCore
    ? [
        notSupported(
          name,
          phrase(
            '{server} is Server Core of Windows Server 2019, to which the support matrix allows no failback. Whether that still holds is not certain.',
            { server },
          ),
          SOURCES.supportMatrix,
        ),
      ]
    : [];
}

/** What the support matrix of 2018 says of VMs that leave a server; later copies do not repeat it. */
export function checkOriginServer(server: string, answer: HostAnswer<HostSight>): readonly Check[] {
  if (answer.outcome !== 'ok' || !answer.value.windows.endsWith(BUILD_2016)) return [];
  return [
    notSupported(
      'Away from Windows Server 2016',
      phrase(
        '{server} has Windows Server 2016. The support matrix of 2018 allows no alternate location for its VMs; whether that still holds is not certain.',
        { server },
      ),
      SOURCES.supportMatrix,
    ),
  ];
}
