import { z } from 'zod';
import { nearest } from './spelling.ts';

type RawIssue = z.core.$ZodRawIssue;

/**
 * What a schema found, in words for people. For unknown keys: one line per key, in the order of the keys.
 * A field's own words, where the schema has some, come before these.
 */
export function explainIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.input, issue.expected, describe(issue));
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainKey(key, knownKeys(issue))).join('\n');
    case 'invalid_value':
      return explainChoice(issue.input, issue.values.map(String));
    case 'invalid_union':
      return explainUnion(issue);
    case 'too_small':
      if (issue.origin === 'array') return 'is an empty list. At least one entry is needed';
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    default:
      return 'is not understood';
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text; put it in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: one line per entry, each beginning with a hyphen',
  object: 'a section with settings of its own',
};

function explainType(input: unknown, expected: string, description: string): string {
  if (input === undefined) return `is missing. ${description}`.trim();
  if (input === null) return `is empty. ${description}`.trim();
  return `must be ${EXPECTED[expected] ?? expected}`;
}

const SECRET_KEY = /token|secret|password|passphrase|credential|api_?key/i;

function explainKey(key: string, known: readonly string[]): string {
  if (SECRET_KEY.test(key)) {
    return 'secrets do not belong in this file. Take it out, replace the secret where it was made, and set it in the environment';
  }
  const meant = nearest(key, known);
  if (meant !== undefined) return `is not a setting. Did you mean ${meant}?`;
  return `is not a setting. Known here: ${known.join(', ')}`;
}

function explainChoice(input: unknown, choices: readonly string[]): string {
  const meant = typeof input === 'string' ? nearest(input, choices) : undefined;
  const hint = meant === undefined ? '' : `. Did you mean ${meant}?`;
  return `must be one of ${choices.join(', ')}${hint}`;
}

function explainUnion(issue: RawIssue): string {
  const { discriminator, options, input } = issue as {
    discriminator?: string;
    options?: unknown[];
    input?: unknown;
  };
  const choices = (options ?? []).map(String);
  if (discriminator === undefined || choices.length === 0) return 'is not understood';
  const chosen = (input as Record<string, unknown> | undefined)?.[discriminator];
  if (chosen === undefined) return `is missing. One of ${choices.join(', ')}`;
  return explainChoice(chosen, choices);
}

function knownKeys(issue: RawIssue): readonly string[] {
  return issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
}

function describe(issue: RawIssue): string {
  return issue.inst instanceof z.ZodType ? (issue.inst.description ?? '') : '';
}
