import type { Node } from 'web-tree-sitter';
import { type Finding, findingAt, type Lint } from './finding.ts';
import { nodesOf, parameterName, type Script } from './powershell-parser.ts';
import { COMMANDS, METHODS, TYPES } from './surface.ts';

/** Own functions by name, with what calls have to give. */
export type Signatures = ReadonlyMap<string, Signature>;

interface Signature {
  readonly parameters: ReadonlySet<string>;
  /** Needed in every call. */
  readonly needed: readonly string[];
}

export function signaturesOf(scripts: readonly Script[]): Signatures {
  return new Map(
    scripts
      .flatMap(({ root }) => nodesOf(root, 'function_statement'))
      .map((node) => [node.namedChild(0)?.text ?? '', signatureOf(node)]),
  );
}

function signatureOf(declared: Node): Signature {
  const parameters = nodesOf(declared, 'script_parameter');
  const nameOf = (node: Node) => parameterName(node).text.slice(1);
  const isNeeded = ({ text }: Node) =>
    /\bMandatory\b/.test(text) && !/\bParameterSetName\b/.test(text);
  return {
    parameters: new Set(parameters.map(nameOf)),
    needed: parameters.filter(isNeeded).map(nameOf),
  };
}

/** Nothing but own functions and the commands of the surface, by their full names, with known parameters. */
export const commands =
  (own: Signatures): Lint =>
  (script) =>
    nodesOf(script.root, 'command').flatMap((node) => {
      const name = node.childForFieldName('command_name')?.text ?? '';
      if (node.namedChild(0)?.type === 'command_invokation_operator') return [];
      const known = COMMANDS[name];
      const signature = own.get(name);
      if (known === undefined && signature === undefined) {
        return [findingAt('command', script, node)];
      }
      return parameterFindings(
        script,
        node,
        signature ?? { parameters: new Set(known), needed: [] },
      );
    });

function parameterFindings(script: Script, call: Node, signature: Signature): readonly Finding[] {
  const elements = call.childForFieldName('command_elements')?.namedChildren ?? [];
  const given = elements
    .filter(({ type }) => type === 'command_parameter')
    .map(({ text }) => text.slice(1));
  const isSplatted = elements.some(({ text }) => /^@\w+$/.test(text));
  const isRight =
    given.every((name) => signature.parameters.has(name)) &&
    (isSplatted || signature.needed.every((name) => given.includes(name)));
  return isRight ? [] : [findingAt('parameter', script, call)];
}

const OWN_FILE = /^"\$PSScriptRoot\/(private(\/[a-z]+)?|public)\/[A-Za-z]+-[A-Za-z]+\.ps1"$/;

/** No command comes out of a variable or a text. The module itself loads its own files, spelled out. */
export const noDynamicCalls: Lint = (script) => [
  ...nodesOf(script.root, 'command')
    .filter((node) => node.namedChild(0)?.type === 'command_invokation_operator')
    .filter((node) => !isLoad(script, node))
    .map((node) => findingAt('dynamic', script, node)),
  ...nodesOf(script.root, 'script_block_expression').map((node) =>
    findingAt('dynamic', script, node),
  ),
];

function isLoad(script: Script, node: Node): boolean {
  const [operator, file] = node.namedChildren;
  return script.path.endsWith('.psm1') && operator?.text === '.' && OWN_FILE.test(file?.text ?? '');
}

/** Only methods and types of the surface, and no member whose name is computed. */
export const members: Lint = (script) => [
  ...nodesOf(script.root, 'invokation_expression')
    .filter((node) => !METHODS.has(memberOf(node)))
    .map((node) => findingAt('method', script, node)),
  ...nodesOf(script.root, 'member_name')
    .filter((node) => node.namedChild(0)?.type !== 'simple_name')
    .map((node) => findingAt('method', script, node)),
  ...nodesOf(script.root, 'type_literal')
    .filter((node) => !isDeclaration(node) && !TYPES.has(node.text.slice(1, -1)))
    .map((node) => findingAt('type', script, node)),
];

const memberOf = (node: Node): string =>
  node.namedChildren.find(({ type }) => type === 'member_name')?.text ?? '';

/** The type of a parameter or of what a function returns makes nothing. */
const isDeclaration = (node: Node): boolean => {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.type === 'attribute_list') return true;
    if (above.type === 'statement_list') return false;
  }
  return false;
};

/** A session must go on living after an operation, and nobody is there to be asked. */
export const noExit: Lint = (script) =>
  nodesOf(script.root, 'flow_control_statement')
    .filter(({ text }) => /^exit\b/i.test(text))
    .map((node) => findingAt('exit', script, node));
