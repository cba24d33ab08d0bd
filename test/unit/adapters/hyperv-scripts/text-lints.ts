import type { Node } from 'web-tree-sitter';
import { type Finding, findingAt, type Lint } from './finding.ts';
import { around, nodesOf, type Script } from './powershell-parser.ts';

/** What the grammar does not understand, and three kinds of mistake that it passes over. */
export const syntax: Lint = (script) => [
  ...errorsIn(script),
  ...nodesOf(script.root, 'try_statement')
    .filter(({ namedChildren }) => !namedChildren.some(isHandler))
    .map((node) => findingAt('syntax', script, node)),
  ...nodesOf(script.root, 'left_assignment_expression')
    .filter(({ text }) => !/^[$[@]/.test(text))
    .map((node) => findingAt('syntax', script, node)),
  ...nodesOf(script.root, 'expandable_string_literal', 'expandable_here_string_literal')
    .filter(({ text }) => /\$\w+:(?!\w)/.test(text))
    .map((node) => findingAt('syntax', script, node)),
];

function errorsIn(script: Script): readonly Finding[] {
  const findings: Finding[] = [];
  const look = (node: Node): void => {
    if (node.isError || node.isMissing) findings.push(findingAt('syntax', script, node));
    for (const child of node.children) if (child.hasError || child.isMissing) look(child);
  };
  look(script.root);
  return findings;
}

const isHandler = ({ type }: Node): boolean =>
  type === 'catch_clauses' || type === 'finally_clause';

/** Windows PowerShell 5.1 reads a file without a byte order mark in the code page of the machine. */
export const ascii: Lint = ({ path, source }) =>
  source.split('\n').flatMap((text, index) => {
    if (/^[\x20-\x7e]*$/.test(text)) return [];
    return [{ rule: 'ascii', at: `${path}:${index + 1}`, text }];
  });

/** Only PowerShell 7 knows these; operators that it added do not parse here at all. */
export const windowsPowershell: Lint = (script) =>
  nodesOf(script.root, 'pipeline_chain_tail').map((node) => findingAt('5.1', script, node));

/** Messages are translated: they are passed on in an answer, and nothing is decided by them. */
export const noMessages: Lint = (script) =>
  nodesOf(script.root, 'member_name')
    .filter(({ text }) => /^(Message|StatusDescriptions?|PrimaryStatusDescription)$/i.test(text))
    .filter((node) => around(node, 'hash_entry') === undefined)
    .map((node) => findingAt('message', script, node));
