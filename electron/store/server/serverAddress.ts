import { createHash, X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import type { PoolConfig } from 'pg';
import { z } from 'zod';
import { usualServerPort } from '../../../shared/domain/workstation.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { CertificateUnlike } from './serverTrouble.ts';
import { trustedAuthorities } from './trustedAuthorities.ts';

/** How the server proves that it is the one that was meant. */
const tlsSchema = z.discriminatedUnion('kind', [
  /** Not at all: within this computer alone. */
  z.object({ kind: z.literal('plain') }),
  /** By an authority that the system trusts. */
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('ca'), pem: z.string() }),
  /** By this very certificate, whoever signed it. */
  z.object({ kind: z.literal('pin'), pem: z.string() }),
]);

export const serverAddressSchema = z.object({
  /** A folder (`/var/run/postgresql`): the server's socket in it. */
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

/** `postgres://role:password@host:5432/database`; a socket as `postgres:///database?host=/var/run/postgresql&user=role`. */
export function readServerUrl(typed: string): Outcome<TypedAddress> {
  const url = URL.parse(typed.trim());
  const wrong = (part: string) => failure('SERVER_ADDRESS_INVALID', { part });
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) return wrong('postgres://');
  try {
    const said = new Map(url.searchParams);
    const take = (name: string) => {
      const value = said.get(name) ?? '';
      said.delete(name);
      return value;
    };
    const host = take('host') || decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '');
    const user = take('user') || decodeURIComponent(url.username);
    const database = decodeURIComponent(url.pathname.slice(1));
    const [unknown] = said.keys();
    if (host === '') return wrong('host');
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

/** A server that does not answer within this is away. */
const connectMs = 10_000;

export function connectionOf({ tls, ...place }: ServerAddress): PoolConfig {
  return {
    ...place,
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
  const pin = pinOf(new X509Certificate(tls.pem).raw);
  return {
    ca: tls.pem,
    // It need not be signed by itself, and it says itself for which server it stands.
    allowPartialTrustChain: true,
    checkServerIdentity: (_host: string, { raw }: PeerCertificate) =>
      pinOf(raw) === pin ? undefined : new CertificateUnlike(),
  };
}
