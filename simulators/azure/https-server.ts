import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerIdentity } from '../tls.ts';

export interface HttpsServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens on this machine alone. Whatever the handler throws is a bug in the simulator and is answered with a 500. */
export async function startHttpsServer(
  identity: ServerIdentity,
  port: number,
  handle: (request: IncomingMessage, body: string, response: ServerResponse) => Promise<void>,
): Promise<HttpsServer> {
  const server = createServer({ key: identity.key, cert: identity.cert }, (request, response) => {
    readBody(request)
      .then((body) => handle(request, body, response))
      .catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(
          `The simulator failed: ${error instanceof Error ? error.stack : String(error)}`,
        );
      });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
