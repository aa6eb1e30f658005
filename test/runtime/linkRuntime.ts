import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeFolders } from './runtimeFolders.ts';

/** Makes `folder` anew as an Electron without an app: hard links instead of 200 MB of copies. */
export function linkRuntime(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  linkAll(runtimeFolders.electron, folder);
}

function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === 'app' && from.endsWith('resources')) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else linkSync(source, target);
  }
}
