import { toNamespacedPath, win32 } from 'node:path';

/** Names that mean a device of Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const forbidden = /[<>:"|?*\p{Cc}]/u;

/**
 * The part of a path that Windows has no file for: its programs could neither open nor delete what Node would make there, and
 * SQLite would look for it under another name. null: all parts are fine.
 */
export function unusableName(path: string): string | null {
  const { root } = win32.parse(path);
  const parts = path.slice(root.length).split(/[\\/]+/);
  const isBad = (part: string) => device.test(part.trimEnd()) || forbidden.test(part) || /[. ]$/.test(part);
  return parts.find((part) => !/^(?:|\.|\.\.)$/.test(part) && isBad(part)) ?? null;
}

/** Windows opens longer ones (260 signs, with what SQLite adds to a name) only in the form that is taken as it stands. */
const longestPlain = 240;

/** A path for SQLite, which leaves it as it is; Node finds the long form on its own. */
export const databasePath = (path: string): string =>
  path.length > longestPlain ? toNamespacedPath(path) : path;
