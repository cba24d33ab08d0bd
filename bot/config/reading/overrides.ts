import { resolve } from 'node:path';
import { nameOfPath } from '../problems/problem.ts';
import type { Environment } from './secrets.ts';

interface Override {
  readonly variable: string;
  readonly path: readonly [section: string, key: string];
  /** Makes of the variable what the file would have said. */
  readonly read: (value: string) => unknown;
}

/** Settings that the environment may change, for a container or one run. */
const OVERRIDES: readonly Override[] = [
  { variable: 'FAILBACK_STORAGE_PATH', path: ['storage', 'path'], read: (value) => resolve(value) },
  { variable: 'FAILBACK_LOG_LEVEL', path: ['log', 'level'], read: (value) => value },
];

export interface Overridden {
  readonly value: unknown;
  /** The variable that a setting came from, by the setting's name. */
  readonly variableOf: ReadonlyMap<string, string>;
}

/** The file's content with what the environment says in its place. */
export function applyOverrides(value: unknown, env: Environment): Overridden {
  const set = OVERRIDES.filter(({ variable }) => Boolean(env[variable]));
  return {
    value: set.reduce(
      (whole, override) => replaced(whole, override, env[override.variable] ?? ''),
      value,
    ),
    variableOf: new Map(set.map(({ path, variable }) => [nameOfPath(path), variable])),
  };
}

/** What is not a section stays as it is: the schema says so better. */
function replaced(
  whole: unknown,
  { path: [section, key], read }: Override,
  value: string,
): unknown {
  if (!isSection(whole)) return whole;
  const inner = whole[section] ?? {};
  return isSection(inner) ? { ...whole, [section]: { ...inner, [key]: read(value) } } : whole;
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
