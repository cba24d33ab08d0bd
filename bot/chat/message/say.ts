import type { Line, Message, Part } from './message.ts';
import type { Words } from './phrase.ts';

/** A message of one paragraph. */
export function say(...line: Line): Message {
  return { parts: [{ kind: 'paragraph', line }] };
}

/** A message of several parts; what is undefined or empty is left out. */
export function compose(...parts: readonly (Part | undefined)[]): Message {
  return { parts: parts.filter((part) => part !== undefined && !isEmpty(part)) as Part[] };
}

function isEmpty(part: Part): boolean {
  return (
    (part.kind === 'list' && part.lines.length === 0) ||
    (part.kind === 'facts' && part.facts.length === 0)
  );
}

export const paragraph = (...line: Line): Part => ({ kind: 'paragraph', line });
export const note = (...line: Line): Part => ({ kind: 'note', line });
export const bulletList = (lines: readonly Line[]): Part => ({ kind: 'list', lines });
export const title = (text: Words): Part => ({ kind: 'title', text });
