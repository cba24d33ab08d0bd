import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { ShellConsole } from './shell-console.ts';
import type { ShellSettings, ShellStyle } from './shell-messages.ts';

/** Runs this process as a PowerShell of the simulated data centre, until its input ends. */
export async function runShell(settingsPath: string): Promise<void> {
  const settings: ShellSettings = JSON.parse(readFileSync(settingsPath, 'utf8'));
  const { pid, argv } = process;
  const agent = new Agent({ keepAlive: true });
  const tell = (path: string, body: object) => post(settings, agent, path, { pid, ...body });
  const style = (await tell('/greeting', {
    argv: argv.slice(2),
    environment: Object.keys(process.env),
  })) as ShellStyle;
  const console = new ShellConsole({
    style,
    write: (stream, text) => process[stream].write(text),
    exit: (code) => process.exit(code),
    report: async (report) => (await tell('/line', report)) as [],
  });
  for await (const line of createInterface({ input: process.stdin })) await console.take(line);
  agent.destroy();
  if (style.isStubborn) setInterval(() => undefined, 60_000);
}

function post(
  { url, token }: ShellSettings,
  agent: Agent,
  path: string,
  body: object,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const question = request(`${url}${path}`, {
      agent,
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    question.on('error', reject);
    question.on('response', async (answer) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      } catch (error) {
        reject(error);
      }
    });
    question.end(JSON.stringify(body));
  });
}
