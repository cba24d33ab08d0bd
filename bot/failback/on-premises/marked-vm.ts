/** A marked VM that was seen while it was not off. */
export interface Alarm {
  /** 1, 2, 3… in its failback. */
  readonly number: number;
  readonly at: number;
  /** The name of Hyper-V's own state, as it was seen last. */
  readonly state: string;
  /** When it was seen off again. */
  readonly offAt?: number;
}

interface Seen {
  readonly before: string | undefined;
  readonly state: string;
  readonly at: number;
  /** Of the next alarm in the failback. */
  readonly number: number;
}

/** The alarms of a VM after one more look: a new one when it has left `Off`, closed when it is back there. */
export function alarmsAfter(
  alarms: readonly Alarm[],
  { before, state, at, number }: Seen,
): readonly Alarm[] {
  const wasOff = before === undefined || before === 'Off';
  if (state !== 'Off' && wasOff) return [...alarms, { number, at, state }];
  return alarms.map((alarm) => {
    if (alarm.offAt !== undefined) return alarm;
    return state === 'Off' ? { ...alarm, offAt: at } : { ...alarm, state };
  });
}
