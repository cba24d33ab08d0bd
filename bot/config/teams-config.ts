import { type Secrets, takeSecret } from './secrets.ts';
import type { TeamsSettings } from './teams-settings.ts';

type Credential = TeamsSettings['credential'];

/** The Teams section as the adapter gets it: with its secret. */
export interface TeamsConfig extends Omit<TeamsSettings, 'credential'> {
  readonly credential:
    | Exclude<Credential, { kind: 'singleTenant' }>
    | (Extract<Credential, { kind: 'singleTenant' }> & { readonly appPassword: string });
}

export function teamsConfigOf(settings: TeamsSettings, secrets: Secrets): TeamsConfig {
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
