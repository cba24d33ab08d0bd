import { AccessError } from '../failback/errors.ts';
import { phrase } from '../failback/words.ts';
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
  guest: phrase('Guests cannot use Failback. Nothing was done. Ask a member of the incident team.'),
  stranger: phrase(
    'People from other organizations cannot use Failback. Nothing was done. Ask a member of the incident team.',
  ),
  bot: phrase('Bots cannot use Failback. Nothing was done.'),
  unknown: phrase(
    'The chat service could not confirm who you are, so nothing was done. Try again in a moment.',
  ),
} as const;

/** Returns the person, or throws `AccessError` that says what to give the administrator. */
export function requirePerson({ person, platform, userId }: Candidate): Person {
  if (person !== undefined) return person;
  throw new AccessError(
    'sender-not-mapped',
    phrase(
      'Failback does not know you yet, so nothing was done. Ask the administrator to add you under "people" in failback.yaml, with {platform}: {userId}',
      { platform, userId },
    ),
  );
}
