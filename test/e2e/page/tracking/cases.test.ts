import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const rows = (page: Page) => page.locator('.table-body .row');
const card = (page: Page) => page.locator('.case-card').first();

/** Track begins with what somebody has to deal with; its worst row is opened. */
async function openWorst(pages: Pages): Promise<Page> {
  const page = await pages.open();
  await page.keyboard.press('Alt+7');
  await page.locator('.filter-chip[aria-pressed=true]', { hasText: '要处理' }).waitFor();
  await rows(page).first().locator('.state-failed').first().waitFor();
  await rows(page).first().click();
  await card(page).waitFor();
  return page;
}

describe.skipIf(!hasChromium)('exceptions on Track', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('the worst comes first, with the reason, whose it is and how long is left', async () => {
    const page = await openWorst(pages);
    const words = await seen(card(page));
    expect(words).toMatch(/疑似丢失/);
    expect(words).toMatch(/从.* 起，已 /);
    expect(words).toMatch(/负责人\s*没人负责/);
    expect(words).toMatch(/处理时限\s*(超时|还有)/);
  });

  test('the tab counts what its list holds; those that wait for a reply or a day are a choice more', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+7');
    const chip = page.locator('.filter-chip[aria-pressed=true]', { hasText: '要处理' });
    const foot = page.locator('.table-foot');
    const number = async (place: typeof chip) => Number(/\d+/.exec(await seen(place))?.[0]);
    await foot.waitFor();
    expect(await number(foot)).toBe(await number(chip));
    await page.getByRole('combobox', { name: '看哪些' }).click();
    await page.locator('.ant-select-item-option', { hasText: '全部未处理完' }).click();
    await expect.poll(() => number(foot)).toBeGreaterThan(await number(chip));
  });

  test('a note, an owner and the end of it are a letter each, and what was done stands with it', async () => {
    const page = await openWorst(pages);
    await page.keyboard.press('n');
    await page.getByLabel('备注内容').fill('已打电话给网点');
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: '已给 1 条异常写备注。' }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByText('到时间会自动回到列表里').waitFor();
    await page.keyboard.press('Enter');
    await card(page)
      .getByText(/^暂缓到.+/)
      .waitFor();
    await card(page).getByText('处理经过').click();
    await card(page).getByText('备注：已打电话给网点').waitFor();
    await page.keyboard.press('d');
    await page.getByLabel('备注内容').fill('找到了');
    await page.keyboard.press('Enter');
    await card(page)
      .getByText(/^快递公司已解决 · /)
      .waitFor();
    await card(page).getByRole('button', { name: '重新打开' }).click();
    await card(page).getByText('没人负责').waitFor();
  });

  test('carriers are read whole in English on a small screen', async () => {
    const page = await pages.open('language=en');
    await page.keyboard.press('Alt+7');
    const carriers = rows(page).locator('.cell', { hasText: /Express$/ });
    await carriers.first().waitFor();
    const cut = await carriers.evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  });

  test('many are closed at once, and the list says what is looked at', async () => {
    const page = await openWorst(pages);
    const before = Number(/\d+/.exec(await seen(page.locator('.filter-chip', { hasText: '要处理' })))?.[0]);
    await page.locator('.table').focus();
    for (const key of [' ', 'ArrowDown', ' ']) await page.keyboard.press(key);
    await page.locator('.parcel-batch').getByRole('button', { name: '处理完成' }).click();
    await page.getByRole('dialog').getByText('2 条异常处理完成').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: '2 条异常处理完成。' }).waitFor();
    const chip = page.locator('.filter-chip', { hasText: '要处理' });
    await expect.poll(async () => Number(/\d+/.exec(await seen(chip))?.[0])).toBeLessThan(before);
    expect(pages.complaints).toEqual([]);
  });
});
