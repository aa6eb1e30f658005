import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { pageScheme } from './ownPage.ts';
import { listPageFiles, mapPagePath, pageHeaders } from './pageFiles.ts';

/** Stands in index.html where the page's styles find their nonce; replaced at every load. */
const noncePlaceholder = '__CSP_NONCE__';

/** Makes `app:` a scheme with an origin of its own. Only possible before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Chromium's net error for a file that is not there. */
const fileNotFound = -6;

/**
 * Serves the built page from `folder` and nothing else. As bytes: `protocol.handle` makes each request and answer one of `fetch`, which
 * Node 18 has to read and compile first, 80 ms of processor at each start. A file that cannot be read fails as one that is not there.
 */
export function servePages(handler: Protocol, folder: string): void {
  const knownFiles = listPageFiles(folder);
  handler.registerBufferProtocol(pageScheme, ({ url, method }, answer) => {
    const name = method === 'GET' ? mapPagePath(url, knownFiles) : null;
    const nonce = randomBytes(16).toString('base64url');
    const headers = pageHeaders(name ?? '', nonce);
    if (name === null) return answer({ statusCode: 404, headers, data: Buffer.alloc(0) });
    void readFile(join(folder, name)).then(
      (body) => answer({ headers, data: name.endsWith('.html') ? withNonce(body, nonce) : body }),
      () => answer({ error: fileNotFound }),
    );
  });
}

const withNonce = (page: Buffer, nonce: string): Buffer =>
  Buffer.from(page.toString('utf8').replaceAll(noncePlaceholder, nonce));
