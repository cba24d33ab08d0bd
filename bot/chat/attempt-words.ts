/** What a person tried, as the ledger keeps it when it is refused. `number` is 0 where no question was open. */
export const attemptWords = (act: string, number: number): string =>
  number === 0 ? act : `${act}, question ${number}`;
