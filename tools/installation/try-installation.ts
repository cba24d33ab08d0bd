import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { compiled } from '../../simulators/rehearsal/program.ts';
import { rehearse } from '../../simulators/rehearsal/rehearse-scenario.ts';
import type { Scenario } from '../../simulators/rehearsal/scenario.ts';
import { SCENARIOS } from '../../simulators/rehearsal/scenarios.ts';
import type { Scene } from '../../simulators/rehearsal/scene.ts';
import { TRIALS } from './documented-commands.ts';
import { fetchNode, Installation, ROOT } from './installation.ts';

/** Tests that touch what differs from one Node to the next: the SQLite driver, HTTP, TLS, streams, processes, threads. */
const TESTS = [
  'test/contract',
  'test/unit/bot',
  'test/unit/storage',
  'test/unit/adapters',
  'test/integration/azure-wire-format',
  'test/integration/hyperv-operations',
  'test/integration/slack-replies',
  'test/integration/teams-acts',
];

/** It leaves the ledger that the commands are then tried on. */
const PLAYED: Scenario = SCENARIOS[0];

const counts = { passed: 0, failed: 0 };

function note(what: string, problem: string | undefined): void {
  counts[problem === undefined ? 'passed' : 'failed'] += 1;
  process.stdout.write(problem === undefined ? `  [ok] ${what}\n` : `  [NO] ${what}\n${problem}\n`);
}

/** Whether it ended with this code and said these words. */
function expectEnd(
  what: string,
  { status, stdout, stderr }: SpawnSyncReturns<string>,
  { code = 0, words = '' } = {},
): void {
  const isGood = status === code && `${stdout}${stderr}`.includes(words);
  note(what, isGood ? undefined : `exit code ${status}\n${stdout}${stderr}`);
}

/** An installation is made as docs/install.md says, and every command of the pages is tried in it. */
class Trial {
  private readonly installation = new Installation();

  install(node: string): void {
    process.stdout.write(`An installation in ${this.installation.folder}\n`);
    this.installation.copyProject();
    const unbuilt = this.shell(node, 'npm start');
    expectEnd('npm start, before it is built', unbuilt, { code: 2, words: 'npm run build' });
    this.installation.install(node);
  }

  async withNode(node: string, hasTests: boolean): Promise<void> {
    const { folder } = this.installation;
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    process.stdout.write(`Node ${version}\n`);
    const unset = this.shell(node, 'npm start', { FAILBACK_CONFIG: 'none.yaml' });
    expectEnd('npm start, without settings', unset, { code: 2, words: 'failback.example.yaml' });
    let scene: Scene | undefined;
    const scenario: Scenario = {
      ...PLAYED,
      arrange(set) {
        scene = set;
        PLAYED.arrange?.(set);
      },
    };
    const { isGood, summary } = await rehearse(scenario, new PassThrough().resume(), {
      program: compiled(folder, node),
    });
    note(`a rehearsal, ${summary}`, isGood ? undefined : 'see the rehearsal');
    if (scene !== undefined) this.tryCommands(node, scene);
    if (hasTests) {
      const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...TESTS];
      const options = { cwd: ROOT, encoding: 'utf8' as const };
      expectEnd(`vitest run ${TESTS.join(' ')}`, spawnSync(node, vitest, options));
    }
  }

  refuses(version: string): void {
    process.stdout.write(`Node ${version}, which is too old\n`);
    const refusal = { code: 2, words: 'or later, and this is Node' };
    for (const command of ['npm start', 'failback audit head'])
      expectEnd(command, this.shell(fetchNode(version), command), refusal);
  }

  remove(): void {
    this.installation.remove();
  }

  /** With the settings and the ledger of the scene that was played. */
  private tryCommands(node: string, { env, folder }: Scene): void {
    const copy = join(folder, 'copy.db');
    copyFileSync(join(folder, 'failback.db'), copy);
    const head = this.shell(node, 'failback audit head', env).stdout.trim();
    const exported = this.shell(node, 'failback audit export', env).stdout;
    const id = /"stream":"(FB-\w+)"/.exec(exported)?.[1] ?? '';
    const given = { ...env, HEAD: head, ID: id, COPY: copy };
    for (const commands of Object.values(TRIALS))
      for (const command of commands) expectEnd(command, this.shell(node, command, given));
  }

  private shell(node: string, command: string, env: Readonly<Record<string, string>> = {}) {
    return spawnSync('sh', ['-c', command], {
      cwd: this.installation.folder,
      env: { ...this.installation.environment(node), ...env },
      encoding: 'utf8',
    });
  }
}

interface Options {
  readonly tooOld: readonly string[];
  readonly tests?: boolean;
}

await new Command('npm run try:installation --')
  .description('Installs the bot as docs/install.md says, and tries each command of the pages.')
  .argument(
    '[versions...]',
    'the versions of Node to try it with; the one that runs this if left out',
  )
  .option('--too-old <versions...>', 'versions that have to be refused', [])
  .option('--tests', 'run a selection of the tests with each version, too')
  .action(async (versions: readonly string[], { tooOld, tests = false }: Options) => {
    const nodes = versions.length === 0 ? [process.execPath] : versions.map(fetchNode);
    const trial = new Trial();
    try {
      trial.install(nodes[0] ?? process.execPath);
      for (const node of nodes) await trial.withNode(node, tests);
      for (const version of tooOld) trial.refuses(version);
    } finally {
      trial.remove();
    }
  })
  .parseAsync();

process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
