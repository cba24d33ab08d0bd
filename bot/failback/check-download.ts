import { type Check, notChecked, ok, warning } from './check.ts';
import type { DownloadSight, HostAnswer } from './ports/hyperv-host.ts';
import { phrase } from './words.ts';

/** What slows or speeds the download of a failback. */
export function checkDownload(download: HostAnswer<DownloadSight>): Check {
  const name = 'Download speed';
  if (download.outcome !== 'ok') return notChecked(name, download.why);
  const { threads, throttleKbps } = download.value;
  const own =
    threads === undefined
      ? phrase('4 threads for each VM (the default)')
      : phrase('{threads} threads for each VM', { threads });
  return throttleKbps === undefined
    ? ok(name, phrase('{own}, no bandwidth limit.', { own }))
    : warning(
        name,
        phrase('{own}, but the agent is limited to {throttleKbps} kbit/s at some hours at least.', {
          own,
          throttleKbps,
        }),
      );
}
