import { join } from 'node:path';
import { build } from 'vite';
import { withoutUnusedParts } from '../../../vite.parts.ts';
import { benchFolder, projectFolder } from './benchFolders.ts';

/** As deep below the project as the sources of the bench, so that paths from the file's own place stay right. */
const builtFolder = join(benchFolder, 'built');

/**
 * Bundles one measurement as the product is bundled and returns the file. For figures of memory: run from its sources a
 * child also holds Node's TypeScript reader, 18 MB and more.
 */
export async function buildChild(name: string): Promise<string> {
  await build({
    configFile: false,
    publicDir: false,
    plugins: [withoutUnusedParts()],
    logLevel: 'error',
    define: { __SHIPDESK_FAULT_POINTS__: 'false' },
    ssr: { noExternal: true, external: ['better-sqlite3', 'koffi', 'serialport'] },
    build: {
      outDir: builtFolder,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      ssr: join(projectFolder, 'test/bench/children', `${name}.ts`),
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
  return join(builtFolder, `${name}.cjs`);
}
