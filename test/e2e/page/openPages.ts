import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { builtPage } from './buildPage.ts';
import { servePage } from './servePage.ts';

/** A plain Chromium, best the one that has no window at all; where there is none these tests are reported as skipped. */
const chromiumPath = [
  process.env.SHIPDESK_CHROMIUM ?? '',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
].find((path) => existsSync(path));
export const hasChromium = chromiumPath !== undefined;

export interface Pages {
  /**
   * Opens the page on a sample; `query` as the harness reads it. Every console error lands in `complaints`. It is the same
   * tab each time, with nothing stored: a new one costs the browser four times as much.
   */
  open(query?: string): Promise<Page>;
  /** In a tab of its own, for a test that changes what a reload does not bring back, as `page.clock` does. */
  openAlone(query?: string): Promise<Page>;
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Serves the page that `buildPage` built under the product's content policy and starts one browser, with these switches besides. */
export async function openPages(switches: readonly string[] = []): Promise<Pages> {
  const served = await servePage(builtPage);
  const executablePath = chromiumPath ?? '';
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...switches] });
  const complaints: string[] = [];

  async function openTab(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error.stack)));
    return page;
  }

  async function show(page: Page, query: string): Promise<Page> {
    await page.goto(`${served.url}?${query}`);
    await page.locator('#root > *').first().waitFor();
    return page;
  }

  const tab = await openTab();
  return {
    complaints,
    async open(query = '') {
      // The page before is left first: on its way out it may still store something.
      await tab.goto(served.emptyUrl);
      await tab.evaluate(() => localStorage.clear());
      await tab.mouse.move(0, 0);
      return show(tab, query);
    },
    async openAlone(query = '') {
      const alone = await openTab();
      try {
        return await show(alone, query);
      } catch {
        // On a busy machine one of a thousand openings takes longer than Playwright waits; the second finds everything read.
        return await show(alone, query);
      }
    },
    close: async () => {
      await browser.close();
      served.close();
    },
  };
}
