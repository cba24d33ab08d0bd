import type { DownloadSnapshot, HostAnswer } from '../ports/hyperv-host.ts';
import { type Check, notChecked, ok, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';

/** What slows or speeds the download of a failback. */
export function checkDownload(download: HostAnswer<DownloadSnapshot>): Check {
  const name = 'downloadSpeed';
  if (download.outcome !== 'ok') return notChecked(name, download.why);
  const { threads, throttleKbps } = download.value;
  const own =
    threads === undefined ? coded('defaultThreads') : coded('threadsForEachVm', { threads });
  return throttleKbps === undefined
    ? ok(name, coded('downloadUnlimited', { threads: own }))
    : warning(name, coded('downloadThrottled', { threads: own, throttleKbps }));
}
