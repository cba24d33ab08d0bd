import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { ACK_MS, type Delivery, type Link, type Payload } from './deliveries.ts';

type Outcome = 'acknowledged' | 'late' | 'unreachable';

/** An envelope that is out and not yet acknowledged. */
interface Waiting {
  readonly connection: WebSocket;
  end(outcome: Outcome, answer?: unknown): void;
}

/** Socket Mode, from Slack's side: https://docs.slack.dev/apis/events-api/using-socket-mode */
export class SocketLink implements Link {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly connections = new Set<WebSocket>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly onChanged: () => void;

  constructor(onChanged: () => void) {
    this.onChanged = onChanged;
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.server.handleUpgrade(request, socket, head, (connection) => {
      connection.on('message', (data) => this.takeAnswer(String(data)));
      connection.on('close', () => {
        this.connections.delete(connection);
        this.giveUp(connection);
        this.onChanged();
      });
      connection.on('error', () => connection.terminate());
      this.connections.add(connection);
      connection.send(JSON.stringify({ type: 'hello', num_connections: this.connections.size }));
      this.onChanged();
    });
  }

  deliver(payload: Payload): Promise<Delivery> {
    const open = [...this.connections].filter((one) => one.readyState === one.OPEN);
    const connection = open.at(-1);
    const base = { payload, isAcknowledged: false, latencyMs: 0 };
    if (connection === undefined) return Promise.resolve({ ...base, outcome: 'unreachable' });
    return this.send(connection, payload);
  }

  /** Sends a frame as it is, for what a bot should survive. */
  sendFrame(frame: string): void {
    for (const connection of this.connections) connection.send(frame);
  }

  /** Asks the bot to connect again, as Slack does every few hours. */
  recycle(): void {
    this.sendFrame(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  }

  closeAll(): void {
    for (const connection of this.connections) connection.terminate();
  }

  private send(connection: WebSocket, payload: Payload): Promise<Delivery> {
    const envelopeId = randomUUID();
    const sentAt = performance.now();
    return new Promise((resolve) => {
      const end = (outcome: Outcome, answer?: unknown) => {
        clearTimeout(deadline);
        this.waiting.delete(envelopeId);
        const isAcknowledged = outcome === 'acknowledged';
        const latencyMs = performance.now() - sentAt;
        resolve({ payload, outcome, isAcknowledged, latencyMs, answer });
      };
      const deadline = setTimeout(() => end('late'), ACK_MS);
      this.waiting.set(envelopeId, { connection, end });
      connection.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type: payload.kind,
          payload: payload.body,
          accepts_response_payload: true,
        }),
      );
    });
  }

  private takeAnswer(frame: string): void {
    const { envelope_id, payload } = JSON.parse(frame) as { envelope_id: string; payload: unknown };
    this.waiting.get(envelope_id)?.end('acknowledged', payload);
  }

  /** Nobody will acknowledge what was sent over a connection that has ended. */
  private giveUp(connection: WebSocket): void {
    const lost = [...this.waiting.values()].filter((waiting) => waiting.connection === connection);
    for (const waiting of lost) waiting.end('unreachable');
  }
}
