import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFilter } from '../openFilter.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seen } from '../seen.ts';
import { dropAnywhere, dropFiles } from './dropNamed.ts';

/** The keys pressed and the screens shown from here on. */
async function countWay(
  page: Page,
): Promise<() => Promise<{ readonly keys: number; readonly places: string[] }>> {
  await page.evaluate(() => {
    const way = { keys: 0, places: [] as string[] };
    Object.assign(window, { way });
    window.addEventListener('keydown', ({ key }) => {
      if (!['Control', 'Shift', 'Alt'].includes(key)) way.keys += 1;
    });
    const look = () => {
      const place = document.querySelector('.rail-item[aria-current="page"] > span')?.textContent ?? '';
      if (way.places.at(-1) !== place) way.places.push(place);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, childList: true });
  });
  return () => page.evaluate(() => (window as unknown as { way: { keys: number; places: string[] } }).way);
}

/** The field a column of the file is taken for, as the row shows it. */
function fieldOf(page: Page, header: string): Promise<string> {
  const row = page.locator('.map-row').filter({ has: page.getByText(header, { exact: true }) });
  return seen(row.locator('.map-field-name'));
}

describe.skipIf(!hasChromium)('order intake in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('a known file dropped anywhere goes to paper by one key, its doubtful addresses shown on the way', async () => {
    const page = await pages.open('clean=1');
    await page.locator('.today').waitFor();
    const way = await countWay(page);
    await dropAnywhere(page, ['订单.xlsx']);
    const strip = page.locator('.known-strip');
    await strip.getByText('20 单可取号 · 3 单要校正').waitFor({ timeout: 45_000 });
    const [box, bar] = [await strip.boundingBox(), await page.locator('.status-bar').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await page.keyboard.press('Control+Enter');
    // 36 were in hand before.
    await page.locator('.panel.run').getByText('共 56 单').waitFor({ timeout: 20_000 });
    const { keys, places } = await way();
    expect(keys).toBe(1);
    expect(places).toEqual(['今日', '校正', '发货']);
    expect(await strip.count()).toBe(0);
  }, 90_000);

  test('a known file dropped by somebody who works leaves them where they are', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+5');
    await page.locator('.screen').waitFor();
    const way = await countWay(page);
    await dropAnywhere(page, ['订单.xlsx']);
    const strip = page.locator('.known-strip');
    await strip.getByRole('button', { name: '校正 3 单' }).waitFor({ timeout: 45_000 });
    expect((await way()).places).toEqual(['打印']);
    await strip.getByRole('button', { name: '校正 3 单' }).click();
    await page.locator('.correction').waitFor();
  }, 90_000);

  test('a file that asks something leads to Import, wherever it was dropped', async () => {
    const page = await pages.open();
    await page.locator('.today').waitFor();
    await dropAnywhere(page, ['繁体.csv']);
    await page.locator('.encoding-choice').nth(1).waitFor();
    expect(await page.locator('.known-strip').count()).toBe(0);
  });

  test('a column is mapped by keys alone: to the list, to the doubt, type a name, Enter', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.locator('.map-row-active', { hasText: '与“数量”重复' }).waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await seen(page.locator('.map-row-active .map-header'))).toBe('仓位');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: '“仓位”对应的字段' }).fill('仓库');
    await page.keyboard.press('Enter');
    await expect.poll(() => fieldOf(page, '仓位')).toBe('仓库');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    await expect.poll(() => fieldOf(page, '仓位')).toBe('不导入');
  });

  test('a name that no field has leaves the column as it was; “leave out” is taken by name or by arrow', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page.locator('.map-row').first().waitFor();
    const before = await fieldOf(page, '预约发货');
    await page.locator('.map-row', { hasText: '预约发货' }).getByRole('button').click();
    const search = page.getByRole('combobox', { name: '“预约发货”对应的字段' });
    await search.fill('订单好');
    await page.getByText('没有这个名称的字段。').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => search.inputValue()).toBe('订单好');
    await search.fill('卖家备注');
    await page.keyboard.press('Enter');
    await expect.poll(() => fieldOf(page, '预约发货')).not.toBe(before);
    await page.locator('.map-row', { hasText: '预约发货' }).getByRole('button').click();
    await search.fill('不导');
    await page.keyboard.press('Enter');
    await expect.poll(() => fieldOf(page, '预约发货')).toBe('不导入');
  });

  test('a field is dragged onto a column and a column onto a field', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page
      .locator('.field-tile', { hasText: '重量' })
      .dragTo(page.locator('.map-row', { hasText: '仓位' }));
    await expect.poll(() => fieldOf(page, '仓位')).toBe('重量');
    await page
      .locator('.map-row', { hasText: '预约发货' })
      .dragTo(page.locator('.field-tile', { hasText: '卖家备注' }));
    await expect.poll(() => fieldOf(page, '预约发货')).toBe('卖家备注');
  });

  test('a needed field that no column gives is named until one does', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.locator('.notice-note', { hasText: '订单号' }).waitFor();
    await page.locator('.field-missing', { hasText: '订单号' }).waitFor();
  });

  test('one key answers the encoding, a password opens a locked workbook, a broken file keeps nobody back', async () => {
    const page = await pages.open();
    await dropFiles(page, ['繁体.csv', '密码.xlsx', '坏.xlsx', '订单.xlsx']);
    await page.locator('.queue-row').nth(3).waitFor();
    await page.locator('.encoding-choice').nth(1).waitFor();
    await page.locator('.queue-row', { hasText: '坏.xlsx' }).getByText('读不了').waitFor();
    await page.keyboard.press('1');
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press(']');
    await page.getByLabel('工作簿密码').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('IMPORT_PASSWORD_WRONG').waitFor();
    await page.getByLabel('工作簿密码').fill('open sesame');
    await page.keyboard.press('Enter');
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.queue-row', { hasText: '订单.xlsx' }).getByText('排队中').waitFor();
  });

  test('each sheet of orders of a workbook is one entry of the queue, and nothing else asks for it', async () => {
    const page = await pages.open();
    await dropFiles(page, ['两天.xlsx']);
    await page.locator('.queue-row', { hasText: '两天.xlsx / 11-26' }).waitFor();
    await page.locator('.queue-row-shown', { hasText: '两天.xlsx / 订单列表' }).waitFor();
    await expect.poll(() => page.locator('.queue-row').count()).toBe(2);
    expect(await page.getByRole('combobox', { name: '工作表' }).count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await page.locator('.queue-row', { hasText: '11-26' }).getByText('排队中').waitFor();
  });

  test('cells copied in a spreadsheet are pasted onto the screen, a single word is not', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+2');
    await page.locator('.import-files').waitFor();
    const paste = (text: string) =>
      page.evaluate((given) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', given);
        document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
      }, text);
    await paste('一个词');
    await page.locator('.toast-failed').waitFor();
    await paste('订单号\t收货人\n1\t林\n');
    await page.getByRole('heading', { name: '粘贴的表格' }).waitFor();
  });

  test('an import goes on while another screen is shown, stops within a second, and leads on from its figures', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.run-figures').waitFor();
    await page.keyboard.press('Alt+4');
    await page.locator('.rail-item', { hasText: '%' }).waitFor();
    await page.keyboard.press('Alt+2');
    await page.locator('.run-figures').waitFor();
    const asked = Date.now();
    await page.keyboard.press('Control+.');
    await page.locator('.run-figures').waitFor({ state: 'detached' });
    expect(Date.now() - asked).toBeLessThan(1000);
  });

  test('figures of a finished import lead to what they ask for, and one key saves the rejected rows', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.figures').waitFor({ timeout: 15_000 });
    await page.keyboard.press('Control+e');
    await page.getByRole('button', { name: '打开所在文件夹' }).click();
    expect(await page.evaluate('window.page.shown.length')).toBe(1);
    await page.locator('.figure-way', { hasText: '内容有变' }).click();
    await page.locator('.change-detail').waitFor();
  });

  test('a scan while the mapping has the focus, or under a dialog, changes nothing', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page.locator('.map-row').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const before = await seen(page.locator('.map-list'));
    await scan(page, '9988776655443');
    await page.locator('.toast-failed').waitFor();
    await page.waitForTimeout(150);
    expect(await seen(page.locator('.map-list'))).toBe(before);
    expect(await page.locator('.field-picker').count()).toBe(0);
    await page.locator('.import-history tbody button').first().click();
    await page.getByRole('button', { name: '撤销导入', exact: true }).focus();
    await scan(page, '9988776655443');
    await page.waitForTimeout(150);
    expect(await page.locator('.history-undone').count()).toBe(0);
  });

  test('as many former imports are shown as the screen has room for, the others on demand', async () => {
    const page = await pages.open();
    const rows = page.locator('.import-history tbody tr');
    try {
      await page.setViewportSize({ width: 1366, height: 600 });
      await page.keyboard.press('Alt+2');
      await rows.first().waitFor();
      await expect.poll(() => rows.count()).toBe(8);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await expect.poll(() => rows.count()).toBe(12);
      await page.setViewportSize({ width: 1366, height: 600 });
      await page.getByRole('button', { name: '再显示 4 条' }).click();
      await expect.poll(() => rows.count()).toBe(12);
    } finally {
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('undo says what goes before anything does', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+2');
    await page.locator('.import-history tbody button').first().click();
    const dialog = page.locator('dialog');
    await dialog.getByText('将删除这次导入新增的 1190 单').waitFor();
    await dialog.getByRole('button', { name: '撤销导入' }).click();
    await page.locator('.history-undone').first().waitFor();
  });
});

