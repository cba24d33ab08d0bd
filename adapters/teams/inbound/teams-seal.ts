import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Proves that a form was handed out by this process, to this person, about this channel: a card's data comes back
 * through the client, where it can be changed. A restart makes a new key, and forms from before it are too old.
 */
export class Seals {
  private readonly key = randomBytes(32);

  /** The seal of some words, which together mean one thing. */
  make(words: readonly string[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(words)).digest('base64url');
  }

  isGenuine(seal: string, words: readonly string[]): boolean {
    const expected = Buffer.from(this.make(words));
    const given = Buffer.from(seal);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
