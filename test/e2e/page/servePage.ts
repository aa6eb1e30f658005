import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { pageHeaders } from '../../../electron/shell/pageFiles.ts';

export interface ServedPage {
  readonly url: string;
  /** Of the same origin, with nothing on it. */
  readonly emptyUrl: string;
  close(): void;
}

/**
 * Parts bear a hash of their content in their names, so one load takes them from the load before it: a fifth of a load's processor time
 * went into fetching them again. The product keeps nothing (`no-store`); a test beside its handler says so.
 */
const keptHeaders = { 'Cache-Control': 'max-age=86400, immutable' };

/** Serves the built page on loopback with the headers of the product's own handler (but for keeping), nonce filled in. */
export async function servePage(folder: string): Promise<ServedPage> {
  const nonce = 'bm9uY2Utb2YtdGhlLXBhZ2U';
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/empty') return response.writeHead(200, { 'content-type': 'text/html' }).end();
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (bytes) => {
        response.writeHead(200, {
          ...pageHeaders(file, nonce),
          ...(path.startsWith('/assets/') ? keptHeaders : {}),
        });
        response.end(file.endsWith('.html') ? bytes.toString().replace('__CSP_NONCE__', nonce) : bytes);
      },
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    emptyUrl: `${url}empty`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
