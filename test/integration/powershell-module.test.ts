import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OPERATIONS } from '../../adapters/hyperv/operations.ts';

/**
 * The module itself, run by a real PowerShell against stand-ins for Hyper-V, WMI and the registry. Needs one on the PATH.
 */

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const MODULE = pathOf('../../adapters/hyperv/scripts/Failback.psd1');
const ASK = pathOf('../support/powershell/ask.ps1');

const executable = ['pwsh', 'powershell'].find(
  (name) => spawnSync(name, ['-NoProfile', '-Command', '1']).status === 0,
);

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ id: z.string(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    id: z.string(),
    ok: z.literal(false),
    error: z.object({
      kind: z.string(),
      id: z.string(),
      category: z.string(),
      type: z.string(),
      hresult: z.number().int(),
      message: z.string(),
    }),
  }),
]);
type Answer = z.infer<typeof answerSchema>;
type Question = readonly [operation: string, args: object];

/** One shell for all questions, so that what one of them changes is there for the next. */
function ask(questions: readonly Question[], environment: object = {}): readonly Answer[] {
  const requests = questions.map(([operation, args]) => ({
    id: randomUUID(),
    operation,
    target: { computer: '', endpoint: '' },
    arguments: args,
  }));
  const lines = requests.map((one) => Buffer.from(JSON.stringify(one)).toString('base64'));
  const shell = spawnSync(
    executable ?? '',
    ['-NoProfile', '-NonInteractive', '-File', ASK, '-Module', MODULE, '-Request', lines.join(',')],
    { encoding: 'utf8', env: { ...process.env, TERM: 'dumb', NO_COLOR: '1', ...environment } },
  );
  expect(shell.stderr).toBe('');
  return requests.map(({ id }) => answerTo(id, shell.stdout));
}

function answerTo(id: string, output: string): Answer {
  const found = [...output.matchAll(/<<FB:([\w-]+):([\w+/=]+):FB>>/g)].filter(
    (one) => one[1] === id,
  );
  expect(found).toHaveLength(1);
  const json = Buffer.from(found[0]?.[2] ?? '', 'base64').toString('utf8');
  const answer = answerSchema.parse(JSON.parse(json, (_, value) => value ?? undefined));
  expect(answer.id).toBe(id);
  return answer;
}

function valueIn<V extends z.ZodType>(schema: V, answer: Answer | undefined): z.output<V> {
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return schema.parse(answer.value);
}

const kindOf = (answer: Answer | undefined): string | undefined =>
  answer?.ok ? 'ok' : answer?.error.kind;

const where = executable ?? 'skipped: neither pwsh nor powershell is on the PATH';

