import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { linkRuntime } from './linkRuntime.ts';
import { runtimeFolders } from './runtimeFolders.ts';

/**
 * Makes the compatibility runtime with the built app in it, for one checkout. `out/` is copied, not linked: from a link Node would
 * find the project's own `node_modules`, whose add-on needs a newer Node-API and takes the process down.
 */
export function assembleApp(): void {
  const { app, assembled, project, sqlite } = runtimeFolders;
  linkRuntime(assembled);
  mkdirSync(join(app, 'node_modules'), { recursive: true });
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(project, 'out', part), join(app, 'out', part), { recursive: true });
  cpSync(join(project, 'package.json'), join(app, 'package.json'));
  symlinkSync(join(project, 'resources'), join(app, 'resources'));
  cpSync(sqlite, join(app, 'node_modules/better-sqlite3'), { recursive: true });
}
