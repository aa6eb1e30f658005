import * as tls from 'node:tls';

type Kind = 'default' | 'system';
let known: string[] | undefined;

/** Certificates of the authorities that this computer trusts: those that come with the runtime and those of the system. */
export function trustedAuthorities(): string[] {
  // Node 22.15 on; the runtime of an older window knows those it brings along alone.
  const { getCACertificates } = tls as { readonly getCACertificates?: (kind: Kind) => string[] };
  known ??=
    getCACertificates === undefined
      ? [...tls.rootCertificates]
      : [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  return known;
}
