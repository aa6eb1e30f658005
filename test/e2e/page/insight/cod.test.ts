import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const rows = (page: Page) => page.locator('.table-body .row');

describe.skipIf(!hasChromium)('money collected on delivery', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openCod(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+8');
    await page.getByRole('tab', { name: /^(代收货款|COD money)$/ }).click();
    return page;
  }

  test('opens on what differs, and each sum leads to its parcels', async () => {
    const page = await openCod();
    await expect.poll(() => seen(rows(page).first())).toMatch(/金额不符[\s\S]*−¥9\.00/);
    await expect.poll(() => seen(page.locator('.day-strip'))).toMatch(/逾期[\s\S]*签收满 7 天/);
    await page.locator('.chart-figure', { hasText: '逾期' }).click();
    await expect.poll(() => seen(rows(page).first())).toMatch(/逾期未到账/);
  });

  test('at 150 % no amount runs into the next one', async () => {
    const page = await openCod('language=en');
    await page.setViewportSize({ width: 911, height: 512 });
    await page.locator('.day-strip .figure-value').first().waitFor();
    const gaps = await page.locator('.day-strip .figure-value').evaluateAll((values) =>
      values.map((value) => {
        const text = document.createRange();
        text.selectNodeContents(value);
        const box = value.closest('.chart-figure') ?? value;
        return box.getBoundingClientRect().right - text.getBoundingClientRect().right;
      }),
    );
    expect(gaps.length).toBe(5);
    expect(Math.min(...gaps)).toBeGreaterThan(4);
  });

  test('a parcel says what is known of its money, and C copies the question to the carrier', async () => {
    const page = await openCod();
    await page.locator('.filter-chip', { hasText: '逾期' }).click();
    await page.locator('.filter-chip[aria-pressed=true]', { hasText: '逾期' }).waitFor();
    await rows(page).first().click();
    await page.locator('.detail').getByText('账单还没有列出').waitFor();
    await page.keyboard.press('c');
    const copied = () =>
      page.evaluate(() => (window as unknown as { page: { copied: string[] } }).page.copied.join());
    await expect.poll(copied).toMatch(/代收货款 ¥\d+\.00.*已签收.*请核实/);
  });

  test('a bank statement in hand: parcels are ticked, marked as received in one press, and one is taken back', async () => {
    const page = await openCod();
    await page.locator('.filter-chip', { hasText: '逾期' }).click();
    await page.locator('.filter-chip[aria-pressed=true]', { hasText: '逾期' }).waitFor();
    await rows(page).first().waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    const received = page.getByRole('button', { name: /^\d+ 单标为已到账（¥[\d,.]+）$/ });
    const count = Number(/^\d+/.exec((await received.textContent()) ?? '')?.[0]);
    await received.click();
    await page.getByText(`${count} 单已标为到账。`).waitFor();
    await expect.poll(() => page.locator('.filter-chip', { hasText: '逾期' }).textContent()).toMatch(/\D0$/);
    await page.locator('.filter-chip', { hasText: /^已到账/ }).click();
    await page.locator('.filter-chip[aria-pressed=true]', { hasText: /^已到账/ }).waitFor();
    await rows(page).first().click();
    await expect.poll(() => seen(page.locator('.detail'))).toMatch(/确认到账/);
    await page.getByRole('button', { name: '撤销到账' }).click();
    await page.getByText('已改回未到账。').waitFor();
    await expect.poll(() => page.locator('.filter-chip', { hasText: '逾期' }).textContent()).toMatch(/1/);
  });

  test('without a parcel to be paid for at the door it says what would be here and leads to the bills', async () => {
    const page = await openCod('fresh=1&orders=0');
    await page.getByText('还没有代收货款的包裹').waitFor();
    await page.getByRole('button', { name: '去对账' }).click();
    await page.getByText('还没有对过账').waitFor();
  });

  test('how long money may take is changed where it is said: one press leads into its field', async () => {
    const page = await openCod();
    await page.getByRole('button', { name: '签收后等 7 天 · 更改' }).click();
    const days = page.getByLabel('代收货款等待天数');
    await days.waitFor();
    expect(await days.evaluate((field) => field === document.activeElement)).toBe(true);
    await days.fill('10');
    await page.keyboard.press('Enter');
    await page.locator('.toast-done').waitFor();
  });

  test('numbers and times of payment are read whole in English on a small screen', async () => {
    const page = await openCod('language=en');
    const cells = page.locator('.table-body .cell', { hasText: /^TEST|day/ });
    await cells.first().waitFor();
    const cut = await cells.evaluateAll((all) =>
      all.filter((cell) => cell.scrollWidth > cell.clientWidth).map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  });

  test('what cannot be read says so in place of sums and rows', async () => {
    const page = await openCod('fails=cod');
    await expect.poll(() => page.locator('.notice-failed').count()).toBe(1);
    expect(await page.locator('.day-strip').count()).toBe(0);
  });
});
