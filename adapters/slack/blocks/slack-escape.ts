/**
 * Text from people and services, made harmless. Slack gives meaning to `&`, `<` and `>` only
 * (https://docs.slack.dev/messaging/formatting-message-text): a mention, a link or `<!channel>` needs an unescaped `<`.
 */

/** Lone surrogates cannot be sent; control characters are not text; direction overrides make one name look like another. */
const UNSHOWABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

/** The text with everything replaced that cannot, or must not, be shown. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSHOWABLE, '\ufffd');
}

/** Text for a place where Slack reads markup: `text` of a message and `mrkdwn` objects. */
export function escapeMarkup(text: string): string {
  return cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Typed text as the person typed it, should Slack have sent the three characters as entities. */
export function unescapeMarkup(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** At most `max` UTF-16 units; what is cut ends with an ellipsis and never in half a character. */
export function shortenText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]$/.test(text.slice(0, max - 1)) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}
