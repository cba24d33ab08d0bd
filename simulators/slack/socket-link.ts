import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { ACK_MS, type Delivery, type Link, type Payload } from './deliveries.ts';

/** Socket Mode, from Slack's side: https://docs.slack.dev/apis/events-api/using-socket-mode */
export class SocketLink implements Link {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly connections = new Set<WebSocket>();
  private readonly waiting = new Map<string, (answer: unknown) => void>();
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
        this.onChanged();
      });
      connection.on('error', () => connection.terminate());
      this.connections.add(connection);
      connection.send(JSON.stringify({ type: 'hello', num_connections: this.connections.size }));
      this.onChanged();
    });
  }

  deliver(payload: Payload): Promise<Delivery> {
    const connection = [...this.connections].at(-1);
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
      const end = (outcome: 'acknowledged' | 'late', answer?: unknown) => {
        clearTimeout(deadline);
        this.waiting.delete(envelopeId);
        const isAcknowledged = outcome === 'acknowledged';
        const latencyMs = performance.now() - sentAt;
        resolve({ payload, outcome, isAcknowledged, latencyMs, answer });
      };
      const deadline = setTimeout(() => end('late'), ACK_MS);
      this.waiting.set(envelopeId, (answer) => end('acknowledged', answer));
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
    this.waiting.get(envelope_id)?.(payload);
  }
}
