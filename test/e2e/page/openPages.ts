import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { builtPage } from './buildPage.ts';
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

/** Serves the page that `buildPage` built under the product's content policy and starts one browser. */
export async function openPages(): Promise<Pages> {
  const served = await servePage(builtPage);
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
    },
  };
}
