// The process of a simulated PowerShell. It understands nothing: what it reads goes to the simulator, and it says and does
// what the simulator tells it. Plain JavaScript with two modules, because a shell is started in each play and the start of
// a process is most of what it costs.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/** Runs this process until the simulator has closed the connection. */
export function relay(settingsPath) {
  const { port, token } = JSON.parse(readFileSync(settingsPath, 'utf8'));
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const tell = (report) => socket.write(`${JSON.stringify(report)}\n`);
  const environment = Object.keys(process.env);
  tell({ token, pid: process.pid, argv: process.argv.slice(2), environment });
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (input) => tell({ input }));
  process.stdin.on('end', () => tell({ isOver: true }));
  socket.setEncoding('utf8');
  let rest = '';
  socket.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) obey(JSON.parse(line), () => tell({ isSaid: true }));
  });
  socket.on('error', () => process.exit(1));
}

function obey({ stream, text, exit, stays }, done) {
  if (stream !== undefined) process[stream].write(text, done);
  if (exit !== undefined) process.exit(exit);
  if (stays) setInterval(() => undefined, 60_000);
}
