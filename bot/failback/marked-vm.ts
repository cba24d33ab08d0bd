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

/** The alarms after one more look: a new one when the VM has left `Off`, closed when it is back there. */
export function alarmsAfter(
  alarms: readonly Alarm[],
  [before, state]: readonly [before: string | undefined, now: string],
  at: number,
): readonly Alarm[] {
  const wasOff = before === undefined || before === 'Off';
  if (state !== 'Off' && wasOff) return [...alarms, { number: alarms.length + 1, at, state }];
  return alarms.map((alarm) => {
    if (alarm.offAt !== undefined) return alarm;
    return state === 'Off' ? { ...alarm, offAt: at } : { ...alarm, state };
  });
}
