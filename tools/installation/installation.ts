import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STEPS } from './documented-commands.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What npm and the commands of the pages need of a machine. No compiler, no Python: nothing is compiled. */
const PROGRAMS = ['sh', 'npm', 'ln', 'test'];

/** Where the programs of this machine are, without those that npm adds for the scripts of this project. */
const FOLDERS = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules') && !folder.includes('node-gyp'));

/** The Node of a version, from npm; kept in the folder for temporary files. */
export function fetchNode(version: string): string {
  const name = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
  const folder = join(tmpdir(), 'failback-nodes', version);
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', '--prefix', folder, ...options, `${name}@${version}`], {
    env: { ...process.env, PATH: [dirname(process.execPath), ...FOLDERS].join(delimiter) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return node;
}

/** How npm reaches its registry from here; not where it works, which is another folder there. */
function npmSettings() {
  const isMeant = /^(npm_config_(?!.*prefix).*|https?_proxy|no_proxy|home)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => isMeant.test(name)));
}

function findProgram(name: string): string {
  const found = FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is not on the path`);
  return found;
}

/** A copy of this project in a folder of its own, installed step by step as docs/install.md says. */
export class Installation {
  readonly folder = mkdtempSync(join(tmpdir(), 'failback-installation-'));
  /** In place of /usr/local/bin, and for what the commands write. */
  readonly bin = join(this.folder, 'bin-of-the-machine');

  /** Only what is in the repository, or would be: nothing that was installed or built here. */
  copyProject(): void {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const files = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0');
    for (const file of files.filter((name) => name !== '' && existsSync(join(ROOT, name))))
      cpSync(join(ROOT, file), join(this.folder, file));
    mkdirSync(this.bin);
    for (const name of PROGRAMS) symlinkSync(findProgram(name), join(this.bin, name));
  }

  /** The environment of a shell on the machine, whose `node` is this one. */
  environment(node: string): NodeJS.ProcessEnv {
    const path = [this.bin, dirname(node)].join(delimiter);
    return { ...npmSettings(), PATH: path, INSTALLATION: this.folder, BIN: this.bin };
  }

  /** Throws when a step fails. */
  install(node: string): void {
    for (const command of Object.values(STEPS)) {
      execFileSync('sh', ['-c', command], {
        cwd: this.folder,
        env: this.environment(node),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    }
  }

  remove(): void {
    rmSync(this.folder + sep, { recursive: true, force: true });
  }
}
