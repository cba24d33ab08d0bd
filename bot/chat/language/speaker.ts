import { IntlMessageFormat } from 'intl-messageformat';
import { quoted } from '../../failback/words/coded.ts';
import type { Coded, NamedState } from '../../failback/words/statement.ts';
import { type Line, plainLine, type SpokenInline, type SpokenLine } from '../message/message.ts';
import type {
  DifferingWords,
  ListOfValues,
  Phrase,
  PhraseValue,
  PhraseValues,
  Words,
} from '../message/phrase.ts';
import { shorten, shortenWhereDifferent } from '../message/shorten.ts';
import type { Dictionary } from './dictionary.ts';
import { type Language, PATTERNS, type Wording } from './languages.ts';

/** Puts words into one language. What it does not know stays as it is; it never throws. */
export class Speaker {
  readonly language: Language;
  private readonly dictionary: Dictionary;
  private readonly patterns: ReadonlyMap<string, string>;
  private readonly formats = new Map<string, IntlMessageFormat>();
  private readonly lists: Intl.ListFormat;

  constructor(language: Language, dictionary: Dictionary) {
    this.language = language;
    this.dictionary = dictionary;
    this.patterns = PATTERNS[language];
    this.lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  }

  /** Words as one text; names of people as their ids, moments in UTC. */
  text(words: Words): string {
    if (typeof words === 'string') return words;
    if ('shortened' in words) return shorten(this.text(words.shortened), words.max);
    if ('differing' in words) return this.differing(words);
    return plainLine(this.inlines(words), (person) => person);
  }

  /** A line of words as a line of texts. The marked values of a sentence keep their look, in the place that the language gives them. */
  line(line: Line): SpokenLine {
    return line.flatMap((inline) => this.inlines(inline));
  }

  private inlines(inline: Line[number]): SpokenLine {
    if (typeof inline === 'string') return [inline];
    if ('phrase' in inline) return this.phrase(inline);
    if ('code' in inline) return this.coded(inline);
    if ('state' in inline) return this.state(inline);
    if ('stage' in inline) return [this.named('stages', inline.stage)];
    if ('subject' in inline) return [this.named('names', inline.subject)];
    if ('list' in inline) return this.listed(inline);
    if ('shortened' in inline || 'differing' in inline) return [this.text(inline)];
    return 'bold' in inline ? [{ bold: this.text(inline.bold) }] : [inline];
  }

  private phrase({ phrase, values }: Phrase): SpokenLine {
    const translated = this.patterns.get(phrase);
    return this.filled(translated ?? phrase, values, translated === undefined ? 'en' : undefined);
  }

  private coded({ code, facts }: Coded): SpokenLine {
    const wording = wordingIn(this.dictionary.codes, code);
    return wording === undefined ? [code] : this.filled(wording[this.language], facts);
  }

  private state({ state, saidBy }: NamedState): SpokenLine {
    return saidBy === undefined || Object.hasOwn(this.dictionary.states, state)
      ? [this.named('states', state)]
      : this.coded(quoted(saidBy, state));
  }

  private differing({ differing, from, max }: DifferingWords): string {
    return shortenWhereDifferent(this.text(differing), this.text(from), max);
  }

  private named(kind: 'states' | 'stages' | 'names', name: string): string {
    return wordingIn(this.dictionary[kind], name)?.[this.language] ?? name;
  }

  private filled(pattern: string, values: PhraseValues = {}, language = this.language): SpokenLine {
    const filled = Object.entries(values).map(([name, value]) => [name, this.fill(value)]);
    try {
      const format = this.formatOf(pattern, language);
      const parts = format.formatToParts<SpokenLine>(Object.fromEntries(filled));
      return merged(parts.flatMap(({ value }) => value as SpokenInline | SpokenInline[]));
    } catch {
      // A value is missing: raw is better than nothing.
      return [pattern];
    }
  }

  /** Numbers stay numbers, because a sentence may count with them. */
  private fill(value: PhraseValue): string | number | SpokenLine {
    return typeof value === 'object' ? this.inlines(value) : value;
  }

  private listed({ list, between }: ListOfValues): SpokenLine {
    const filled = list.map((one) => this.fillOne(one));
    return between === undefined
      ? this.enumerated(filled)
      : merged(filled.flatMap((one, index) => (index === 0 ? one : [between, ...one])));
  }

  private fillOne(value: PhraseValue): SpokenLine {
    const filled = this.fill(value);
    return typeof filled === 'object' ? filled : [String(filled)];
  }

  /** Several things with what the language puts between them. */
  private enumerated(things: readonly SpokenLine[]): SpokenLine {
    const places = things.map((_, index) => String(index));
    return merged(
      this.lists
        .formatToParts(places)
        .flatMap(({ type, value }) =>
          type === 'element' ? (things[Number(value)] ?? []) : [value],
        ),
    );
  }

  private formatOf(pattern: string, language: Language): IntlMessageFormat {
    const known = this.formats.get(pattern);
    if (known !== undefined) return known;
    const format = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true });
    this.formats.set(pattern, format);
    return format;
  }
}

const wordingIn = (wordings: Readonly<Record<string, Wording>>, name: string) =>
  Object.hasOwn(wordings, name) ? wordings[name] : undefined;

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
