import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { builtPage } from './buildPage.ts';
import { byHand } from './hand.ts';
import { type ServedPage, servePage } from './servePage.ts';

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
   * tab each time, in its usual size, with nothing stored: a new one costs the browser four times as much.
   */
  open(query?: string): Promise<Page>;
  /** In a tab of its own, for a test that changes what a reload does not bring back, as `page.clock` does. */
  openAlone(query?: string): Promise<Page>;
  readonly complaints: string[];
  close(): Promise<void>;
}

const size = { width: 1366, height: 768 };

/**
 * What a test believes of a machine is found out on another one: `SHIPDESK_PAGE_LAG_MS=300` has each message to the core and back take up
 * to so long, `SHIPDESK_PAGE_SLOWER=6` has the page take six times as long, and with `SHIPDESK_PAGE_AT=2027-01-01T00:05:00+08:00` each tab
 * begins at that moment.
 */
const { SHIPDESK_PAGE_LAG_MS: lagMs, SHIPDESK_PAGE_SLOWER: slower, SHIPDESK_PAGE_AT: at } = process.env;
const lag = lagMs === undefined ? '' : `&lag=${lagMs}`;
const aheadMs = at === undefined ? 0 : Date.parse(at) - Date.now();

/** Runs in the page before anything else. */
function moveClock(ms: number): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [RealDate.now() + ms] : given) as [number]));
    }
    static override now = (): number => RealDate.now() + ms;
  } as DateConstructor;
}

async function onOtherMachine(page: Page): Promise<Page> {
  if (aheadMs !== 0) await page.addInitScript(moveClock, aheadMs);
  if (slower === undefined) return page;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });
  return page;
}

/** One browser with the page served to it. */
interface Browsing {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly served: ServedPage;
}

async function startBrowsing(switches: readonly string[]): Promise<Browsing> {
  const served = await servePage(builtPage);
  const executablePath = chromiumPath ?? '';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...switches] });
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  return { browser, context, served };
}

/** Files of one worker follow each other in one browser: starting it took 0.2 s of a processor. What a tab compiles is not kept for the next. */
let shared: Promise<Browsing> | null = null;

async function sharedBrowsing(): Promise<Browsing> {
  const open = await shared;
  if (open?.browser.isConnected() !== true) shared = startBrowsing([]);
  return shared ?? startBrowsing([]);
}

/** Opens tabs on the page that `buildPage` built, served under the product's content policy. */
export const openPages = async (): Promise<Pages> => pagesIn(await sharedBrowsing());

/** In a browser of its own, started with these switches and closed with the pages. */
export async function openOwnPages(switches: readonly string[] = []): Promise<Pages> {
  const own = await startBrowsing(switches);
  const pages = await pagesIn(own);
  return {
    ...pages,
    close: async () => {
      await own.browser.close();
      own.served.close();
    },
  };
}

async function pagesIn({ browser, context, served }: Browsing): Promise<Pages> {
  const complaints: string[] = [];
  const tabs: Page[] = [];

  function listen(page: Page): Page {
    tabs.push(page);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error.stack)));
    return byHand(page);
  }

  const tab = listen(await onOtherMachine(await context.newPage()));
  async function show(page: Page, query: string): Promise<Page> {
    await page.goto(`${served.url}?${query}${page === tab ? lag : ''}`);
    await page.locator('#root > *').first().waitFor();
    return page;
  }

  return {
    complaints,
    async open(query = '') {
      // The page before is left first: on its way out it may still store something.
      await tab.goto(served.emptyUrl);
      await tab.evaluate(() => localStorage.clear());
      await tab.mouse.move(0, 0);
      if (tab.viewportSize()?.width !== size.width || tab.viewportSize()?.height !== size.height)
        await tab.setViewportSize(size);
      return show(tab, query);
    },
    async openAlone(query = '') {
      const alone = listen(
        await onOtherMachine(await browser.newPage({ viewport: size, reducedMotion: 'reduce' })),
      );
      try {
        return await show(alone, query);
      } catch {
        // On a busy machine one of a thousand openings takes longer than Playwright waits; the second finds everything read.
        return await show(alone, query);
      }
    },
    close: async () => {
      for (const page of tabs) await (page.context() === context ? page.close() : page.context().close());
    },
  };
}
