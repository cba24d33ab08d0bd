import type { TeamsSection } from '../sections/teams-settings.ts';
import { type Secrets, takeSecret } from './secrets.ts';

type Credential = TeamsSection['credential'];

/** The Teams section as the adapter gets it: with its secret. */
export interface TeamsConfig extends Omit<TeamsSection, 'credential'> {
  readonly credential:
    | Exclude<Credential, { kind: 'singleTenant' }>
    | (Extract<Credential, { kind: 'singleTenant' }> & { readonly appPassword: string });
}

export function teamsConfigOf(settings: TeamsSection, secrets: Secrets): TeamsConfig {
  const { credential, tenants, ...rest } = settings;
  return {
    ...rest,
    tenants: tenants.map((tenant) => tenant.toLowerCase()),
    credential:
      credential.kind === 'singleTenant'
        ? { ...credential, appPassword: takeSecret(secrets, 'teamsAppPassword') }
        : credential,
  };
}
