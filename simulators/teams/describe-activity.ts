import { type NameOf, readMarkdown } from './cards/read-markdown.ts';
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

/** An Adaptive Card as a person would read it: one space looks like another, and what has no width is not seen. */
export function describeCard(card: CardNode): string {
  const { entities } = (card['msteams'] ?? {}) as { entities?: readonly Json[] };
  const nameOf = mentionedIn(entities);
  const shown = lines(describeAll(card['body'], nameOf), describeActions(card['actions']));
  return shown.replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
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

function describeNode(node: CardNode, nameOf: NameOf): string {
  if (node['isVisible'] === false) return '';
  if (node.type.startsWith('Input.')) return `<${node['label'] ?? node['id']}${choicesOf(node)}>`;
  const rule = node['separator'] === true ? '---\n' : '';
  return `${rule}${describeElement(node, nameOf)}`;
}

function describeElement(node: CardNode, nameOf: NameOf): string {
  switch (node.type) {
    case 'TextBlock':
      return describeText(node, nameOf);
    case 'RichTextBlock':
      return describeRuns(node);
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

function describeText(node: CardNode, nameOf: NameOf): string {
  const words = readMarkdown(String(node['text']), nameOf);
  return framed(words, [node]);
}

/** Runs read no markup at all. */
function describeRuns({ inlines }: CardNode): string {
  if (!Array.isArray(inlines)) return '';
  const runs = inlines.map((one) => (isObject(one) ? one : { text: one }));
  return framed(runs.map(({ text }) => text).join(''), runs);
}

/** Titles between double lines, small print in parentheses. */
function framed(words: string, styles: readonly Json[]): string {
  const isTitle = ({ style, weight, size }: Json) =>
    style === 'heading' || (weight === 'bolder' && size === 'large');
  if (styles.every(isTitle)) return `== ${words} ==`;
  return styles.every(({ isSubtle }) => isSubtle === true) ? `(${words})` : words;
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
