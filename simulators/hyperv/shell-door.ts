import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  Act,
  ShellGreeting,
  ShellReport,
  ShellSettings,
  ShellStyle,
} from './shell-messages.ts';

export interface ShellDoor extends ShellSettings {
  close(): Promise<void>;
}

/** Lets the shells of this data centre in, on this machine alone, by a token that only their launcher knows. */
export async function openShellDoor(data: {
  greet(greeting: ShellGreeting): ShellStyle;
  hear(report: ShellReport): readonly Act[];
}): Promise<ShellDoor> {
  const token = randomBytes(32).toString('hex');
  const server = createServer(async (request, response) => {
    if (!isLetIn(request, token)) return void response.writeHead(401).end();
    try {
      const body = JSON.parse(await readBody(request));
      const answer = request.url === '/greeting' ? data.greet(body) : data.hear(body);
      response.end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(500).end(JSON.stringify(String(error)));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function isLetIn({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
