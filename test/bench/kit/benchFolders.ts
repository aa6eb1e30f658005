import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../../..');

/** Made files and workspaces; never committed. */
export const benchFolder = join(projectFolder, '.cache/bench');
mkdirSync(benchFolder, { recursive: true });
