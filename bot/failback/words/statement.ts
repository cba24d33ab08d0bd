/** What the domain says: a code with its facts. A name, or what Azure has said itself, stays as it is. It may be stored. */
export type Statement = string | Coded | NamedState | NamedStage | StatementList;

declare const checked: unique symbol;

/** A code, and what its words need to know. Only `coded` makes one, because it checks both. */
export interface Coded {
  readonly code: string;
  readonly facts?: Facts;
  readonly [checked]: true;
}

export type Facts = Readonly<Record<string, FactValue>>;

export type FactValue = Statement | number | Moment;

/** A code that needs no facts. */
export type NoFacts = undefined;

/** A state or a verdict of Azure or Hyper-V, by the name that those give it. */
export interface NamedState {
  readonly state: string;
  /** Who says so: one that the bot does not know is quoted. */
  readonly saidBy?: string;
}

/** A stage of a failback, by its name. */
export interface NamedStage {
  readonly stage: string;
}

/** In milliseconds. */
export interface Moment {
  readonly time: number;
}

/** Several, listed as the reader's language lists things, or with what `between` says between them. */
export interface StatementList {
  readonly list: readonly FactValue[];
  readonly between?: string;
}

export const namedState = (state: string): NamedState => ({ state });

/** A state that is shown by itself, so that it has to be told from the bot's own words. */
export const stateInAzure = (state: string): NamedState => ({ state, saidBy: 'Azure' });

/** A statement as a log shows it: a code with its facts behind it. */
export function rough(statement: Statement): string {
  if (typeof statement === 'string') return statement;
  if ('state' in statement) return statement.state;
  if ('stage' in statement) return statement.stage;
  if ('list' in statement) return statement.list.map(roughFact).join(statement.between ?? ', ');
  return statement.facts === undefined
    ? statement.code
    : `${statement.code} ${JSON.stringify(statement.facts)}`;
}

function roughFact(fact: FactValue): string {
  if (typeof fact === 'number') return String(fact);
  return typeof fact === 'object' && 'time' in fact
    ? new Date(fact.time).toISOString()
    : rough(fact);
}

/** A value of the domain as one text that is the same whenever the value is: its fields are sorted by their names. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
