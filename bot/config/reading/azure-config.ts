import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../problems/problem.ts';
import type { AzureSettings } from '../sections/azure-settings.ts';
import { type Secrets, takeSecret } from './secrets.ts';

type CredentialSettings = AzureSettings['credential'];

/** How the bot signs in to Azure, with what it takes. */
type AzureCredentialConfig =
  | Exclude<CredentialSettings, { kind: 'clientSecret' }>
  | (Extract<CredentialSettings, { kind: 'clientSecret' }> & { readonly clientSecret: string });

export interface AzureConfig
  extends Omit<AzureSettings, 'credential' | 'certificateAuthorityFile' | 'requestTimeoutSeconds'> {
  readonly credential: AzureCredentialConfig;
  /** PEM; what to trust instead of the public authorities. */
  readonly certificateAuthority?: string;
  readonly requestTimeoutMs: number;
}

/** The Azure section as the adapter gets it. `folder` is the one that the settings file is in. */
export function azureConfigOf(
  settings: AzureSettings,
  secrets: Secrets,
  folder: string,
): AzureConfig {
  const { credential, certificateAuthorityFile: file, requestTimeoutSeconds, ...rest } = settings;
  return {
    ...rest,
    endpoint: withoutSlash(rest.endpoint),
    authorityHost: withoutSlash(rest.authorityHost),
    credential:
      credential.kind === 'clientSecret'
        ? { ...credential, clientSecret: takeSecret(secrets, 'azureClientSecret') }
        : credential,
    ...(file !== undefined && {
      certificateAuthority: readFileSync(resolve(folder, file), 'utf8'),
    }),
    requestTimeoutMs: requestTimeoutSeconds * 1000,
  };
}

/** Whether the certificate authorities can be read; found out at the start, not at the first call. */
export function checkCertificateAuthority(
  settings: AzureSettings,
  folder: string,
): readonly Finding[] {
  if (settings.certificateAuthorityFile === undefined) return [];
  const file = resolve(folder, settings.certificateAuthorityFile);
  const text = problemOf(file);
  return text === undefined ? [] : [{ path: ['azure', 'certificateAuthorityFile'], text }];
}

function problemOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').includes('-----BEGIN CERTIFICATE-----')
      ? undefined
      : `has no certificate in PEM form in it: ${file}`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return `cannot be read (${code}): ${file}`;
  }
}

/** Paths and scopes are put behind it. */
function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
