import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { connect as secure } from 'node:tls';
import { hostsOf, isWithinComputer, readPins, type ServerHost } from '../../../shared/domain/workstation.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { pinOf, type ServerAddress, type TypedAddress } from './serverAddress.ts';
import { orTrouble } from './serverTrouble.ts';

interface WantedProof {
  /** A file with the certificate of whoever signs the server's. */
  readonly caFile?: string | undefined;
  /** SHA-256 of the server's own certificate, as it was typed; of several servers between commas. */
  readonly pin?: string | undefined;
  /** By an authority that this computer trusts anyway. */
  readonly isSystemTrusted?: boolean | undefined;
}

/** The address with the way the server proves itself. `SERVER_NEEDS_TLS`: over a network there must be one. */
export async function provenAddress(
  typed: TypedAddress,
  { caFile, pin, isSystemTrusted = false }: WantedProof,
): Promise<Outcome<ServerAddress>> {
  if (caFile !== undefined) {
    const pem = readCertificates(caFile);
    return pem === null
      ? failure('SERVER_CA_UNREADABLE', { file: caFile })
      : done({ ...typed, tls: { kind: 'ca', pem } });
  }
  if (pin !== undefined) {
    const pins = readPins(pin);
    return pins === null ? failure('SERVER_PIN_INVALID') : pinnedAddress(typed, pins);
  }
  if (isSystemTrusted) return done({ ...typed, tls: { kind: 'system' } });
  return isWithinComputer(typed) ? done({ ...typed, tls: { kind: 'plain' } }) : failure('SERVER_NEEDS_TLS');
}

function readCertificates(file: string): string | null {
  try {
    const pem = readFileSync(file, 'utf8');
    // Throws when the first of them is none.
    void new X509Certificate(pem);
    return pem;
  } catch {
    return null;
  }
}

export interface ShownCertificate {
  /** 64 hexadecimal digits, as the administrator reads them off with `openssl x509 -fingerprint -sha256`. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** UTC ms. */
  readonly validUntil: number;
}

/** What a server shows of itself to whoever asks. Nothing of it is believed: a person holds the fingerprint against the server's own. */
export async function fetchCertificate(typed: ServerHost): Promise<Outcome<ShownCertificate>> {
  const shown = await orTrouble(() => shownCertificate(typed));
  if ('ok' in shown) return shown;
  const { raw, subject, issuer, validTo } = shown;
  return done({ fingerprint: pinOf(raw), subject, issuer, validUntil: Date.parse(validTo) });
}

/**
 * Certificates are fetched once and held against the pins; from then on no other is taken. Of several servers those count that answer: one
 * that does not is taken later only if it shows the certificate of another, or when the address is given again.
 */
async function pinnedAddress(typed: TypedAddress, pins: readonly string[]): Promise<Outcome<ServerAddress>> {
  const agreed = new Map<string, string>();
  let refusal: Failure | null = null;
  for (const place of hostsOf(typed) ?? []) {
    const shown = await orTrouble(() => shownCertificate(place));
    if ('ok' in shown) {
      if (shown.code !== 'SERVER_AWAY') return shown;
      refusal = shown;
    } else if (pins.includes(pinOf(shown.raw))) agreed.set(pinOf(shown.raw), shown.toString());
    else return failure('SERVER_CERTIFICATE_WRONG');
  }
  if (agreed.size === 0) return refusal ?? failure('SERVER_AWAY');
  return done({ ...typed, tls: { kind: 'pin', pem: [...agreed.values()].join('') } });
}

/** "May we speak in TLS?" in the protocol of PostgreSQL. */
const tlsQuestion = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const patienceMs = 10_000;

/** The certificate a server shows; nothing else is said to it. */
async function shownCertificate({ host, port }: ServerHost): Promise<X509Certificate> {
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('timeout')));
  try {
    await answered(socket);
    return await new Promise((resolve, reject) => {
      // Whose it is is asked here: it is held against the pin, and the connection ends.
      const tls = secure({ socket, rejectUnauthorized: false }, () => {
        const shown = tls.getPeerX509Certificate();
        tls.end();
        if (shown === undefined) reject(new Error('timeout'));
        else resolve(shown);
      });
      tls.once('error', reject);
    });
  } finally {
    socket.destroy();
  }
}

function answered(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('Connection terminated')));
    socket.once('connect', () => socket.write(tlsQuestion));
    socket.once('data', (answer) => {
      if (answer[0] === 'S'.charCodeAt(0)) resolve();
      else reject(new Error('the server does not support SSL'));
    });
  });
}
