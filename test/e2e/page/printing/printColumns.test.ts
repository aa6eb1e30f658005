import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

describe.skipIf(!hasChromium)('the columns of Print at 125 %', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const columnsOf = async (filter: string): Promise<string[]> => {
    const page = await pages.open();
    await page.setViewportSize({ width: 1093, height: 614 });
    await page.keyboard.press('Alt+5');
    await page.locator('.filter-chip', { hasText: filter }).click();
    await page.locator('.table-body .row:not(.row-group)').first().click();
    await page.locator('.detail').waitFor();
    const heads = await page.locator('.row-head .cell').allInnerTexts();
    await page.setViewportSize({ width: 1366, height: 768 });
    return heads.map((head) => head.trim());
  };

  test('beside a label it is said of which order each is, not a reason that almost none has', async () => {
    const heads = await columnsOf('全部');
    expect(heads).toContain('订单号');
    expect(heads).not.toContain('原因');
  });

  test('of those that failed the reason is what somebody came for, and stays', async () => {
    expect(await columnsOf('失败')).toContain('原因');
  });
});
