import { dirname, relative } from 'node:path';
import ts from 'typescript';

/**
 * Every place where words that may be a phrase are put into a string as if they were one: the compiler lets that pass, and
 * people would read "[object Object]". Looks at template literals, at `+` and at `join`.
 */
export function wordsInTemplates(): readonly string[] {
  const program = ts.createProgram(readConfig());
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const source of program.getSourceFiles()) {
    if (!/\/(bot|commands|adapters|storage)\//.test(source.fileName)) continue;
    if (source.fileName.includes('node_modules')) continue;
    const visit = (node: ts.Node): void => {
      for (const part of textsIn(node)) {
        if (!isPhrase(checker.getTypeAtLocation(part), checker)) continue;
        const { line } = source.getLineAndCharacterOfPosition(part.getStart());
        found.push(`${relative('.', source.fileName)}:${line + 1}: ${part.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function readConfig(): ts.CreateProgramOptions {
  const { config } = ts.readConfigFile('tsconfig.build.json', ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname('tsconfig.build.json'),
  );
  return { rootNames: fileNames, options: { ...options, noEmit: true } };
}

/** What a node turns into text. */
function textsIn(node: ts.Node): readonly ts.Expression[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return [node.left, node.right];
  if (!ts.isCallExpression(node)) return [];
  const { expression, arguments: given } = node;
  if (ts.isIdentifier(expression) && expression.text === 'String') return given;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'join'
    ? [expression.expression]
    : [];
}

/** The types of what is put into a language before anybody reads it. */
const WORDS = new Set([
  'Coded',
  'ListOfValues',
  'NamedStage',
  'NamedState',
  'Phrase',
  'ShortenedWords',
  'StatementList',
]);

/** Whether a value may be words, or a list with some. */
function isPhrase(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((one) => isPhrase(one, checker));
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const isString = (type.flags & ts.TypeFlags.StringLike) !== 0;
  if (element !== undefined && !isString) return isPhrase(element, checker);
  return !isString && WORDS.has(type.symbol?.name ?? '');
}
