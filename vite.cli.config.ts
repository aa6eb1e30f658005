import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The command line: one CommonJS file for plain Node; only the native module stays outside. */
export default defineConfig({
  publicDir: false,
  define: { __SHIPDESK_FAULT_POINTS__: 'false' },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    outDir: 'out/cli',
    target: 'node18',
    minify: false,
    ssr: true,
    rollupOptions: {
      input: { cli: resolve(import.meta.dirname, 'electron/cli.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
