import { rough, type Statement } from '../words/statement.ts';

/** The base of all errors the bot knows. */
export class FailbackError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** An error that the domain or one of its ports states. It may be shown in chat: what is wrong, and what to do next. */
export class StatedError extends FailbackError {
  readonly userMessage: Statement;

  constructor(code: string, userMessage: Statement, options?: ErrorOptions) {
    super(code, rough(userMessage), options);
    this.userMessage = userMessage;
  }
}

/** Somebody asked for what is not theirs to ask for. */
export class AccessError extends StatedError {}

/** The world has moved on: another stage, another revision, another failback of the same VM. */
export class ConflictError extends StatedError {
  /** The failback that is in the way, where there is one. */
  readonly failbackId?: string;

  constructor(
    code: string,
    userMessage: Statement,
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
export class UpstreamError extends StatedError {
  readonly facts: UpstreamFacts;

  constructor(code: string, userMessage: Statement, facts: UpstreamFacts, options?: ErrorOptions) {
    super(code, userMessage, options);
    this.facts = facts;
  }
}

/** The settings cannot be used. `problems` lists all of them. */
export class ConfigError extends StatedError {
  readonly problems: readonly Statement[];

  constructor(problems: readonly Statement[], options?: ErrorOptions) {
    super('config', { list: problems, between: '\n' }, options);
    this.problems = problems;
  }
}
