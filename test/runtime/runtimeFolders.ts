import { join, resolve } from 'node:path';

const projectFolder = resolve(import.meta.dirname, '../..');
const cacheFolder = join(projectFolder, '.cache');
const electronFolder = join(cacheFolder, 'electron-25');

/** Where the compatibility runtime lies. Everything below `.cache` can be deleted and is made again. */
export const runtimeFolders = {
  project: projectFolder,
  cache: cacheFolder,
  electron: electronFolder,
  executable: join(electronFolder, 'electron'),
  /** Electron loads the app from here: the dist has no default app that would take a path. */
  app: join(electronFolder, 'resources/app'),
  /** The add-on built for Node-API 8. */
  sqlite: join(cacheFolder, 'sqlite-napi8'),
} as const;
