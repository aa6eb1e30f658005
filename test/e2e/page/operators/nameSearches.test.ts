import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterPin } from '../enterPin.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

/** Of everybody in the sample. */
const pin = '258025';
/** The one on top. */
const dialog = (page: Page) => page.locator('dialog[open]').last();
/** A search by name that is beyond the budget, in the page's double. */
const spentSearch = '用完了';

async function approve(page: Page, name: string): Promise<void> {
  await dialog(page).getByText('需要批准：查看完整的个人信息').waitFor();
  await dialog(page).locator('.operator-name', { hasText: name }).click();
  await enterPin(page, pin);
}

describe.skipIf(!hasChromium)('searching by name where names are masked', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('when the searches are used up a packer is told what stays free, and goes on by a PIN of a colleague', async () => {
    const page = await pages.open('operator=packer');
    await page.keyboard.press('Alt+4');
    await page.locator('.search-field input').fill(spentSearch);
    const notice = page.locator('.notice', { hasText: '这一班按姓名查找的次数用完了。' });
    await notice.waitFor();
    await expect.poll(() => seen(notice)).toContain('按订单号、运单号或手机尾号四位照常可查');
    await notice.getByRole('button', { name: '请同事批准继续按姓名查' }).click();
    await approve(page, '陈店长');
    await notice.waitFor({ state: 'detached' });
    await page.getByText('没有符合条件的订单').waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('the palette says the same', async () => {
    const page = await pages.open('operator=packer');
    await page.keyboard.press('Control+k');
    await dialog(page).locator('input').fill(spentSearch);
    await dialog(page).getByText('这一班按姓名查找的次数用完了。').waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
