import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { withoutUnusedParts } from './vite.parts.ts';

/** A part of a built program looks for its files where its source lies. */
const placedAtSource = (): Plugin => ({
  name: 'placed-at-source',
  enforce: 'pre',
  transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
});

const sourceOf = (name: string): string => resolve(import.meta.dirname, `test/faults/${name}.ts`);

/** The programs that the kill tests start again and again, with the fault points: built, one starts in a sixth of the time. */
export default defineConfig({
  publicDir: false,
  plugins: [withoutUnusedParts(), placedAtSource()],
  define: { __SHIPDESK_FAULT_POINTS__: 'true' },
  ssr: { noExternal: true, external: ['better-sqlite3', 'koffi', 'serialport'] },
  build: {
    outDir: 'out/fault-programs',
    target: 'node24',
    minify: false,
    ssr: true,
    rollupOptions: {
      input: ['awayProgram', 'benchProgram', 'reopenProgram'].map(sourceOf),
    },
  },
});
