import type { AdaptiveCard } from './card-elements.ts';

const KEPT = 500;

/** The cards as everybody sees them, for those who ask to see one again. Lost with the process, as all that is shown. */
export class ShownCards {
  private readonly cards = new Map<string, AdaptiveCard>();

  find(conversation: string, message: string): AdaptiveCard | undefined {
    return this.cards.get(`${conversation}|${message}`);
  }

  keep(conversation: string, message: string, card: AdaptiveCard): void {
    const key = `${conversation}|${message}`;
    this.cards.delete(key);
    this.cards.set(key, card);
    const [oldest] = this.cards.keys();
    if (this.cards.size > KEPT && oldest !== undefined) this.cards.delete(oldest);
  }
}
