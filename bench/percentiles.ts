import { readFileSync } from 'node:fs';

/** One measured value beside what it must reach. */
export function row(what: string, values: readonly number[], quantile: number, bar: number) {
  return {
    what,
    quantile: `p${quantile * 100}`,
    value: Math.round(quantileOf(values, quantile)),
    bar: `< ${bar}`,
    samples: values.length,
  };
}

export function quantileOf(values: readonly number[], quantile: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}

/** What a process keeps in memory, in megabytes. */
export function residentMb(pid: number): number {
  const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}
