import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { nameParts } from './resources/licences/listParts.ts';
import { readAtFirstUse, withoutUnusedParts, withReleaseMark } from './vite.parts.ts';

/** The command line, its threads and its backup process: CommonJS for plain Node; only native modules stay outside. */
export default defineConfig({
  publicDir: false,
  plugins: [withoutUnusedParts(), readAtFirstUse('node'), withReleaseMark(), nameParts()],
  define: { __SHIPDESK_FAULT_POINTS__: 'false' },
  ssr: { noExternal: true, external: ['better-sqlite3', 'koffi', 'serialport'] },
  build: {
    outDir: 'out/cli',
    target: 'node18',
    minify: false,
    ssr: true,
    rollupOptions: {
      input: {
        cli: resolve(import.meta.dirname, 'electron/cli.ts'),
        orderReader: resolve(import.meta.dirname, 'electron/orderReader.ts'),
        backupMaker: resolve(import.meta.dirname, 'electron/backupMaker.ts'),
        logCopier: resolve(import.meta.dirname, 'electron/logCopier.ts'),
      },
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
});
