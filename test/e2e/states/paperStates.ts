import type { Page } from 'playwright-core';
import { click, inTurn, nothing, place, press, rowsAt, type State, seenAt } from './stateActs.ts';

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

/** What comes after the booking: labels, tracking, cases, returns and the calls to platforms. */
export const paperStates: readonly State[] = [
  { name: 'print', act: rowsAt(5) },
  { name: 'print-row', act: inTurn(place(5), click('.row-group ~ .row')) },
  { name: 'print-jam', act: inTurn(rowsAt(5), seenAt('.printer-card'), press('j')) },
  { name: 'print-held', act: inTurn(place(5), click('.asking:not(.asking-unsure) .button:last-child')) },
  { name: 'print-batch', act: inTurn(rowsAt(5), press('Control+Enter'), seenAt('.dialog')) },
  { name: 'print-papers', act: inTurn(place(5), press('l')) },
  {
    name: 'print-reprint',
    act: inTurn(place(5), click('.row-group ~ .row'), press('p')),
  },
  { name: 'print-many-printers', query: 'printers=10', act: rowsAt(5) },
  { name: 'print-after-backup', query: 'restored=1', act: rowsAt(5) },
  { name: 'print-empty', query: 'fresh=1', act: inTurn(place(5), seenAt('.empty-state .button-primary')) },
  { name: 'track', act: rowsAt(7) },
  { name: 'track-empty', query: 'fresh=1', act: inTurn(place(7), seenAt('.empty-state')) },
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
  { name: 'track-fresh', query: nothing, act: inTurn(place(7), seenAt('.empty-state')) },
  { name: 'track-broken', query: 'fails=track,cases', act: place(7) },
];
