import { batch, refused } from './ledger-events.ts';
import { openLedger } from './sqlite-place.ts';

// A process that holds a ledger: `node --import tsx ledger-process.ts <path> hold|write`.
// It says `ready` when it has the ledger; when writing, it says the sequence of every entry that was acknowledged.
const [path = '', task] = process.argv.slice(2);
const ledger = openLedger(path);
process.stdout.write('ready\n');

if (task === 'write') {
  for (;;) {
    const [entry] = await ledger.append(batch('FB-1', [refused('written until the end')]));
    process.stdout.write(`${entry?.sequence}\n`);
    // Lets the output leave the process.
    await new Promise(setImmediate);
  }
}
setInterval(() => undefined, 60_000);
