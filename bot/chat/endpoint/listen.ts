import type { Server } from 'node:http';
import { ConfigError } from '../../failback/ports/errors.ts';

/** Where a chat service's requests arrive. */
export interface ListenAddress {
  /** What is listening, for the problem's text. */
  readonly who: string;
  readonly host: string;
  readonly port: number;
}

/** Resolves when the server listens. Throws `ConfigError` when the address cannot be listened on. */
export function listen(server: Server, { who, host, port }: ListenAddress): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      const problem = `${who}: cannot listen on ${host}:${port}: ${error.message}`;
      reject(new ConfigError([problem], { cause: error }));
    };
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/** Takes no more requests; resolves when those under way have ended. */
export async function stopListening(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
