import { phrase, type Words } from '../../chat/message/phrase.ts';

/** A duration for people, in the two largest units that say enough: `45 s`, `12 min`, `3 h 05 min`, `2 d 4 h`. */
export function duration(ms: number): Words {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes >= 1 && minutes < 10
    ? phrase('{minutes} min {seconds} s', { minutes, seconds: seconds % 60 })
    : inLargeUnits(seconds);
}

/** A duration in whole minutes, for what is redrawn: it changes once a minute, not once a second. */
export const minutes = (ms: number): Words =>
  ms < 60_000 ? phrase('less than a minute') : inLargeUnits(Math.floor(ms / 60_000) * 60);

function inLargeUnits(seconds: number): Words {
  if (seconds < 60) return phrase('{seconds} s', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return phrase('{minutes} min', { minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? phrase('{hours} h {minutes, number, ::00} min', { hours, minutes: minutes % 60 })
    : phrase('{days} d {hours} h', { days: Math.floor(hours / 24), hours: hours % 24 });
}
