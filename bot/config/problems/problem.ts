/** Something that is wrong at a place in the file. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  /** What is wrong and what to do. */
  readonly text: string;
}

/** One thing that is wrong with the settings. */
export interface Problem {
  /** Where it is in the file: `people[2].slack`; or the name of an environment variable. */
  readonly name: string;
  /** Line in the file, counted from 1; absent for what is not in the file. */
  readonly line?: number;
  readonly text: string;
}

/** The name of a place in the file, as people write it: `people[2].slack`. */
export function nameOfPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
}

/** One problem as one line: `failback.yaml:12: people[2].slack: is missing.` */
export function problemLine(file: string, { name, line, text }: Problem): string {
  const place = line === undefined ? '' : `${file}:${line}`;
  const sentence = /[.?!]$/.test(text) ? text : `${text}.`;
  return [place, name, sentence].filter((part) => part !== '').join(': ');
}

/** Problems in the order of the file, those outside of it last. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER),
  );
}
