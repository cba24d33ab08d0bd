/** What a name is written as where it is not known: as it stands. */
export type NameOf = (mentioned: string) => string | undefined;

/**
 * A text as a person reads it: mentions by name, moments written out, links with their address beside them, and nothing
 * left of the signs that make text bold or that take the meaning from other signs.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function readMarkdown(text: string, nameOf: NameOf): string {
  const { hidden, shown } = hideEscapes(text);
  const read = shown
    .replace(/\{\{DATE\(([^,)]+)[^)]*\)\}\}/g, (_all, time: string) => momentOf(time).slice(0, 10))
    .replace(
      /\{\{TIME\(([^)]+)\)\}\}/g,
      (_all, time: string) => `${momentOf(time).slice(11, 16)} UTC`,
    )
    .replace(/<at>(.*?)<\/at>/g, (all, name: string) => {
      const known = nameOf(unhide(name, hidden));
      return known === undefined ? all : `@${known}`;
    })
    .replace(/!?\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replace(/(^|[^\p{L}\p{N}])([*_])(?=\S)([^*_]+?)\2(?![\p{L}\p{N}])/gu, '$1$3')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/^#{1,6} /gm, '');
  return decode(unhide(read, hidden));
}

/** What stands behind a backslash is put away, so that it means nothing while the rest is read. */
function hideEscapes(text: string): { shown: string; hidden: string[] } {
  const hidden: string[] = [];
  const shown = text.replace(/\\([!-/:-@[-`{-~])/g, (_all, sign: string) => {
    hidden.push(sign);
    return `\u0000${hidden.length - 1}\u0001`;
  });
  return { shown, hidden };
}

function unhide(text: string, hidden: readonly string[]): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters so that no text holds them
  return text.replace(/\u0000(\d+)\u0001/g, (_all, index: string) => hidden[Number(index)] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function momentOf(time: string): string {
  const moment = new Date(time.trim());
  return Number.isNaN(moment.getTime()) ? time : moment.toISOString();
}
