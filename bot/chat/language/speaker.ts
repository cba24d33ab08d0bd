import { IntlMessageFormat } from 'intl-messageformat';
import type { Phrase, PhraseValue, Words } from '../../failback/words.ts';
import { type Line, plainLine, type SpokenInline, type SpokenLine } from '../message.ts';
import { shorten } from '../shorten.ts';
import { type Language, PATTERNS } from './languages.ts';

/** Puts words into one language. What it does not know in that language stays in English; it never throws. */
export class Speaker {
  readonly language: Language;
  private readonly patterns: ReadonlyMap<string, string>;
  private readonly formats = new Map<string, IntlMessageFormat>();
  private readonly lists: Intl.ListFormat;

  constructor(language: Language) {
    this.language = language;
    this.patterns = PATTERNS[language];
    this.lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  }

  /** Words as one text; names of people as their ids, moments in UTC. */
  text(words: Words): string {
    if (typeof words === 'string') return words;
    const line = plainLine(this.expand(words), (person) => person);
    return words.max === undefined ? line : shorten(line, words.max);
  }

  /** A line of words as a line of texts. The marked values of a sentence keep their look, in the place that the language gives them. */
  line(line: Line): SpokenLine {
    return line.flatMap((inline) => this.inlines(inline));
  }

  private expand({ phrase, values = {} }: Phrase): SpokenLine {
    const filled = Object.entries(values).map(([name, value]) => [name, this.fill(value)]);
    try {
      const parts = this.formatOf(phrase).formatToParts<SpokenLine>(Object.fromEntries(filled));
      return merged(parts.flatMap(({ value }) => value as SpokenInline | SpokenInline[]));
    } catch {
      // A ledger may hold sentences that a later version has worded otherwise: raw is better than nothing.
      return [phrase];
    }
  }

  /** Numbers stay numbers, because a sentence may count with them. */
  private fill(value: PhraseValue): string | number | SpokenLine {
    if (typeof value !== 'object') return value;
    if (!('list' in value)) return this.inlines(value);
    const { list, between } = value;
    const filled = list.map((one) => this.fillOne(one));
    return between === undefined
      ? this.enumerated(filled)
      : filled.flatMap((one, index) => (index === 0 ? one : [between, ...one]));
  }

  private fillOne(value: PhraseValue): SpokenLine {
    const filled = this.fill(value);
    return typeof filled === 'object' ? filled : [String(filled)];
  }

  /** Several things with what the language puts between them. */
  private enumerated(things: readonly SpokenLine[]): SpokenLine {
    const places = things.map((_, index) => String(index));
    return this.lists
      .formatToParts(places)
      .flatMap(({ type, value }) => (type === 'element' ? (things[Number(value)] ?? []) : [value]));
  }

  private inlines(inline: Line[number]): SpokenLine {
    if (typeof inline === 'string') return [inline];
    if ('phrase' in inline)
      return inline.max === undefined ? this.expand(inline) : [this.text(inline)];
    return 'bold' in inline ? [{ bold: this.text(inline.bold) }] : [inline];
  }

  private formatOf(phrase: string): IntlMessageFormat {
    const known = this.formats.get(phrase);
    if (known !== undefined) return known;
    const translated = this.patterns.get(phrase);
    const locale = translated === undefined ? 'en' : this.language;
    const format = new IntlMessageFormat(translated ?? phrase, locale, undefined, {
      ignoreTag: true,
    });
    this.formats.set(phrase, format);
    return format;
  }
}

/** Texts that follow each other as one. */
function merged(line: SpokenLine): SpokenLine {
  const inlines: SpokenInline[] = [];
  for (const inline of line) {
    const last = inlines.at(-1);
    if (typeof inline === 'string' && typeof last === 'string')
      inlines.splice(-1, 1, last + inline);
    else inlines.push(inline);
  }
  return inlines;
}
