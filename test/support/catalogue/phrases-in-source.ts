import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Where sentences for people are written. */
const FOLDERS = ['bot', 'commands', 'adapters', 'storage'];

export interface SourcePhrases {
  /** Every sentence that is written as `phrase('…')`, once. */
  readonly sentences: ReadonlySet<string>;
  /** Calls of `phrase` whose sentence is not written there, so that nobody can see that it is translated. */
  readonly unreadable: readonly string[];
}

/** Reads the sources of the product as the compiler does. */
export function phrasesInSource(): SourcePhrases {
  const sentences = new Set<string>();
  const unreadable: string[] = [];
  for (const file of FOLDERS.flatMap(filesIn)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (isPhraseCall(node)) {
        const [sentence] = node.arguments;
        if (sentence && ts.isStringLiteralLike(sentence)) sentences.add(sentence.text);
        else unreadable.push(`${file}: ${node.getText(source)}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { sentences, unreadable };
}

/** Whether a sentence has words of its own; one of holes alone reads the same everywhere. */
export const hasWords = (sentence: string): boolean =>
  /\p{L}/u.test(sentence.replaceAll(/\{\w+\}/g, ''));

const isPhraseCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'phrase';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
