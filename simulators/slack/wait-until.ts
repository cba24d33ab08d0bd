/** Resolves with what `find` finds, looked for now and after every change; rejects after `timeoutMs`. */
export function waitUntil<T>(
  find: () => T | undefined | false,
  onChanged: (listener: () => void) => () => void,
  timeoutMs: number,
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
    const deadline = setTimeout(() => {
      end();
      reject(new Error(`this did not come true within ${timeoutMs} ms: ${find}`));
    }, timeoutMs);
    const end = () => {
      clearTimeout(deadline);
      stop();
    };
    look();
  });
}
