import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { build } from 'vite';
import { linkRuntime } from '../../runtime/linkRuntime.ts';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';
import { endElectron, launchElectron } from '../launchElectron.ts';

export interface LabelDrawer {
  readonly app: ElectronApplication;
  draw(html: string, widthDots?: number, heightDots?: number): Promise<DrawnLabel>;
  close(): Promise<void>;
}

export interface DrawnLabel {
  readonly fault: string;
  /** Is there ink at this dot? */
  isInk(x: number, y: number): boolean;
}

/** Starts the compatibility runtime with nothing in it but the drawing of labels. */
export async function openLabelDrawer(): Promise<LabelDrawer> {
  const folder = mkdtempSync(join(runtimeFolders.cache, 'label-drawer-'));
  linkRuntime(folder);
  const appFolder = join(folder, 'resources/app');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: appFolder,
      target: 'node18',
      minify: false,
      ssr: join(import.meta.dirname, 'labelDrawerMain.ts'),
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  });
  writeFileSync(join(appFolder, 'package.json'), '{"main":"main.cjs"}');
  const app = await launchElectron({ executablePath: join(folder, 'electron'), args: ['--no-sandbox'] });
  return {
    app,
    async draw(html, widthDots = 608, heightDots = 1040) {
      const drawn = await app.evaluate(
        async (_electronModule, request) => {
          const { drawHtml } = globalThis as unknown as {
            drawHtml(request: unknown): Promise<{ dots?: Uint8Array; fault?: string }>;
          };
          const { dots, fault } = await drawHtml(request);
          return { fault: fault ?? '', dots: Array.from(dots ?? []) };
        },
        { kind: 'html-request', id: 0, html, widthDots, heightDots, dpi: 203 },
      );
      const bytesPerRow = Math.ceil(widthDots / 8);
      return {
        fault: drawn.fault,
        isInk: (x, y) => (((drawn.dots[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1,
      };
    },
    async close() {
      await endElectron(app);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
