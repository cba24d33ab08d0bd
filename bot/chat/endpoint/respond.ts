import type { ServerResponse } from 'node:http';

/** Answers a request, unless it has been answered. The body is sent as JSON. */
export function respond(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): void {
  if (response.headersSent) return;
  response.writeHead(status, headers);
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
