import type { Words } from './phrase.ts';

/**
 * What the bot says, without any platform's markup. Adapters draw it; `plainText` is the form for notifications and
 * screen readers. Text in here is data: adapters escape it, so names made of markup stay names. It is composed of `Words`
 * and drawn of strings: in between it is put into the reader's language.
 */
export interface Message<T = Words> {
  readonly parts: readonly Part<T>[];
}

export type Part<T = Words> =
  | { readonly kind: 'title'; readonly text: T }
  | { readonly kind: 'paragraph'; readonly line: Line<T> }
  | { readonly kind: 'list'; readonly lines: readonly Line<T>[] }
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly name: T; readonly value: Line<T> }[];
    }
  /** Small print: ages, ids, hints. */
  | { readonly kind: 'note'; readonly line: Line<T> }
  /** Preformatted text. */
  | { readonly kind: 'code'; readonly text: T }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button<T>[] };

/** What adapters draw: everything is in the reader's language. */
export type SpokenMessage = Message<string>;
export type SpokenPart = Part<string>;
export type SpokenLine = Line<string>;
export type SpokenInline = Inline<string>;
export type SpokenButton = Button<string>;
export type SpokenForm = Form<string>;
export type SpokenField = Field<string>;

/** A run of text. */
export type Line<T = Words> = readonly Inline<T>[];

export type Inline<T = Words> =
  | T
  | { readonly bold: T }
  /** To be typed or compared, character by character. */
  | { readonly verbatim: string }
  /** Notifies the person where the platform knows them; else their name. The id is the one in the settings. */
  | { readonly mention: string }
  /** A moment, shown in the reader's own time zone where the platform can. Milliseconds. */
  | { readonly time: number };

export interface Button<T = Words> {
  readonly label: T;
  readonly style: 'primary' | 'danger' | 'plain';
  readonly press: Press;
}

/** A button carries names, not facts: what it means is looked up when it is pressed. */
export interface Press {
  /** The command that the press stands for. */
  readonly command: string;
  readonly failback: string;
  /** Number of the gate or of the hold it belongs to; an old one is recognised by it. */
  readonly number: number;
  /** The chosen way out of a hold. */
  readonly choice?: string;
}

/** Questions that one line of chat can not carry. Drawn as a modal or a card. */
export interface Form<T = Words> {
  /** The command that the answers go to. */
  readonly command: string;
  /** At most 24 characters. */
  readonly title: T;
  readonly intro: readonly Part<T>[];
  readonly fields: readonly Field<T>[];
  /** Label of the button that sends it; at most 24 characters. */
  readonly submit: T;
  /** The press that the form continues, where there is one. */
  readonly press?: Press;
}

export type Field<T = Words> =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: T;
      readonly hint?: T;
      readonly optional?: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: T;
      readonly options: readonly { readonly value: string; readonly label: T }[];
      readonly optional?: boolean;
      /** More than one may be chosen: the answer is their values, with commas between them. Absent: exactly one. */
      readonly several?: SeveralChoices;
    };

/** What is chosen already, by its values, before anybody has touched the field. */
export interface SeveralChoices {
  readonly chosen: readonly string[];
}

/** The whole message in plain words; `nameOf` gives a person's name for a mention. */
export function plainText(message: SpokenMessage, nameOf: (person: string) => string): string {
  return message.parts
    .map((part) => plainPart(part, nameOf))
    .filter((text) => text !== '')
    .join('\n');
}

function plainPart(part: SpokenPart, nameOf: (person: string) => string): string {
  const line = (inlines: SpokenLine) => plainLine(inlines, nameOf);
  switch (part.kind) {
    case 'title':
    case 'code':
      return part.text;
    case 'paragraph':
    case 'note':
      return line(part.line);
    case 'list':
      return part.lines.map(line).join('\n');
    case 'facts':
      return part.facts.map((fact) => `${fact.name}: ${line(fact.value)}`).join('\n');
    case 'divider':
      return '';
    case 'buttons':
      return part.buttons.length === 0
        ? ''
        : `[${part.buttons.map((button) => button.label).join('] [')}]`;
  }
}

/** One line in plain words. */
export function plainLine(line: SpokenLine, nameOf: (person: string) => string): string {
  return line
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if ('bold' in inline) return inline.bold;
      if ('verbatim' in inline) return inline.verbatim;
      if ('mention' in inline) return `@${nameOf(inline.mention)}`;
      return `${new Date(inline.time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    })
    .join('');
}
