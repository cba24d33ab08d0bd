import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { completeLines } from './complete-lines.ts';
import { type DataCentre, ShellConnection } from './shell-connection.ts';
import type { ShellSettings } from './shell-messages.ts';

export interface ShellDoor extends ShellSettings {
  close(): Promise<void>;
}

/** Lets the shells of this data centre in, on this machine alone, by a token that only their launcher knows. */
export async function openShellDoor(data: DataCentre): Promise<ShellDoor> {
  const token = randomBytes(32).toString('hex');
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    const shell = new ShellConnection(socket, token, data);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A shell may be killed at any time.
    socket.on('error', () => undefined);
    socket.setEncoding('utf8');
    socket.on(
      'data',
      completeLines((line) => shell.hear(JSON.parse(line))),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    token,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
