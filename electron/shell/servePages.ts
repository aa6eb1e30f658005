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

/** Serves the built page from `folder` and nothing else. */
export function servePages(handler: Protocol, folder: string): void {
  const knownFiles = listPageFiles(folder);
  handler.handle(pageScheme, async ({ url, method }) => {
    const name = method === 'GET' ? mapPagePath(url, knownFiles) : null;
    const nonce = randomBytes(16).toString('base64url');
    if (name === null) return new Response(null, { status: 404, headers: pageHeaders('', nonce) });
    const body = await readFile(join(folder, name));
    const headers = pageHeaders(name, nonce);
    if (!name.endsWith('.html')) return new Response(new Uint8Array(body), { headers });
    return new Response(body.toString('utf8').replaceAll(noncePlaceholder, nonce), { headers });
  });
}
