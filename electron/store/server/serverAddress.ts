import { createHash, X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import type { PoolConfig } from 'pg';
import { z } from 'zod';
import { hostsOf, usualServerPort } from '../../../shared/domain/workstation.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { CertificateMismatch } from './serverTrouble.ts';
import { trustedAuthorities } from './trustedAuthorities.ts';
import type { ServerConnection } from './writableHost.ts';

/** How the server proves that it is the one that was meant. */
const tlsSchema = z.discriminatedUnion('kind', [
  /** Not at all: within this computer alone. */
  z.object({ kind: z.literal('plain') }),
  /** Proven by an authority that the system trusts. */
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('ca'), pem: z.string() }),
  /** Proven by this very certificate, whoever signed it; where there are several servers, by one of these. */
  z.object({ kind: z.literal('pin'), pem: z.string() }),
]);

export const serverAddressSchema = z.object({
  /** A folder (`/var/run/postgresql`): the server's socket in it. Several, of which one takes writes: `a,b:5433`. */
  host: z.string(),
  port: z.number().int(),
  database: z.string(),
  user: z.string(),
  /** Empty: the server asks for none. */
  password: z.string(),
  tls: tlsSchema,
});

export type ServerAddress = z.infer<typeof serverAddressSchema>;
/** As it was typed, before anybody knows how the server proves itself. */
export type TypedAddress = Omit<ServerAddress, 'tls'>;

/** More than one host between role and database; `[^@]*`: the sign itself is written `%40` in a password. */
const several = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*,[^/?#]*)(.*)$/s;
/** What people of libpq write behind several hosts; another kind of server is not looked for. */
const wantedServers = ['', 'read-write', 'primary'];

/**
 * `postgres://role:password@host:5432/database`, with several hosts `postgres://role@a,b:5433/database`; a socket as
 * `postgres:///database?host=/var/run/postgresql&user=role`.
 */
export function readServerUrl(typed: string): Outcome<TypedAddress> {
  const [, before, list, behind] = several.exec(typed.trim()) ?? [];
  const url = URL.parse(list === undefined ? typed.trim() : `${before}several${behind}`);
  const wrong = (part: string) => failure('SERVER_ADDRESS_INVALID', { part });
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) return wrong('postgres://');
  try {
    const options = new Map(url.searchParams);
    const take = (name: string) => {
      const value = options.get(name) ?? '';
      options.delete(name);
      return value;
    };
    const named = list ?? url.hostname.replace(/^\[|\]$/g, '');
    const host = take('host') || decodeURIComponent(named);
    const user = take('user') || decodeURIComponent(url.username);
    const database = decodeURIComponent(url.pathname.slice(1));
    if (!wantedServers.includes(take('target_session_attrs'))) return wrong('target_session_attrs');
    const [unknown] = options.keys();
    if (hostsOf({ host, port: usualServerPort }) === null) return wrong('host');
    if (user === '') return wrong('user');
    if (database === '' || database.includes('/')) return wrong('database');
    if (unknown !== undefined) return wrong(unknown);
    const port = url.port === '' ? usualServerPort : Number(url.port);
    return done({ host, port, database, user, password: decodeURIComponent(url.password) });
  } catch {
    // A percent sign that begins nothing.
    return wrong('%');
  }
}

export const pinOf = (certificate: Uint8Array): string =>
  createHash('sha256').update(certificate).digest('hex');

/** The certificates of the servers that were agreed upon, one after the other. */
export const certificatesOf = (pem: string): readonly Buffer[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []).map(
    (one) => new X509Certificate(one).raw,
  );

/** A server that does not answer within this is away. */
const connectMs = 10_000;

export function connectionOf({ tls, ...place }: ServerAddress): ServerConnection {
  const hosts = hostsOf(place) ?? [];
  return {
    ...place,
    ...(hosts.length === 1 ? hosts[0] : { hosts }),
    application_name: 'ShipDesk',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    ssl: tlsOf(tls),
  };
}

function tlsOf(tls: ServerAddress['tls']): NonNullable<PoolConfig['ssl']> {
  if (tls.kind === 'plain') return false;
  if (tls.kind === 'system') return { ca: trustedAuthorities() };
  if (tls.kind === 'ca') return { ca: tls.pem };
  const pins = certificatesOf(tls.pem).map(pinOf);
  return {
    ca: tls.pem,
    // It need not be self-signed, and it says itself for which server it stands.
    allowPartialTrustChain: true,
    checkServerIdentity: (_host: string, { raw }: PeerCertificate) =>
      pins.includes(pinOf(raw)) ? undefined : new CertificateMismatch(),
  };
}
