import type { Logger } from 'pino';
import type { Directory } from '../../bot/access/directory.ts';
import type { ConversationReferences } from '../../bot/chat/conversation-references.ts';
import type { EndpointAddress } from '../../bot/chat/endpoint/chat-endpoint.ts';
import type { Speakers } from '../../bot/chat/speakers.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';

/** What the Teams adapter is made of: its section of the settings, and the parts that it shares with the bot. */
export interface TeamsSettings {
  readonly credential: TeamsCredential;
  /** Ids of the tenants whose members may use the bot. A person without a tenant in the settings is of the first. */
  readonly tenants: readonly string[];
  /** The only servers that a token of the bot is ever sent to. The first one is used where none is known. */
  readonly serviceUrls: readonly string[];
  readonly addresses: TeamsAddresses;
  readonly http: EndpointAddress;
  readonly references: ConversationReferences;
  readonly directory: Directory;
  readonly speakers: Speakers;
  readonly log: Logger;
  readonly clock: Clock;
}

/** How the bot proves itself to Teams, and so whose requests it takes. */
export type TeamsCredential =
  | {
      readonly kind: 'singleTenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly appPassword: string;
    }
  | { readonly kind: 'managedIdentity'; readonly appId: string; readonly tenantId: string }
  /** No app, no tokens, anybody on this machine is believed: for a client such as the Agents Playground alone. */
  | { readonly kind: 'developer' };

/** Where tokens come from and who signs them. Sovereign clouds and rehearsals have others; none of them means none. */
export interface TeamsAddresses {
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  readonly loginUrl: string;
  readonly tokenScope: string;
}
