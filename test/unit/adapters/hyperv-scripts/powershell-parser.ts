import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** A file of PowerShell and its tree. */
export interface Script {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly source: string;
  readonly root: Node;
}

const require = createRequire(import.meta.url);
const grammar = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');

await Parser.init();
const language = await Language.load(grammar);

/** Parses without PowerShell. What the grammar does not understand is in the tree as an error. */
export function parseScript(path: string, source: string): Script {
  const parser = new Parser();
  parser.setLanguage(language);
  const tree = parser.parse(source);
  if (tree === null) throw new Error(`${path} could not be parsed`);
  return { path, source, root: tree.rootNode };
}

/** All nodes of the given types below a node, in the order of the text. */
export function nodesOf(node: Node, ...types: readonly string[]): readonly Node[] {
  return node.descendantsOfType([...types]);
}

/** The variable of a parameter's declaration; its attributes may name others. */
export function parameterName(declaration: Node): Node {
  const found = declaration.namedChildren.find(({ type }) => type === 'variable');
  if (found === undefined) throw new Error(`no parameter: ${declaration.text}`);
  return found;
}

/** The closest node of a type around a node. */
export function around(node: Node, type: string): Node | undefined {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.type === type) return above;
  }
  return undefined;
}
