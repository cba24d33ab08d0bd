import { AccessError } from '../failback/ports/errors.ts';
import { coded } from '../failback/words/coded.ts';
import type { Person } from './directory.ts';

/** What a chat platform says of a sender, and whom the settings know. */
export interface Candidate {
  readonly platform: string;
  readonly userId: string;
  readonly standing: 'member' | 'guest' | 'stranger' | 'bot' | 'unknown';
  readonly person: Person | undefined;
}

/** Throws `AccessError` for everybody who is not a member of the home workspace. */
export function requireMember({ standing }: Candidate): void {
  if (standing === 'member') return;
  throw new AccessError(`sender-${standing}`, STANDINGS[standing]);
}

const STANDINGS = {
  guest: coded('guestsNotAdmitted'),
  stranger: coded('foreignersNotAdmitted'),
  bot: coded('botsNotAdmitted'),
  unknown: coded('senderNotConfirmed'),
} as const;

/** Returns the person, or throws `AccessError` that says what to give the administrator. */
export function requirePerson({ person, platform, userId }: Candidate): Person {
  if (person !== undefined) return person;
  throw new AccessError('sender-not-mapped', coded('personNotKnown', { platform, userId }));
}
