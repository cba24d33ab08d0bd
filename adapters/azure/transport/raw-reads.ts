import type { SiteRecoveryManagementClient } from '@azure/arm-recoveryservices-siterecovery';
import { isRestError } from '@azure/core-rest-pipeline';
import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import type { AzureSiteRecoverySettings } from '../azure-settings.ts';
import { isAbsence } from './absence.ts';
import { type ArmAnswer, refusedRead, unansweredRead } from './azure-error.ts';
import { unreadableBody } from './parse-body.ts';
import { RequestPriority } from './request-priority.ts';
import { withTimeLimit } from './time-limit.ts';

/** What every read is given. The SDK hands the bodies over as they came: its mappers drop names they do not know. */
export interface ReadOptions {
  readonly requestOptions: { readonly shouldDeserialize: false };
  readonly abortSignal: AbortSignal;
  readonly onResponse: (response: ArmAnswer & { readonly parsedBody?: unknown }) => void;
}

type Send<T> = (client: SiteRecoveryManagementClient, options: ReadOptions) => T;

interface Pager {
  byPage(): AsyncIterable<unknown>;
}

/** Reads through the SDK's client, returning wire bodies. Throws `UpstreamError`. */
export class RawReads {
  private readonly client: SiteRecoveryManagementClient;
  private readonly settings: AzureSiteRecoverySettings;
  private readonly precedence = new RequestPriority();

  constructor(client: SiteRecoveryManagementClient, settings: AzureSiteRecoverySettings) {
    this.client = client;
    this.settings = settings;
  }

  /** Hands over the body of each page as it comes: of a large vault they are never all in memory. */
  async pages(operation: string, list: Send<Pager>, take: (body: unknown) => void): Promise<void> {
    const bodies: unknown[] = [];
    const refusal = await this.exchange(operation, bodies, async (options) => {
      const seen = new Set<string>();
      for await (const _ of list(this.client, options).byPage()) {
        for (const body of bodies.splice(0)) {
          take(body);
          if (hasNext(operation, body, seen)) await this.precedence.giveWay();
        }
      }
    });
    if (refusal !== undefined) throw refusedRead(operation, refusal, Date.now());
    // One that the SDK could not make anything of: whoever takes it says what is wrong with it.
    for (const body of bodies) take(body);
  }

  /** One body; undefined when the service says that the resource itself is absent. */
  async one(operation: string, get: Send<Promise<unknown>>): Promise<unknown> {
    const bodies: unknown[] = [];
    const refusal = await this.precedence.goFirst(() =>
      this.exchange(operation, bodies, (options) => get(this.client, options)),
    );
    if (refusal === undefined) return bodies[0] ?? null;
    if (isAbsence(refusal, this.settings.vault.name)) return undefined;
    throw refusedRead(operation, refusal, Date.now());
  }

  /** Collects the bodies; resolves to the answer that was not a 200, if there was one. */
  private async exchange(
    operation: string,
    bodies: unknown[],
    send: (options: ReadOptions) => Promise<unknown>,
  ): Promise<ArmAnswer | undefined> {
    let refusal: ArmAnswer | undefined;
    const onResponse: ReadOptions['onResponse'] = (response) => {
      if (response.status === 200) bodies.push(response.parsedBody);
      else refusal = response;
    };
    try {
      await withTimeLimit(this.settings.timeouts.readMs, (abortSignal) =>
        send({ requestOptions: { shouldDeserialize: false }, abortSignal, onResponse }),
      );
    } catch (error) {
      if (error instanceof UpstreamError) throw error;
      // A body that is no JSON is an error with an answer: whoever parses the body says what is wrong with it.
      if (!(isRestError(error) && error.response)) throw unansweredRead(operation, error);
    }
    return refusal;
  }
}

/** Whether another page follows. Throws when it is one that has been read. */
function hasNext(operation: string, body: unknown, seen: Set<string>): boolean {
  const next =
    typeof body === 'object' && body !== null && 'nextLink' in body ? body.nextLink : undefined;
  if (typeof next !== 'string') return false;
  if (seen.has(next)) throw unreadableBody(operation, 'nextLink: the pages go in a circle');
  seen.add(next);
  return true;
}
