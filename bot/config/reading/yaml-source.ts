import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Problem } from '../problems/problem.ts';

/** The settings file, read but not yet judged. */
export interface YamlSource {
  readonly value: unknown;
  /** Where the file itself cannot be read as YAML. The value is then not to be used. */
  readonly problems: readonly Problem[];
  /** Line of a place in the file; of what surrounds it, where the place is missing. */
  lineOf(path: readonly PropertyKey[]): number;
}

export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const problems = document.errors.map((error) => ({
    name: '',
    line: lineAt(error.pos[0]),
    text: `this is not YAML: ${error.message}. Look at the indentation and the quotes of this line and the one above`,
  }));
  const follow = (node: unknown) => (isAlias(node) ? node.resolve(document) : node);
  return {
    value: problems.length === 0 ? (document.toJS() ?? {}) : undefined,
    problems,
    lineOf: (path) => lineAt(offsetOf(document.contents, path, follow)),
  };
}

function offsetOf(
  root: Node | null,
  path: readonly PropertyKey[],
  follow: (node: unknown) => unknown,
): number {
  let node: unknown = root;
  let offset = 0;
  for (const step of path) {
    const child = childOf(follow(node), step);
    if (child === undefined) break;
    node = child.node;
    offset = child.offset;
  }
  return offset;
}

interface Child {
  readonly node: unknown;
  readonly offset: number;
}

function childOf(node: unknown, step: PropertyKey): Child | undefined {
  if (isSeq(node)) {
    const entry = node.items[Number(step)];
    return isNode(entry) ? { node: entry, offset: entry.range?.[0] ?? 0 } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair !== undefined && isScalar(pair.key)
    ? { node: pair.value, offset: pair.key.range?.[0] ?? 0 }
    : undefined;
}
