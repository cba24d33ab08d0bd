/**
 * What the bot says, without any platform's markup. Adapters draw it; `plainText` is the form for notifications and
 * screen readers. Text in here is data: adapters escape it, so names made of markup stay names.
 */
export interface Message {
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly name: string; readonly value: Line }[];
    }
  /** Small print: ages, ids, hints. */
  | { readonly kind: 'note'; readonly line: Line }
  /** Preformatted text. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/** A run of text. */
export type Line = readonly Inline[];

export type Inline =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  /** Notifies the person where the platform knows them; else their name. The id is the one in the settings. */
  | { readonly mention: string }
  /** A moment, shown in the reader's own time zone where the platform can. Milliseconds. */
  | { readonly time: number };

export interface Button {
  readonly label: string;
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
export interface Form {
  /** The command that the answers go to. */
  readonly command: string;
  /** At most 24 characters. */
  readonly title: string;
  readonly intro: readonly Part[];
  readonly fields: readonly Field[];
  /** Label of the button that sends it; at most 24 characters. */
  readonly submit: string;
  /** The press that the form continues, where there is one. */
  readonly press?: Press;
}

export type Field =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly optional?: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly optional?: boolean;
    };

/** The whole message in plain words; `nameOf` gives a person's name for a mention. */
export function plainText(message: Message, nameOf: (person: string) => string): string {
  return message.parts
    .map((part) => plainPart(part, nameOf))
    .filter((text) => text !== '')
    .join('\n');
}

function plainPart(part: Part, nameOf: (person: string) => string): string {
  const line = (inlines: Line) => plainLine(inlines, nameOf);
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
export function plainLine(line: Line, nameOf: (person: string) => string): string {
  return line
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if ('bold' in inline) return inline.bold;
      if ('code' in inline) return inline.code;
      if ('mention' in inline) return `@${nameOf(inline.mention)}`;
      return `${new Date(inline.time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    })
    .join('');
}
