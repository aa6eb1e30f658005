import { readdirSync } from 'node:fs';
import { join } from 'node:path';

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
