import type { Page } from 'playwright-core';
import type { Pages } from '../openPages.ts';

/** Settings → Benches, as a page shows it that was opened with this query. */
export async function openBenches(pages: Pages, query: string): Promise<Page> {
  const page = await pages.open(query);
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText('工作台', { exact: true }).click();
  await page.getByRole('heading', { name: '工作台' }).first().waitFor();
  return page;
}
