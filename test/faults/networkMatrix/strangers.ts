import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { selfSignedCertificate } from '../../doubles/selfSignedCertificate.ts';
import type { Stranger } from './matrixCases.ts';

export interface StrangerAddress {
  readonly endpoint: string;
  readonly trustedRoots?: string;
}

export interface Strangers {
  addressOf(stranger: Stranger): StrangerAddress;
  close(): void;
}

/** Everything that can stand where the platform should. `plainUrl`: a server that speaks no TLS. */
export async function openStrangers(plainUrl: string): Promise<Strangers> {
  const certificate = selfSignedCertificate();
  const silent = createServer((socket) => socket.on('error', () => undefined));
  const cutting = createServer((socket) => socket.destroy());
  const secure = createTlsServer(certificate, (_request, response) => response.end('{}'));
  const servers: readonly Server[] = [silent, cutting, secure];
  const sockets = new Set<Socket>();
  for (const server of servers) {
    server.on('connection', (socket) => sockets.add(socket));
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  const addresses: Readonly<Record<Stranger, StrangerAddress>> = {
    'no-such-host': { endpoint: 'https://no-such-host.invalid' },
    'nobody-listens': { endpoint: 'http://127.0.0.1:9' },
    'silent-handshake': { endpoint: `https://127.0.0.1:${portOf(silent)}` },
    'cut-handshake': { endpoint: `https://127.0.0.1:${portOf(cutting)}` },
    'self-signed': { endpoint: `https://127.0.0.1:${portOf(secure)}` },
    // Trusted, but made out to 127.0.0.1.
    'wrong-host': { endpoint: `https://localhost:${portOf(secure)}`, trustedRoots: certificate.cert },
    'plain-on-tls': { endpoint: plainUrl.replace('http:', 'https:') },
  };
  return {
    addressOf: (stranger) => addresses[stranger],
    close() {
      for (const socket of sockets) socket.destroy();
      for (const server of servers) server.close();
    },
  };
}
