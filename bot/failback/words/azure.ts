import type { NoFacts, Statement } from './statement.ts';

/** How a call to Azure ended. */
export interface AzureCodes {
  readonly azureAnswered: {
    readonly status: number;
    readonly code: string;
    readonly message: string;
  };
  readonly azureTokenMissing: NoFacts;
  readonly azureDidNotAnswer: { readonly reason: Statement };
  readonly noAnswerWithin: { readonly seconds: number };
  readonly connectionToAzure: NoFacts;
  readonly azureAnswerUnusable: { readonly operation: string; readonly problem: string };
  readonly planOfOtherVault: { readonly vault: string };
  readonly itemOfOtherVault: { readonly vault: string };
  readonly vmNotKnownToHost: NoFacts;
}
