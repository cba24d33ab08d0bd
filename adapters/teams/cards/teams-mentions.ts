import type { Directory } from '../../../bot/access/directory.ts';
import type {
  SpokenInline as Inline,
  SpokenPart as Part,
} from '../../../bot/chat/message/message.ts';
import { plainWords } from './teams-text.ts';

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#user-mention-within-adaptive-cards */
export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** The mention of a person whom the settings know in Teams; undefined for everybody else. */
export function mentionOf(person: string, directory: Directory): MentionEntity | undefined {
  const identity = directory.identityOn('teams', person);
  if (identity === undefined) return undefined;
  // Teams looks for this text word by word, so nothing in it may be escaped, or need to be.
  const name = plainWords(directory.nameOf(person).replace(/[^\p{L}\p{N} .'’-]/gu, ' '), 80);
  return {
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id: objectIdOf(identity), name },
  };
}

/** Everybody who is mentioned, once. */
export function mentionsIn(parts: readonly Part[], directory: Directory): readonly MentionEntity[] {
  const people = new Set(parts.flatMap(inlinesOf).flatMap(mentionedPerson));
  const entities = [...people].map((person) => mentionOf(person, directory));
  const known = entities.filter((entity) => entity !== undefined);
  return known.filter(({ text }, index) => known.findIndex((one) => one.text === text) === index);
}

/** A person's key in the directory: `tenant:object id`, in lower case. */
export function userKey(tenant: string, objectId: string): string {
  return `${tenant}:${objectId}`.toLowerCase();
}

function objectIdOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

function inlinesOf(part: Part): readonly Inline[] {
  switch (part.kind) {
    case 'paragraph':
    case 'note':
      return part.line;
    case 'list':
      return part.lines.flat();
    case 'facts':
      return part.facts.flatMap(({ value }) => value);
    default:
      return [];
  }
}

function mentionedPerson(inline: Inline): readonly string[] {
  return typeof inline !== 'string' && 'mention' in inline ? [inline.mention] : [];
}