describe.skipIf(executable === undefined)(`the module in a real PowerShell (${where})`, () => {
  const WEB = '11111111-1111-4111-8111-111111111111';
  let server: Server;
  let port = 0;

  beforeAll(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => {
    server.close();
  });

  it('shakes hands', () => {
    const [answer] = ask([['handshake', {}]]);

    expect(valueIn(OPERATIONS.handshake.value, answer)).toMatchObject({
      protocol: 1,
      languageMode: 'FullLanguage',
    });
  });

  it('reads a VM by id and by name, with lists of one kept lists', () => {
    const [byId, byName] = ask([
      ['readVm', { id: WEB, name: 'renamed' }],
      ['readVm', { name: 'web-01' }],
    ]);

    expect(byId).toMatchObject({ ok: true });
    expect(valueIn(OPERATIONS.readVm.value, byName)).toEqual({
      id: WEB,
      name: 'web-01',
      state: 'Running',
      checkpoints: 0,
      startAction: 'StartIfRunning',
      replication: { state: 'Replicating', health: 'Normal' },
      disks: [
        {
          path: 'D:\\VMs\\system.vhdx',
          sizeMb: 131_072,
          fileSizeMb: 5_120,
          volumeFreeMb: 524_288,
          isDifferencing: false,
        },
        { path: 'C:\\ClusterStorage\\Volume9\\lost.vhdx' },
      ],
      switches: ['Production'],
      addresses: ['192.0.2.10'],
      heartbeat: 'ok',
      silentServices: ['shutdown'],
      uptimeSeconds: 61,
    });
  });

  it('takes a name to the letter, and tells absent from ambiguous', () => {
    const answers = ask([
      ['readVm', { name: 'we[b]*' }],
      ['readVm', { name: 'web*' }],
      ['readVm', { name: 'web\u00ad-01' }],
      ['readVm', { name: 'twin' }],
      ['readVm', { name: "'; Stop-VM * #$(1)`n" }],
    ]);

    expect(answers.map(kindOf)).toEqual(['ok', 'absent', 'absent', 'failed', 'absent']);
    expect(answers[3]).toMatchObject({
      error: { id: expect.stringMatching(/^FailbackVmAmbiguous/) },
    });
  });

  it.each([
    ['denied', 'forbidden'],
    ['unauthorized', 'forbidden'],
    ['transport', 'unreachable'],
    ['other', 'failed'],
  ])('an empty list of a host that is %s is not "absent" but %s', (problem, kind) => {
    const questions: readonly Question[] = [['readVm', { name: 'web-01' }]];

    expect(ask(questions, { FAILBACK_STANDIN_PROBLEM: problem }).map(kindOf)).toEqual([kind]);
  });

  it('sets what a VM does when the host starts, and reads it again', () => {
    const [set, read] = ask([
      ['setStartAction', { id: WEB, action: 'Nothing' }],
      ['readVm', { id: WEB, name: 'web-01' }],
    ]);

    expect(valueIn(OPERATIONS.setStartAction.value, set).startAction).toBe('Nothing');
    expect(valueIn(OPERATIONS.readVm.value, read).startAction).toBe('Nothing');
  });

  it('makes a private switch once, whatever the case of its name', () => {
    const answers = ask([
      ['createSwitch', { name: 'Lab' }],
      ['createSwitch', { name: 'LAB' }],
      ['createSwitch', { name: 'production' }],
    ]);
    const switches = answers.map(
      (answer) => valueIn(OPERATIONS.createSwitch.value, answer).switches,
    );

    expect(switches).toEqual(Array.from({ length: 3 }, () => ['Production', 'Lab']));
  });

  it('sets the download threads and takes them away again', () => {
    const answers = ask([
      ['readDownload', {}],
      ['setDownloadThreads', { threads: 16 }],
      ['setDownloadThreads', { threads: null }],
      ['setDownloadThreads', { threads: 33 }],
    ]);
    const threads = answers
      .slice(0, 3)
      .map((answer) => valueIn(OPERATIONS.readDownload.value, answer).threads);

    expect(threads).toEqual([undefined, 16, undefined]);
    expect(kindOf(answers[3])).toBe('failed');
  });

  it('tries ports', () => {
    const [open, closed] = ask([
      ['checkPorts', { address: '127.0.0.1', ports: [port] }],
      ['checkPorts', { address: '127.0.0.1', ports: [1] }],
    ]);

    expect(valueIn(OPERATIONS.checkPorts.value, open)).toEqual([{ port, isOpen: true }]);
    expect(valueIn(OPERATIONS.checkPorts.value, closed)).toEqual([{ port: 1, isOpen: false }]);
  });

  it('reads the health of a host', () => {
    const [answer] = ask([['probe', { kind: 'hyperV', outboundHosts: [] }]]);

    expect(valueIn(OPERATIONS.probe.value, answer)).toEqual({
      kind: 'hyperV',
      windows: 'Windows Server 2022 Standard, 10.0.20348',
      isHypervInstalled: true,
      services: [
        { name: 'vmms', state: 'running', isExpected: true },
        { name: 'obengine', state: 'running', isExpected: true },
        { name: 'dra', state: 'running', isExpected: true },
        { name: 'SCVMMService', state: 'missing', isExpected: false },
      ],
      outbound: [],
      volumes: [
        { path: 'C:\\', freeMb: 10_240, sizeMb: 102_400 },
        { path: 'D:\\', freeMb: 524_288, sizeMb: 1_048_576 },
      ],
      switches: ['Production'],
    });
  });

  it('refuses what is not on the list, and goes on', () => {
    const [refused, next] = ask([
      ['startVm', { id: WEB }],
      ['handshake', {}],
    ]);

    expect(refused).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(kindOf(next)).toBe('ok');
  });
});
