import type { Node } from 'web-tree-sitter';
import type { Script } from './powershell-parser.ts';

/** Something in a script that must not be there. */
export interface Finding {
  readonly rule: string;
  /** `path:line`. */
  readonly at: string;
  readonly text: string;
}

export type Lint = (script: Script) => readonly Finding[];

export function findingAt(rule: string, script: Script, node: Node): Finding {
  const at = `${script.path}:${node.startPosition.row + 1}`;
  return { rule, at, text: node.text.split('\n')[0] ?? '' };
}
