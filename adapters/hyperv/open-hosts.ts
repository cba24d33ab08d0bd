import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type { HypervHost } from '../../bot/failback/ports/hyperv-host.ts';
import { checkHosts, type HostsSettings } from './host-settings.ts';
import { PowershellHost } from './powershell-host.ts';
import { importLine } from './shell/request-line.ts';
import { shellEnvironment } from './shell/shell-environment.ts';

/** One port per server. No shell is started yet. Throws `ConfigError` with all that is wrong with the settings. */
export function openHosts(
  settings: HostsSettings,
  log: Logger,
  clock: Clock,
): readonly HypervHost[] {
  checkHosts(settings.hosts);
  const { executable, environment } = settings;
  const start = {
    firstLine: importLine(fileURLToPath(new URL('./scripts/Failback.psd1', import.meta.url))),
    environment: shellEnvironment(environment),
    ...(executable !== undefined && { executable }),
  };
  return settings.hosts.map(
    (host) => new PowershellHost(host, start, { clock, log: log.child({ host: host.name }) }),
  );
}
