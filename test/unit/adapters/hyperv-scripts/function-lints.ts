import type { Node } from 'web-tree-sitter';
import { type Finding, findingAt, type Lint } from './finding.ts';
import { nodesOf, parameterName, type Script } from './powershell-parser.ts';
import { VERBS } from './surface.ts';

const functionsOf = ({ root }: Script): readonly Node[] => nodesOf(root, 'function_statement');
const nameOf = (node: Node): string => node.namedChild(0)?.text ?? '';

/** One function in a file, named as the file, with an approved verb. */
export const naming: Lint = (script) => {
  const [, stem] = /([^/]+)\.ps1$/.exec(script.path) ?? [];
  if (stem === undefined)
    return functionsOf(script).map((node) => findingAt('naming', script, node));
  const found = functionsOf(script);
  const verb = stem.split('-')[0] ?? '';
  const isRight = found.length === 1 && found.map(nameOf).includes(stem) && VERBS.has(verb);
  return isRight ? [] : [findingAt('naming', script, found[0] ?? script.root)];
};

/** Help for everybody; for those who type an exported function also its parameters and an example. */
export const help: Lint = (script) =>
  functionsOf(script)
    .filter((node) => !hasHelp(node, script.path.includes('/public/')))
    .map((node) => findingAt('help', script, node));

function hasHelp(node: Node, isExported: boolean): boolean {
  const text = node.namedChildren.find(({ type }) => type === 'comment')?.text ?? '';
  if (!/\.SYNOPSIS\n\s+\S/.test(text)) return false;
  const parameters = nodesOf(node, 'script_parameter').map(parameterOf);
  const hasAll = parameters.every((name) => text.includes(`.PARAMETER ${name}\n`));
  return !isExported || (hasAll && /\.EXAMPLE\n\s+\S/.test(text));
}

const parameterOf = (node: Node): string => parameterName(node).text.slice(1);

/** Every function is an advanced one, and every parameter has a type. */
export const advanced: Lint = (script) =>
  functionsOf(script).flatMap((node) => {
    const block = nodesOf(node, 'param_block')[0];
    const untyped = nodesOf(node, 'script_parameter').filter(
      (parameter) => nodesOf(parameter, 'type_literal').length === 0,
    );
    const isAdvanced = block?.text.startsWith('[CmdletBinding(') ?? false;
    return [...(isAdvanced ? [] : [node]), ...untyped].map((wrong) =>
      findingAt('advanced', script, wrong),
    );
  });

/** Variables that PowerShell fills by itself. Some can not be written, the others would change under our hands. */
const AUTOMATIC = new Set(
  [
    'args consolefilename enabledexperimentalfeatures error event eventargs eventsubscriber executioncontext',
    'false foreach home host input iscoreclr islinux ismacos iswindows lastexitcode matches myinvocation',
    'nestedpromptlevel null pid profile psboundparameters pscmdlet pscommandpath psculture psdebugcontext',
    'psedition pshome psitem psscriptroot pssenderinfo psuiculture psversiontable pwd sender shellid stacktrace',
    'switch this true',
  ].flatMap((line) => line.split(' ')),
);

const READABLE = new Set(
  '_ true false null matches pscmdlet psversiontable executioncontext'.split(' '),
);

/** No function writes what PowerShell fills, or reads what it did not fill: strict mode would stop it at the host. */
export const variables =
  (ofModule: ReadonlySet<string>): Lint =>
  (script) =>
    functionsOf(script).flatMap((node) => variableFindings(script, node, ofModule));

function variableFindings(
  script: Script,
  node: Node,
  ofModule: ReadonlySet<string>,
): readonly Finding[] {
  const written = new Set(writtenIn(node).map(plainName));
  const isKnown = (name: string) =>
    name.startsWith('script:') ? ofModule.has(name) : written.has(name) || READABLE.has(name);
  return [
    ...writtenIn(node).filter((found) => AUTOMATIC.has(plainName(found)) && found.text !== '$null'),
    ...nodesOf(node, 'variable').filter((found) => !isKnown(plainName(found))),
  ].map((wrong) => findingAt('variable', script, wrong));
}

/** Parameters, targets of assignments, and variables of loops. */
function writtenIn(node: Node): readonly Node[] {
  const targets = nodesOf(node, 'left_assignment_expression').filter(
    (left) => nodesOf(left, 'member_access', 'element_access').length === 0,
  );
  return [
    ...nodesOf(node, 'script_parameter').map(parameterName),
    ...targets.flatMap((found) => nodesOf(found, 'variable').slice(0, 1)),
    ...nodesOf(node, 'foreach_statement').flatMap((found) =>
      found.namedChildren.filter(({ type }) => type === 'variable'),
    ),
  ];
}

/** PowerShell does not tell names apart by case. */
const plainName = ({ text }: Node): string => text.replace(/^[$@]\{?|\}$/g, '').toLowerCase();

/** The variables that the module's own file sets for its functions. */
export function moduleVariables(script: Script): ReadonlySet<string> {
  return new Set(
    nodesOf(script.root, 'left_assignment_expression')
      .map(({ text }) => text.slice(1).toLowerCase())
      .filter((name) => name.startsWith('script:')),
  );
}

/** Strict mode and stopping at errors come before any file is loaded. */
export const strictFirst: Lint = (script) => {
  if (!script.path.endsWith('.psm1')) return [];
  const [beforeLoading = ''] = script.source.split('. "$PSScriptRoot');
  const isStrict =
    beforeLoading.includes('\nMicrosoft.PowerShell.Core\\Set-StrictMode -Version Latest\n') &&
    beforeLoading.includes("\n$ErrorActionPreference = 'Stop'\n");
  return isStrict ? [] : [findingAt('strict', script, script.root)];
};
