import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseScript, type Script } from './powershell-parser.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** The module's folder, relative to the project. */
export const MODULE = 'adapters/hyperv/scripts';
/** The folder of the JEA endpoint, relative to the project. */
export const JEA = 'manifest/jea';

const POWERSHELL = /\.(ps1|psm1|psd1|psrc|pssc)$/;

/** Every file of PowerShell that is shipped. */
export const projectScripts: readonly Script[] = [MODULE, JEA].flatMap(scriptsIn);

/** The stand-ins that the module is tried with where there is a PowerShell. */
export const standIns: readonly Script[] = scriptsIn('test/support/powershell');

export function projectScript(path: string): Script {
  const found = projectScripts.find((script) => script.path === path);
  if (found === undefined) throw new Error(`there is no ${path}`);
  return found;
}

function scriptsIn(folder: string): readonly Script[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => POWERSHELL.test(path))
    .sort()
    .map((path) => parseScript(path, readFileSync(`${ROOT}${path}`, 'utf8')));
}
