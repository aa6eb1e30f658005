import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { linkRuntime } from './linkRuntime.ts';
import { runTool } from './runTool.ts';
import { runtimeFolders } from './runtimeFolders.ts';

/** Electron loads the app from here: the dist has no default app that would take a path. */
export const appIn = (folder: string): string => join(folder, 'resources/app');

/**
 * Makes the compatibility runtime with the built app in it, for one checkout. `out/` is copied, not linked: from a link Node would
 * find the project's own `node_modules`, whose add-on needs a newer Node-API and takes the process down.
 */
export function assembleApp(folder: string = runtimeFolders.assembled): void {
  const { project, sqlite } = runtimeFolders;
  const app = appIn(folder);
  linkRuntime(folder);
  mkdirSync(join(app, 'node_modules'), { recursive: true });
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(project, 'out', part), join(app, 'out', part), { recursive: true });
  cpSync(join(project, 'package.json'), join(app, 'package.json'));
  symlinkSync(join(project, 'resources'), join(app, 'resources'));
  cpSync(sqlite, join(app, 'node_modules/better-sqlite3'), { recursive: true });
  // Electron lets an app require only what lies in it.
  symlinkSync(join(project, 'node_modules/serialport'), join(app, 'node_modules/serialport'));
  runTool(join(folder, 'electron'), [join(app, 'out/main/compileParts.cjs')], {
    cwd: folder,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
}
