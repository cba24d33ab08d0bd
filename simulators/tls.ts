import { generate } from 'selfsigned';

/** A server's key with its certificate, and the authority that vouches for it: the certificate itself. PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
  readonly certificateAuthority: string;
}

/** Makes a certificate for this machine alone, valid for a day. Made anew at every start: no key is ever stored. */
export async function createServerIdentity(): Promise<ServerIdentity> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // A rehearsal that starts exactly now must not be before its own certificate.
    notBeforeDate: new Date(Date.now() - 60_000),
    notAfterDate: new Date(Date.now() + 24 * 60 * 60_000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert, certificateAuthority: made.cert };
}
