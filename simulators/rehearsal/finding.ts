/** Something that was looked at, and whether it is as it should be. */
export interface Finding {
  readonly text: string;
  readonly isGood: boolean;
}

/** The line of a message that has these words, for a finding; or that there is none. */
export function findWords(who: string, message: string, words: string): Finding {
  const line = message.split('\n').find((one) => one.includes(words));
  return line === undefined
    ? { isGood: false, text: `${who} was NOT told: “${words}”` }
    : { isGood: true, text: `${who} was told: “${line.replace(/^- |^== | ==$/g, '')}”` };
}

/** One line each. */
export const describeFindings = (findings: readonly Finding[]): string =>
  findings.map(({ isGood, text }) => `  ${isGood ? '[ok]' : '[NO]'} ${text}\n`).join('');
