import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { Synchronization } from '../../failback/ports/site-recovery.ts';

/** As they are typed behind a VM's name. */
export const SYNCHRONIZATION_KEYWORDS: Readonly<Record<Synchronization, string>> = {
  beforeFailover: 'before-failover',
  fullDownload: 'full-download',
};

/** What each kind means for the VM, to choose between them. The wire's names are shown to nobody. */
export const SYNCHRONIZATION_CHOICES: Readonly<Record<Synchronization, Phrase>> = {
  beforeFailover: phrase('Before failover: the Azure VM keeps running, short downtime'),
  fullDownload: phrase('Full download: the Azure VM stops at once, long downtime'),
};

export const SYNCHRONIZATIONS = Object.keys(SYNCHRONIZATION_KEYWORDS) as Synchronization[];

/** Takes the kind of synchronization out of what was typed behind the name; a VM may be called like one of them. */
export function readSynchronization([name, ...options]: readonly string[]): {
  readonly words: readonly string[];
  readonly synchronization?: Synchronization;
} {
  if (name === undefined) return { words: [] };
  const isOf = (word: string) => (kind: Synchronization) =>
    SYNCHRONIZATION_KEYWORDS[kind] === word.toLowerCase();
  const synchronization = options
    .map((word) => SYNCHRONIZATIONS.find(isOf(word)))
    .find((kind) => kind !== undefined);
  const words = [name, ...options.filter((word) => !SYNCHRONIZATIONS.some(isOf(word)))];
  return { words, ...(synchronization && { synchronization }) };
}
