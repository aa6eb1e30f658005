import type { Page } from 'playwright-core';
import { click, inTurn, nothing, place, press, type State, seenAt } from './stateActs.ts';

/** A tab of Insight, counted from the first. */
const insight = (tab: number) => async (page: Page) => {
  await page.keyboard.press('Alt+8');
  await page.locator('.tabs button').nth(tab).click();
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

/** Every tab of Insight: with figures, before there are any, and when they cannot be read. */
export const insightStates: readonly State[] = [
  { name: 'insight', act: place(8) },
  ...insightTabs.flatMap((tab, index): State[] => [
    { name: `insight-${tab}`, query: tab === 'alarms' ? 'alarms=1' : '', act: insight(index) },
    { name: `insight-${tab}-fresh`, query: nothing, act: insight(index) },
    {
      name: `insight-${tab}-broken`,
      query: 'fails=board,insightCalls,bills,cod,reviews,alarms',
      act: insight(index),
    },
  ]),
  {
    name: 'insight-cod-ticked',
    act: inTurn(insight(7), seenAt('.table-body .row .cell'), click('.table-body .row'), press('Control+a')),
  },
  { name: 'insight-waiting', query: 'silent=board', act: insight(3) },
  { name: 'insight-empty', query: 'fresh=1', act: place(8) },
];
