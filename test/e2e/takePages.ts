import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildPage } from './page/buildPage.ts';
import { openPages } from './page/openPages.ts';

/*
 * The page alone, with its core played: every screen and every state that no working day shows by itself.
 * node test/e2e/takePages.ts FOLDER [language] [theme] [1366x768|1920x1080|125] [name …]
 */
const [target = '/tmp/pages', language = 'zh-CN', theme = 'light', size = '1366x768', ...names] =
  process.argv.slice(2);

interface State {
  readonly name: string;
  readonly query?: string;
  act?(page: Page): Promise<unknown>;
}

const place = (digit: number) => (page: Page) => page.keyboard.press(`Alt+${digit}`);

const states: readonly State[] = [
  { name: 'today' },
  { name: 'today-fresh', query: 'fresh=1' },
  { name: 'import', act: place(2) },
  { name: 'correct', act: place(3) },
  { name: 'ship', act: place(4) },
  { name: 'print', act: place(5) },
  { name: 'track', act: place(7) },
  { name: 'insight', act: place(8) },
  { name: 'settings', act: place(9) },
  { name: 'welcome', query: 'session=new&fresh=1' },
  { name: 'locked', query: 'session=locked' },
  { name: 'signin', query: 'operator=nobody' },
  { name: 'keys', act: (page) => page.keyboard.press('?') },
  { name: 'palette', act: (page) => page.keyboard.press('Control+k') },
];

/** 125 % of the system is a smaller page with more dots. */
const view =
  size === '125'
    ? { viewport: { width: 1093, height: 614 }, deviceScaleFactor: 1.25 }
    : { viewport: { width: Number(size.split('x')[0]), height: Number(size.split('x')[1]) } };

await buildPage();
const pages = await openPages();
mkdirSync(target, { recursive: true });
for (const { name, query = '', act } of states) {
  if (names.length > 0 && !names.includes(name)) continue;
  const page = await pages.openAlone(`language=${language}&theme=${theme}&${query}`);
  await page.setViewportSize(view.viewport);
  await page.waitForTimeout(300);
  await act?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(target, `${name}-${language}-${theme}-${size}.png`) });
  await page.close();
}
await pages.close();
process.exit(0);
