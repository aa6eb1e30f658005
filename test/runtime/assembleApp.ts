import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeFolders } from './runtimeFolders.ts';

/**
 * Puts the built app where the compatibility runtime looks for it. `out/` is copied, not linked: from a link Node would
 * find the project's own `node_modules`, whose add-on needs a newer Node-API and takes the process down.
 */
export function assembleApp(): void {
  const { app, project, sqlite } = runtimeFolders;
  rmSync(app, { recursive: true, force: true });
  mkdirSync(join(app, 'node_modules'), { recursive: true });
  cpSync(join(project, 'out'), join(app, 'out'), { recursive: true });
  cpSync(join(project, 'package.json'), join(app, 'package.json'));
  symlinkSync(join(project, 'resources'), join(app, 'resources'));
  cpSync(sqlite, join(app, 'node_modules/better-sqlite3'), { recursive: true });
}
