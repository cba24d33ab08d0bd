import type { IncomingMessage } from 'node:http';

/** The whole body, or `tooLarge` as soon as it is known to exceed `maxBytes`. Rejects when the caller goes away. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'tooLarge'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        // What follows is read and thrown away, so that the caller gets to see the answer.
        request.removeAllListeners('data').resume();
        resolve('tooLarge');
      }
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the caller went away')));
  });
}
