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

/** A tab of Insight, counted from the first. */
const insight = (tab: number) => async (page: Page) => {
  await page.keyboard.press('Alt+8');
  await page.locator('.tabs button').nth(tab).click();
};
const callLog = async (page: Page) => {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: /^(接口日志|Call log)$/ }).click();
};
const returns = async (page: Page) => {
  await page.keyboard.press('Alt+7');
  await page.getByRole('button', { name: /^(退货|Returns)/ }).click();
};
const caseRules = async (page: Page) => {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: /^(异常规则|Exception rules)$/ }).click();
  await page.locator('.case-rules-new').first().scrollIntoViewIfNeeded();
};
const insightTabs = [
  'board',
  'calls',
  'volumes',
  'transit',
  'troubles',
  'costs',
  'bills',
  'cod',
  'reviews',
  'alarms',
];
const nothing = 'fresh=1&orders=0';

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
  { name: 'call-log', act: callLog },
  {
    name: 'call-log-failure',
    act: async (page) => {
      await callLog(page);
      await page.locator('.call-failure').first().click();
    },
  },
  { name: 'call-log-fresh', query: nothing, act: callLog },
  { name: 'call-log-broken', query: 'fails=calls,insightCalls', act: callLog },
  { name: 'case-limits', act: caseRules },
  { name: 'returns', act: returns },
  {
    name: 'returns-unknown',
    act: async (page) => {
      await returns(page);
      await page.locator('.return-scan input').fill('YT7777');
      await page.keyboard.press('Enter');
    },
  },
  { name: 'returns-fresh', query: nothing, act: returns },
  { name: 'track-fresh', query: nothing, act: place(7) },
  { name: 'track-broken', query: 'fails=track,cases', act: place(7) },
  ...insightTabs.flatMap((tab, index): State[] => [
    { name: `insight-${tab}`, query: tab === 'alarms' ? 'alarms=1' : '', act: insight(index) },
    { name: `insight-${tab}-fresh`, query: nothing, act: insight(index) },
    {
      name: `insight-${tab}-broken`,
      query: 'fails=board,insightCalls,bills,cod,reviews,alarms',
      act: insight(index),
    },
  ]),
  { name: 'insight-waiting', query: 'silent=board', act: insight(3) },
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
