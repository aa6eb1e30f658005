import { join, resolve } from 'node:path';

const projectFolder = resolve(import.meta.dirname, '../..');
const cacheFolder = join(projectFolder, '.cache');
const electronFolder = join(cacheFolder, 'electron-25');
const assembledFolder = join(projectFolder, 'out/runtime');

/** Where the compatibility runtime lies. Everything below `.cache` and `out` can be deleted and is made again. */
export const runtimeFolders = {
  project: projectFolder,
  cache: cacheFolder,
  /** Electron as fetched, with no app in it. */
  electron: electronFolder,
  fetchedProgram: join(electronFolder, 'electron'),
  /** Electron with the built app, made by `assembleApp`. */
  assembled: assembledFolder,
  executable: join(assembledFolder, 'electron'),
  /** The add-on built for Node-API 8. */
  sqlite: join(cacheFolder, 'sqlite-napi8'),
} as const;
