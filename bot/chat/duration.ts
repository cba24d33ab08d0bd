/** A duration for people, in the two largest units that say enough: `45 s`, `12 min`, `3 h 05 min`, `2 d 4 h`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes < 10 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A duration in whole minutes, for what is redrawn: it changes once a minute, not once a second. */
export function minutes(ms: number): string {
  return ms < 60_000
    ? 'less than a minute'
    : duration(Math.floor(ms / 60_000) * 60_000).replace(/ 0 s$/, '');
}
