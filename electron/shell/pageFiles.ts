import { readdirSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { isPageUrl } from './ownPage.ts';

/**
 * Name of the packaged file an `app://` address means, null when there is none. Decodes once, normalises, demands that
 * the result stays inside, and then still serves only names of the fixed list: a bug in the first three steps can
 * reach nothing else.
 */
export function mapPagePath(address: string, knownFiles: ReadonlySet<string>): string | null {
  if (!isPageUrl(address)) return null;
  const path = decodeOnce(new URL(address).pathname);
  if (path === null || hasForbiddenCharacter(path)) return null;
  const normal = posix.normalize(path).replace(/^\/+/, '');
  if (normal.startsWith('..') || posix.isAbsolute(normal)) return null;
  const name = normal === '' ? 'index.html' : normal;
  return knownFiles.has(name) ? name : null;
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Backslashes and colons are path syntax on Windows; a percent sign left over means encoded twice. */
function hasForbiddenCharacter(path: string): boolean {
  return Array.from(path).some((char) => char < ' ' || char === '\u007f' || '\\:%'.includes(char));
}

/** Names (with `/`) of all files below the folder: the fixed list the page may load from. Read once at start. */
export function listPageFiles(folder: string): ReadonlySet<string> {
  return new Set(namesBelow(folder, ''));
}

function namesBelow(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return namesBelow(join(folder, entry.name), `${name}/`);
    return entry.isFile() ? [name] : [];
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** What the page may load. Nothing inline but the styles antd makes at run time, which carry this load's nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function pageHeaders(fileName: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': contentTypes[extname(fileName)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}
