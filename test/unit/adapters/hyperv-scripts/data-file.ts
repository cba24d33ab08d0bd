import type { Node } from 'web-tree-sitter';
import { nodesOf, type Script } from './powershell-parser.ts';

/** A PowerShell data file (.psd1, .psrc, .pssc): keys of its one hashtable, with the texts of each value. */
export interface DataFile {
  readonly keys: readonly string[];
  /** The text of a value as it is written. */
  source(key: string): string;
  /** All texts in quotes in a value, without the quotes. */
  texts(key: string): readonly string[];
}

export function readDataFile(script: Script): DataFile {
  const [table] = nodesOf(script.root, 'hash_literal_expression');
  if (table === undefined) throw new Error(`${script.path} holds no hashtable`);
  const entries = new Map(entriesOf(table));
  return {
    keys: [...entries.keys()],
    source: (key) => entries.get(key)?.text ?? '',
    texts: (key) => textsIn(entries.get(key)),
  };
}

function entriesOf(table: Node): readonly (readonly [string, Node])[] {
  const entries = table.namedChildren.flatMap((body) =>
    body.namedChildren.filter(({ type }) => type === 'hash_entry'),
  );
  return entries.flatMap((entry) => {
    const [key, value] = entry.namedChildren;
    return key && value ? [[key.text.replaceAll("'", ''), value] as const] : [];
  });
}

function textsIn(value: Node | undefined): readonly string[] {
  if (value === undefined) return [];
  return nodesOf(value, 'verbatim_string_characters').map(({ text }) => text.slice(1, -1));
}
