import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { listParts } from './resources/licences/listParts.ts';
import {
  readAtFirstUse,
  textsApart,
  withoutReadingTwice,
  withoutSchemasAtStart,
  withoutUnusedParts,
  withReleaseMark,
} from './vite.parts.ts';

const fromHere = (path: string) => resolve(import.meta.dirname, path);

const licences = listParts(import.meta.dirname, fromHere('out/licences/LICENCES.txt'));

/**
 * One build for Electron 45 and for the compatibility runtime (Node 18.15, Chrome 114). Only what stands under
 * `dependencies` (native modules) stays outside the bundles; a sandboxed preload must be one CommonJS file.
 */
export default defineConfig({
  main: {
    plugins: [withoutUnusedParts(), readAtFirstUse('all'), withReleaseMark(), licences.note()],
    build: {
      outDir: 'out/main',
      target: 'node18',
      minify: false,
      rollupOptions: {
        input: {
          startMain: fromHere('electron/startMain.ts'),
          main: fromHere('electron/main.ts'),
          startCore: fromHere('electron/startCore.ts'),
          core: fromHere('electron/core.ts'),
          compileParts: fromHere('electron/compileParts.ts'),
          orderReader: fromHere('electron/orderReader.ts'),
          backupMaker: fromHere('electron/backupMaker.ts'),
          logCopier: fromHere('electron/logCopier.ts'),
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          codeSplitting: textsApart,
          // A start reads each part as text besides, to compare it with what was compiled. Names, lines and licences stay.
          comments: { legal: true, annotation: false, jsdoc: false },
          // A part that is read as it was compiled may require, but not import.
          dynamicImportInCjs: false,
        },
      },
    },
  },
  preload: {
    plugins: [licences.note()],
    build: {
      outDir: 'out/preload',
      target: 'node18',
      rollupOptions: {
        input: { index: fromHere('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromHere('renderer'),
    base: './',
    plugins: [react(), withoutSchemasAtStart(), withoutReadingTwice(), licences.write()],
    build: {
      outDir: fromHere('out/renderer'),
      target: 'chrome114',
      minify: true,
      // The page's content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      // kB, of which what the page begins with is nearly all.
      chunkSizeWarningLimit: 1_100,
      rollupOptions: {
        input: fromHere('renderer/index.html'),
        // What the page begins with is one script and one sheet of styles: each file more is asked of main while it starts.
        output: {
          codeSplitting: { groups: [{ name: 'start', test: /[\\/]renderer[\\/]app[\\/]main\.tsx$/ }] },
        },
      },
    },
  },
});
