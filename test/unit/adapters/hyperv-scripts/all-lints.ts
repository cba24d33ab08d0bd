import { commands, members, noDynamicCalls, noExit, signaturesOf } from './call-lints.ts';
import type { Finding, Lint } from './finding.ts';
import {
  advanced,
  help,
  moduleVariables,
  naming,
  strictFirst,
  variables,
} from './function-lints.ts';
import type { Script } from './powershell-parser.ts';
import { ascii, noMessages, syntax, windowsPowershell } from './text-lints.ts';

/** Runs every lint over scripts that belong together. */
export function lintScripts(scripts: readonly Script[]): readonly Finding[] {
  const own = signaturesOf(scripts);
  const ofModule = new Set(scripts.flatMap((script) => [...moduleVariables(script)]));
  const everywhere: readonly Lint[] = [syntax, ascii, windowsPowershell, noExit, noDynamicCalls];
  const inCode: readonly Lint[] = [
    commands(own),
    members,
    noMessages,
    naming,
    help,
    advanced,
    variables(ofModule),
    strictFirst,
  ];
  return scripts.flatMap((script) => {
    const lints = /\.psm?1$/.test(script.path) ? [...everywhere, ...inCode] : everywhere;
    return lints.flatMap((lint) => lint(script));
  });
}
