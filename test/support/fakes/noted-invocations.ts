import type { Invocation } from '../../../bot/chat/chat-platform.ts';
import { waitUntil } from '../../../simulators/slack/wait-until.ts';

type Receive = (invocation: Invocation) => Promise<void>;

/** A bot that does nothing but note what it is told, in order, and then what the test says. */
export function noteInvocations(after: Receive = async () => undefined) {
  const received: Invocation[] = [];
  const listeners = new Set<() => void>();
  const receive: Receive = async (invocation) => {
    received.push(invocation);
    for (const listener of [...listeners]) listener();
    await after(invocation);
  };
  const onReceived = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  /** Resolves with what was received as soon as there are so many invocations. */
  const invocations = (count: number): Promise<readonly Invocation[]> =>
    waitUntil(() => received.length >= count && received, onReceived, 5_000);
  return { received, receive, invocations };
}
