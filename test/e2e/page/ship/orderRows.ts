import type { Locator, Page } from 'playwright-core';
import { openFilter } from '../openFilter.ts';

/** The first rows of a filter of the order table. */
export async function rowsOf(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press('Alt+4');
  await openFilter(page, name);
  await page.locator('.filter-chip[aria-pressed=true]', { hasText: name }).waitFor();
  await page.locator('.table-body .row .cell-tick').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.cell-blank').length === 0);
  return page.locator('.table-body .row');
}
