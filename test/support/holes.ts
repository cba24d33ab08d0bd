import { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The names of the values that a pattern needs. */
export function holesOf(pattern: string): readonly string[] {
  const format = new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true });
  return [...new Set(namesIn(format.getAst()))].sort();
}

const LITERAL = 0;

function namesIn(elements: Elements): readonly string[] {
  return elements.flatMap((element) => {
    if (!('value' in element) || element.type === LITERAL) return [];
    const inner =
      'options' in element
        ? Object.values(element.options).flatMap(({ value }) => namesIn(value))
        : [];
    return [element.value, ...inner];
  });
}
