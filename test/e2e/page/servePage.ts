import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { pageHeaders } from '../../../electron/shell/pageFiles.ts';

/** Serves the built page on loopback with the headers of the product's own handler, nonce filled in. */
export async function servePage(folder: string): Promise<{ readonly url: string; close(): void }> {
  const nonce = 'bm9uY2Utb2YtdGhlLXBhZ2U';
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (bytes) => {
        response.writeHead(200, pageHeaders(file, nonce));
        response.end(file.endsWith('.html') ? bytes.toString().replace('__CSP_NONCE__', nonce) : bytes);
      },
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
