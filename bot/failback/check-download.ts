import { type Check, notChecked, ok, warning } from './check.ts';
import type { DownloadSight, HostAnswer } from './ports/hyperv-host.ts';

/** What slows or speeds the download of a failback. */
export function checkDownload(download: HostAnswer<DownloadSight>): Check {
  const name = 'Download speed';
  if (download.outcome !== 'ok') return notChecked(name, download.why);
  const { threads, throttleKbps } = download.value;
  const own =
    threads === undefined
      ? '4 threads for each VM (the default)'
      : `${threads} threads for each VM`;
  return throttleKbps === undefined
    ? ok(name, `${own}, no bandwidth limit.`)
    : warning(
        name,
        `${own}, but the agent is limited to ${throttleKbps} kbit/s at some hours at least.`,
      );
}
