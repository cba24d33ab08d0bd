/**
 * Text from people and services, made harmless. Teams gives meaning to `<at>…</at>`, to Markdown in text blocks, and to
 * `{{DATE(…)}}`; in text runs Markdown is not read: https://adaptivecards.io/explorer/TextRun.html
 */

/** Lone surrogates cannot be sent; control characters are not text; direction overrides make one name look like another. */
const UNSHOWABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;
/** What is typed with a slash in Slack is said to the bot by its name here. */
const SLASH_COMMAND = /(^|\s|:)\/failback (?=[a-z])/g;
/** Stands invisibly where two characters must not meet. */
const APART = '\u200b';
/** Every character that can begin or end something in Markdown or HTML. */
const MARKDOWN = /[\\`*_{}[\]<>()#+\-!|~&:/@]/g;

/** The text with everything replaced that cannot, or must not, be shown, and nothing left that Teams would replace. */
export function cleanText(text: string): string {
  return text
    .replace(SLASH_COMMAND, '$1@Failback ')
    .replaceAll('\r\n', '\n')
    .replace(UNSHOWABLE, '\ufffd')
    .replace(/<(?=\s*\/?\s*at\b)/gi, `<${APART}`)
    .replace(/\{(?=\{)/g, `{${APART}`);
}

/** Text for a place where Teams reads Markdown. */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(MARKDOWN, '\\$&')
    .replace(/^(\s*\d+)([.])/gm, '$1\\$2')
    .replaceAll('\n', '\n\n');
}

/** At most `max` UTF-16 units; what is cut ends with an ellipsis and never in half a character. */
export function shortenText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]$/.test(text.slice(0, max - 1)) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}

/** One line of plain text for the places where Teams shows nothing else; never empty. */
export function plainWords(text: string, max: number): string {
  const shown = shortenText(cleanText(text), max).trim();
  return shown === '' ? '…' : shown;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** Typed text as the person typed it: clients send some characters as entities, and spaces of several kinds. */
export function typedText(text: string): string {
  return text
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\u00a0\u200b]/g, ' ')
    .trim();
}
