import { setTimeout as pause } from 'node:timers/promises';

/** Resolves after so long, or when it is aborted; may reject then. */
type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Resolves with what `find` finds, looked for now and after every change; rejects after `timeoutMs`, by that clock. */
export function waitUntil<T>(
  find: () => T | undefined | false,
  onChanged: (listener: () => void) => () => void,
  timeoutMs: number,
  sleep: Sleep = (ms, signal) => pause(ms, undefined, { signal }),
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        const found = find();
        if (found === undefined || found === false) return;
        end();
        resolve(found);
      } catch (error) {
        end();
        reject(error);
      }
    };
    const stop = onChanged(look);
    const isOver = new AbortController();
    const end = () => {
      isOver.abort();
      stop();
    };
    const tooLate = () => {
      if (isOver.signal.aborted) return;
      end();
      reject(new Error(`this did not come true within ${timeoutMs} ms: ${find}`));
    };
    void sleep(timeoutMs, isOver.signal).then(tooLate, tooLate);
    look();
  });
}
