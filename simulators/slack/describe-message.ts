import { unescapeMarkup } from '../../adapters/slack/blocks/slack-escape.ts';
import type { Block, Content } from './workspace.ts';

interface Node {
  readonly type: string;
  readonly text?: string | { readonly text: string };
  readonly elements?: readonly Node[];
  readonly user_id?: string;
  readonly fallback?: string;
}

/** A message as a person would read it, with buttons in brackets. */
export function describeMessage(
  message: Content,
  nameOf: (userId: string) => string = (id) => id,
): string {
  if (message.blocks.length === 0) return unescapeMarkup(message.text);
  return message.blocks
    .map((block) => describeBlock(block, nameOf))
    .filter((text) => text !== '')
    .join('\n');
}

function describeBlock(block: Block, nameOf: (userId: string) => string): string {
  const node = block as unknown as Node;
  const children = (separator: string) =>
    (node.elements ?? []).map((child) => describeNode(child, nameOf)).join(separator);
  switch (block.type) {
    case 'header':
      return `== ${textOf(node)} ==`;
    case 'rich_text':
      return children('\n');
    case 'context':
      return `(${children(' ')})`;
    case 'actions':
      return children(' ');
    case 'divider':
      return '---';
    default:
      return `<${block.type}>`;
  }
}

function describeNode(node: Node, nameOf: (userId: string) => string): string {
  const inside = () => (node.elements ?? []).map((child) => describeNode(child, nameOf));
  switch (node.type) {
    case 'rich_text_section':
    case 'rich_text_preformatted':
      return inside().join('');
    case 'rich_text_list':
      return inside()
        .map((item) => `- ${item}`)
        .join('\n');
    case 'user':
      return `@${nameOf(node.user_id ?? '')}`;
    case 'date':
      return node.fallback ?? '';
    case 'button':
      return `[${textOf(node)}]`;
    case 'mrkdwn':
      return describeMarkup(textOf(node), nameOf);
    default:
      return textOf(node);
  }
}

/** Mentions by name, times by their fallback. */
function describeMarkup(text: string, nameOf: (userId: string) => string): string {
  const shown = text
    .replace(/<@([UW][A-Z0-9]+)>/g, (_match, id: string) => `@${nameOf(id)}`)
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1');
  return unescapeMarkup(shown);
}

function textOf(node: Node): string {
  return typeof node.text === 'object' ? node.text.text : (node.text ?? '');
}
