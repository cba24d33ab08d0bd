import { type NameOf, readMarkdown } from './read-markdown.ts';
import type { Content } from './tenant.ts';
import { type CardNode, cardOf, isObject, type Json } from './wire.ts';

/** A message as a person would read it, with buttons in brackets and fields in angle brackets. */
export function describeActivity(activity: Content): string {
  const card = cardOf(activity);
  const { text = '', entities } = activity;
  const words = readMarkdown(text, mentionedIn(entities)).trim();
  const parts = [words, card === undefined ? '' : describeCard(card)];
  return parts.filter((part) => part !== '').join('\n');
}

/** An Adaptive Card as a person would read it. */
export function describeCard(card: CardNode): string {
  const { entities } = (card['msteams'] ?? {}) as { entities?: readonly Json[] };
  const nameOf = mentionedIn(entities);
  return lines(describeAll(card['body'], nameOf), describeActions(card['actions']));
}

/** Only who is named beside the text is mentioned in it; all else that looks like a mention is just text. */
function mentionedIn(entities: readonly Json[] = []): NameOf {
  return (written) => {
    const entity = entities.find(
      ({ type, text }) => type === 'mention' && text === `<at>${written}</at>`,
    );
    return entity && written;
  };
}

function describeAll(nodes: unknown, nameOf: NameOf, separator = '\n'): string {
  if (!Array.isArray(nodes)) return '';
  const texts = nodes.map((node) => describeNode(node as CardNode, nameOf));
  return texts.filter((text) => text !== '').join(separator);
}

function describeNode(node: CardNode | string, nameOf: NameOf): string {
  if (typeof node === 'string') return node;
  if (node['isVisible'] === false) return '';
  if (node.type.startsWith('Input.')) return `<${node['label'] ?? node['id']}${choicesOf(node)}>`;
  const rule = node['separator'] === true ? '---\n' : '';
  return `${rule}${describeElement(node, nameOf)}`;
}

function describeElement(node: CardNode, nameOf: NameOf): string {
  switch (node.type) {
    case 'TextBlock':
      return describeText(node, nameOf);
    case 'TextRun':
      return String(node['text']);
    case 'RichTextBlock':
      return describeAll(node['inlines'], nameOf, '');
    case 'FactSet':
      return describeFacts(node, nameOf);
    case 'ColumnSet':
      return describeAll(node['columns'], nameOf, '  ');
    case 'Container':
    case 'Column':
    case 'TableCell':
      return describeAll(node['items'], nameOf);
    case 'Table':
      return describeAll(node['rows'], nameOf);
    case 'TableRow':
      return describeAll(node['cells'], nameOf, ' | ');
    case 'ActionSet':
      return describeActions(node['actions']);
    default:
      return `<${node.type}>`;
  }
}

function describeText({ text, style, isSubtle }: CardNode, nameOf: NameOf): string {
  const words = readMarkdown(String(text), nameOf);
  if (style === 'heading') return `== ${words} ==`;
  return isSubtle === true ? `(${words})` : words;
}

/** Names of facts are never read as markup; their values are. */
function describeFacts({ facts }: CardNode, nameOf: NameOf): string {
  if (!Array.isArray(facts)) return '';
  const all = facts.filter(isObject);
  return all
    .map(({ title, value }) => `${title}: ${readMarkdown(String(value), nameOf)}`)
    .join('\n');
}

function describeActions(actions: unknown): string {
  if (!Array.isArray(actions)) return '';
  return actions
    .filter(isObject)
    .map(({ title }) => `[${title}]`)
    .join(' ');
}

function choicesOf({ choices }: CardNode): string {
  if (!Array.isArray(choices)) return '';
  return `: ${choices
    .filter(isObject)
    .map(({ title }) => title)
    .join(' / ')}`;
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
