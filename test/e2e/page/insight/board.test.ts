import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

describe.skipIf(!hasChromium)('the board', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openBoard(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+8');
    await page.locator('.day-strip').waitFor();
    return page;
  }
  const toTab = (page: Page, words: string) => page.getByRole('tab', { name: words }).click();

  test('what nobody knows is said to be unknown, and when it was last known', async () => {
    const page = await openBoard();
    const signed = page.locator('.chart-figure', { hasText: '签收' });
    await expect.poll(() => seen(signed)).toMatch(/未知\s*上次查到/);
    expect(await seen(page.locator('.chart-figure', { hasText: '取号' }).first())).toMatch(
      /343\s*比往常此时多 35/,
    );
  });

  test('where several things need a person, the figure says how many of them are what it names', async () => {
    const page = await openBoard();
    await page.locator('.people-row').first().waitFor();
    const said = await seen(page.locator('.chart-figure', { hasText: '要人看' }));
    const [, all, ofThem] = /(\d+)\s*其中 (\d+)：\S+/.exec(said) ?? [];
    expect(Number(ofThem)).toBeGreaterThan(0);
    expect(Number(all)).toBeGreaterThan(Number(ofThem));
  });

  test('the hours stay in sight however many things need a person: their list scrolls in itself', async () => {
    const page = await openBoard();
    await page.locator('.people-row').nth(9).waitFor();
    const [chart, list] = await page.evaluate(() =>
      ['.board-day .bars', '.people-list'].map(
        (part) => document.querySelector(part)?.getBoundingClientRect().bottom ?? 0,
      ),
    );
    const height = await page.evaluate(() => innerHeight);
    expect(chart).toBeLessThan(height - 40);
    expect(list).toBeLessThan(height);
  });

  test('the arrows walk over the hours, and Enter opens the orders booked in one of them', async () => {
    const page = await openBoard();
    await page.locator('.chart .chart-mark').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').getAttribute('aria-label')).toContain('10:00');
    await page.keyboard.press('Enter');
    const chip = page.getByRole('button', { name: '取的号' });
    await expect.poll(() => seen(chip)).toMatch(/10:00 至 .*11:00/);
    await chip.click();
    await expect.poll(() => chip.count()).toBe(0);
  });

  test('T shows the table behind a chart, and copying takes all of it to a spreadsheet', async () => {
    const page = await openBoard();
    await page.locator('.chart .chart-mark').first().focus();
    await page.keyboard.press('t');
    await page.locator('.chart-table').waitFor();
    await expect.poll(() => seen(page.locator('.chart-table'))).toMatch(/08:00/);
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('.chart-table')?.dispatchEvent(event);
      return clipboardData.getData('text/plain').split('\n').slice(0, 2);
    });
    expect(copied).toEqual(['小时\t取号\t往常（同星期几）', '08:00\t25\t17']);
  });

  test('a platform that fails is named with its codes, and leads to those calls', async () => {
    const page = await openBoard();
    await toTab(page, '接口');
    await page.locator('.range', { hasText: '快递100 备用' }).first().waitFor();
    await page.locator('.ranked-row', { hasText: 'CARRIER_DOWN' }).click();
    await page.getByRole('button', { name: /· CARRIER_DOWN/ }).waitFor();
    await page.locator('.table-body .row').first().waitFor();
    expect(await seen(page.locator('.table-body'))).not.toContain('成功');
  });

  test('every tab of the board has something to show, and unknown is hatched', async () => {
    const page = await openBoard();
    for (const [words, mark] of [
      ['单量', '.bars-unknown.chart-unknown'],
      ['时效', '.heat-cell.chart-unknown'],
      ['异常', '.ranked-row'],
      ['费用', '.ranked-unknown.chart-unknown'],
    ] as const) {
      await toTab(page, words);
      await page.locator(mark).first().waitFor();
    }
  });

  test('a mark leads to the parcels it counts, says which they are, and one press shows all again', async () => {
    const page = await openBoard();
    await toTab(page, '时效');
    await page.locator('.range', { hasText: '中通' }).click();
    const chip = page.getByRole('button', { name: /签收的 · 中通/ });
    await chip.waitFor();
    const groups = page.locator('.filter-chip[aria-pressed=true]');
    await expect.poll(() => seen(groups)).toMatch(/全部/);
    await chip.click();
    await expect.poll(() => chip.count()).toBe(0);
    await page.keyboard.press('Alt+8');
    await toTab(page, '异常');
    await page.locator('.ranked-row').first().click();
    const kind = page.locator('.case-filters');
    await expect.poll(() => seen(kind)).not.toContain('全部类型');
  });

  test('what is printed, what a platform did not serve and what is due lead to just these, and one press shows all', async () => {
    const page = await openBoard();
    await page.locator('.chart-figure', { hasText: '打印' }).first().click();
    const printed = page.getByRole('button', { name: /首次打印的/ });
    await printed.waitFor();
    const narrowed = await page.locator('.table-foot').textContent();
    await printed.click();
    await expect.poll(() => page.locator('.table-foot').textContent()).not.toBe(narrowed);

    await page.keyboard.press('Alt+8');
    await toTab(page, '接口');
    await page.locator('.chart-figure', { hasText: '平台可用率' }).click();
    const away = page.getByRole('button', { name: /没有应答的 · 24 小时/ });
    await away.waitFor();
    const codes = page.locator('.table-body');
    await expect.poll(() => seen(codes)).not.toContain('成功');
    await away.click();
    await expect.poll(() => seen(codes)).toContain('成功');

    await page.keyboard.press('Alt+8');
    await toTab(page, '接口');
    await page.locator('.chart-figure', { hasText: '物流更新落后' }).click();
    const due = page.getByRole('button', { name: '到时间该查询、还没查的' });
    await due.waitFor();
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog').getByText('只写其中：到时间该查询、还没查的。').waitFor();
    await page.keyboard.press('Escape');
    await due.click();
    await expect.poll(() => due.count()).toBe(0);
  });

  test('the wall shows counts and no name, turns by itself or by →, and Esc leads back', async () => {
    const page = await openBoard();
    await page.keyboard.press('w');
    const wall = page.locator('.wall');
    await wall.locator('.bars').waitFor();
    await page.keyboard.press('ArrowRight');
    await wall.locator('.people-row').first().waitFor();
    expect(await seen(wall)).not.toMatch(/1[3-9]\d{9}|\d{12,}/);
    await page.keyboard.press('Escape');
    await expect.poll(() => wall.count()).toBe(0);
    await page.locator('.day-strip').waitFor();
  });
});
