import type { AdaptiveCard } from '../cards/card-elements.ts';

/** What a press is answered with, in the response itself: the one who pressed sees it, and nobody else. */
export interface InvokeBody {
  readonly statusCode: 200;
  readonly type: string;
  readonly value: AdaptiveCard | string;
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function messageBody(value: string): InvokeBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

export function cardBody(value: AdaptiveCard): InvokeBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

/** The one answer that an invoke can have. The first that is offered is it. */
export class InvokeAnswer {
  readonly body: Promise<InvokeBody>;
  private settle: (body: InvokeBody) => void = () => {};
  private isOpen = true;

  constructor() {
    this.body = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** Whether this is what the sender gets to see. */
  offer(body: InvokeBody): boolean {
    const isTaken = this.isOpen;
    this.isOpen = false;
    this.settle(body);
    return isTaken;
  }
}
