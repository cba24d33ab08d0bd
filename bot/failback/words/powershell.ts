import type { NoFacts, Statement } from './statement.ts';

/** How a call to a server ended. */
export interface PowershellCodes {
  readonly shellEnded: NoFacts;
  readonly shellNotFound: NoFacts;
  readonly shellNotPermitted: NoFacts;
  readonly shellNotStarted: { readonly code: string };
  readonly shellEndedBySignal: { readonly signal: string };
  readonly shellEndedWithCode: { readonly code: string };
  readonly sessionRefused: NoFacts;
  readonly moduleNotKnown: NoFacts;
  readonly handshakeUnreadable: NoFacts;
  readonly moduleOfOtherVersion: NoFacts;
  readonly wrongLanguageMode: { readonly mode: string };
  readonly shellNotReadyWithin: { readonly seconds: number };
  readonly commandEndNotSaid: NoFacts;
  readonly shellWroteTooMuch: NoFacts;
  readonly shellClosed: NoFacts;
  readonly shellPaused: { readonly seconds: number };
  readonly shellStartFailed: { readonly why: Statement };
  readonly commandWithoutAnswer: NoFacts;
  readonly commandTimedOut: { readonly seconds: number };
  readonly answerTooLong: NoFacts;
  readonly shellFailed: { readonly why: Statement };
  readonly answerUnreadable: NoFacts;
  readonly answerInvalid: { readonly problem: string };
  readonly reasonNotSaid: NoFacts;
  readonly commandNotSent: { readonly problem: string };
  readonly tooManyCalls: { readonly server: string };
  readonly serverPaused: {
    readonly server: string;
    readonly count: number;
    readonly seconds: number;
  };
  readonly answerToOtherQuestion: NoFacts;
}
