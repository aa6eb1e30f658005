import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { servePage } from './servePage.ts';

/** A plain Chromium; where there is none these tests are reported as skipped. */
const chromiumPath = process.env.SHIPDESK_CHROMIUM ?? '/usr/bin/chromium';
export const hasChromium = existsSync(chromiumPath);

export interface Pages {
  /** Opens the page on a sample; `query` as the harness reads it. Every console error lands in `complaints`. */
  open(query?: string): Promise<Page>;
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Builds the page with its doubles, serves it under the product's content policy and starts one browser. */
export async function openPages(): Promise<Pages> {
  const outDir = await mkdtemp(join(tmpdir(), 'shipdesk-page-'));
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), build: { outDir } });
  const served = await servePage(outDir);
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const complaints: string[] = [];
  return {
    complaints,
    open: async (query = '') => {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error.stack)));
      await page.goto(`${served.url}?${query}`);
      await page.locator('#root > *').first().waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      served.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