describe.skipIf(!hasChromium)('changed, held and merged orders in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('an alarm stands before a change and is not taken by key; a change is', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+2');
    await page.locator('.import-files').waitFor();
    await page.keyboard.press('v');
    await page.locator('.change-detail .notice-failed').waitFor();
    const detail = page.locator('.change-detail');
    await expect.poll(() => seen(detail)).toContain('ORDER_REFUNDED_AFTER_BOOKING');
    // What the words advise is what the button says; a refund changes no field.
    await expect.poll(() => seen(detail)).toContain('确认仍要发货就保留原来的');
    expect(await detail.locator('table').count()).toBe(0);
    await expect.poll(() => seen(page.locator('.table-body .row').first())).toContain('已退款或取消');
    await page.keyboard.press('a');
    await page.waitForTimeout(200);
    await page.locator('.change-detail .notice-failed').waitFor();
    await page.keyboard.press('k');
    await page.locator('.change-detail ins').waitFor();
    await page.keyboard.press('a');
    await page.getByText('没有待核对的变更').waitFor();
  });

  test('orders of one recipient are merged with M and taken apart again from the word that says so', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '待取号' }).click();
    await page.locator('.table-body .row').first().click();
    await page.locator('.merge-hint').waitFor();
    await page.keyboard.press('m');
    await page.locator('.toast-done', { hasText: '合并' }).waitFor();
    await page.locator('.toast-done').getByRole('button', { name: '撤销合并' }).click();
    await page.locator('.toast-done', { hasText: '已撤销' }).waitFor();
  });

  test('an order is held with a reason by keys alone and shows it', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '待取号' }).click();
    await page.locator('.table-body .row').first().click();
    await page.getByRole('button', { name: /^挂起/ }).waitFor();
    await page.keyboard.press('h');
    await page.locator('dialog').waitFor();
    // Nobody has said why: Enter holds nothing.
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] .button-primary:disabled').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.detail .notice', { hasText: '等付款' }).waitFor();
  });

  test('an order maybe booked before a restore goes on only by the answer whether it is the same parcel', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await openFilter(page, '已挂起');
    await page.locator('.filter-chip', { hasText: '可能取过号' }).click();
    await page.locator('.table-body .row').first().click();
    await page.locator('.detail .notice', { hasText: '73610555582883' }).waitFor();
    await page.keyboard.press('h');
    const dialog = page.locator('dialog');
    await dialog.getByText('同一个包裹吗').waitFor();
    await dialog.getByRole('button', { name: '另一个包裹' }).waitFor();
    await dialog.getByRole('button', { name: '同一个包裹' }).click();
    await page.locator('.toast-done', { hasText: '采用已有的单号' }).waitFor();
    await page.locator('.detail', { hasText: '73610555582883' }).waitFor();
  });

  test('numbers are shown row by row before they are written back, and not written twice unasked', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row').first().waitFor();
    await page.keyboard.press('b');
    const dialog = page.locator('dialog');
    await dialog.locator('.write-back-rows tbody tr').nth(19).waitFor();
    // The act was not ready when the dialog opened; Enter means it as soon as it is.
    await dialog.locator('.dialog-foot .button-primary:focus').waitFor();
    await dialog.getByRole('button', { name: '导出文件' }).click();
    await page.locator('.toast-done', { hasText: '已导出' }).waitFor();
    await page.keyboard.press('b');
    await dialog.getByText('没有需要回填的单号').waitFor();
    await dialog.getByText('包括已经回填过的').click();
    await dialog.locator('.write-back-rows tbody tr').first().waitFor();
  });

  test('a row in asterisks is complained of once, and rows not to ship are counted where they belong', async () => {
    const page = await pages.open();
    await dropFiles(page, ['订单.xlsx']);
    await page.locator('.map-header').first().waitFor();
    await page.locator('.shell-main .button-primary:not(:disabled)').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.figures').waitFor({ timeout: 45_000 });
    await page.locator('tr', { hasText: '2026112500091' }).first().waitFor();
    await expect.poll(() => page.locator('tr', { hasText: '2026112500091' }).count()).toBe(1);
    await page.locator('.figure-box', { hasText: '已算在“未导入”里' }).waitFor();
  });

  test('a header of one’s own is added to a field, found again and removed', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.getByRole('button', { name: '表头对照' }).click();
    await page.getByPlaceholder('输入文件里的列名').fill('收货的人');
    await page.keyboard.press('Enter');
    await page.locator('.chip-own', { hasText: '收货的人' }).waitFor();
    await page.getByPlaceholder('按字段或列名查找').fill('收货的人');
    await expect.poll(() => page.locator('.dictionary-row').count()).toBe(1);
    await page.getByRole('button', { name: '删除“收货的人”' }).click();
    await page.locator('.dictionary-detail .chip-own').waitFor({ state: 'detached' });
  });
});
