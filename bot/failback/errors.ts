import { rough, type Words } from './words.ts';

/** The base of all errors the bot knows. `userMessage` may be shown in chat: plain words, and what to do next. */
export class FailbackError extends Error {
  readonly code: string;
  readonly userMessage: Words;

  constructor(code: string, userMessage: Words, options?: ErrorOptions) {
    super(`${code}: ${rough(userMessage)}`, options);
    this.name = new.target.name;
    this.code = code;
    this.userMessage = userMessage;
  }
}

/** Somebody typed what the bot cannot use. */
export class InputError extends FailbackError {}

/** Somebody asked for what is not theirs to ask for. */
export class AccessError extends FailbackError {}

/** The world has moved on: another stage, another revision, another failback of the same VM. */
export class ConflictError extends FailbackError {
  /** The failback that is in the way, where there is one. */
  readonly failbackId?: string;

  constructor(
    code: string,
    userMessage: Words,
    options: ErrorOptions & { failbackId?: string } = {},
  ) {
    super(code, userMessage, options);
    if (options.failbackId !== undefined) this.failbackId = options.failbackId;
  }
}

export interface UpstreamFacts {
  readonly service: string;
  readonly operation: string;
  /** HTTP status when the service answered; absent when it was never reached. */
  readonly status?: number;
  readonly requestId?: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
}

/** A service that the bot leans on said no, or was not reached. */
export class UpstreamError extends FailbackError {
  readonly facts: UpstreamFacts;

  constructor(code: string, userMessage: Words, facts: UpstreamFacts, options?: ErrorOptions) {
    super(code, userMessage, options);
    this.facts = facts;
  }
}

/** The settings cannot be used. `problems` lists all of them. */
export class ConfigError extends FailbackError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super('config', problems.join('\n'), options);
    this.problems = problems;
  }
}
