import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openForPlayground, PLAYGROUND_PORTS } from '../../simulators/rehearsal/playground.ts';
import { freePort } from '../../simulators/rehearsal/teams-scene.ts';

const LIMIT_MS = 40_000;
const WAIT = { timeout: 20_000, interval: 20 };

/** What the bot has sent to the playground's connector. */
let sent: { readonly path: string; readonly text: string }[];
let connector: Server;
let ports: typeof PLAYGROUND_PORTS;
let printed: string;
let close: () => Promise<void>;

beforeEach(async () => {
  sent = [];
  connector = createServer(async (request, response) => {
    const { url = '', method } = request;
    const body = method === 'GET' ? memberAt(url) : { id: '1' };
    sent.push({ path: url, text: method === 'GET' ? '' : JSON.stringify(await json(request)) });
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => connector.listen(0, 'localhost', resolve));
  const { port } = connector.address() as AddressInfo;
  ports = { bot: await freePort(), playground: port };

  const out = new PassThrough();
  printed = '';
  out.on('data', (chunk) => {
    printed += String(chunk);
  });
  const person = new EventEmitter();
  const opened = openForPlayground(out, ports, once(person, 'leaves'));
  close = async () => {
    person.emit('leaves');
    await opened;
  };
  await vi.waitFor(() => expect(printed).toContain('agentsplayground start'), WAIT);
}, LIMIT_MS);

afterEach(async () => {
  await close();
  await new Promise((resolve) => connector.close(resolve));
});

interface Person {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

/** What the playground reads of the file in the folder that the hint names. */
interface PlaygroundFile {
  readonly tenantId: string;
  readonly bot: { readonly id: string };
  readonly currentUser: Person;
  readonly users: readonly Person[];
  readonly personalChat: { readonly id: string };
}

function playgroundFile(): PlaygroundFile {
  const folder = /^ {2}cd (.+)$/m.exec(printed)?.[1] ?? '';
  return parse(readFileSync(join(folder, '.m365agentsplayground.yml'), 'utf8'));
}

/** Whom the bot asks about. */
function memberAt(url: string) {
  const { currentUser, users, tenantId } = playgroundFile();
  const id = decodeURIComponent(url).split('/').at(-1);
  const member = [currentUser, ...users].find((one) => one.id === id);
  return member && { ...member, tenantId, userRole: 'user' };
}

/** As the playground sends what somebody types in their personal chat. */
async function types(who: Person, text: string): Promise<number> {
  const { bot, personalChat, tenantId } = playgroundFile();
  const response = await fetch(`http://127.0.0.1:${ports.bot}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: text,
      channelId: 'msteams',
      serviceUrl: `http://localhost:${ports.playground}/_connector`,
      from: { id: who.id, aadObjectId: who.aadObjectId },
      recipient: { id: bot.id },
      conversation: { id: personalChat.id, conversationType: 'personal', tenantId },
      text,
    }),
  });
  return response.status;
}

const says = (words: string) =>
  vi.waitFor(() => expect(sent.map(({ text }) => text).join('\n')).toContain(words), WAIT);

describe('npm run rehearse -- --playground', () => {
  it(
    'answers whom the playground knows, through its connector, and knows who it is',
    async () => {
      const { currentUser, users } = playgroundFile();
      const stranger = users.find(({ name }) => name === 'Kim Newcomer') ?? currentUser;

      expect(await types(currentUser, 'list')).toBeLessThan(300);
      await says('web-01');
      await types(stranger, 'start web-01');
      await says('Failback does not know you yet');

      expect(currentUser.name).toBe('Mina Example');
      expect(sent.map(({ path }) => path)).toContainEqual(
        expect.stringMatching(/^\/_connector\/v3\/conversations\/a(:|%3A)personal\/activities/i),
      );
    },
    LIMIT_MS,
  );

  it('prints how to start the playground, and the guide says the same', () => {
    const guide = readFileSync('docs/install-teams.md', 'utf8');
    const command = /npx .*\n.*--dt/.exec(printed)?.[0] ?? '';
    const inGuide = command
      .replace(String(ports.bot), String(PLAYGROUND_PORTS.bot))
      .replace(String(ports.playground), String(PLAYGROUND_PORTS.playground))
      .replace(/\n\s*/, '\n  ');

    expect(command).toContain(`127.0.0.1:${ports.bot}/api/messages`);
    expect(guide).toContain(inGuide);
    expect(guide).toContain(`http://localhost:${PLAYGROUND_PORTS.playground}/_connector`);
  });
});
