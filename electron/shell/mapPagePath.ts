import { posix } from 'node:path';
import { isPageUrl } from './pageUrl.ts';

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
