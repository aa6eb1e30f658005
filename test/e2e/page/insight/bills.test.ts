import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

const rows = (page: Page) => page.locator('.table-body .row');
const pane = (page: Page) => page.locator('.detail');
const chip = (page: Page, name: string) => page.locator('.filter-chip', { hasText: name });

async function openBills(pages: Pages, query = ''): Promise<Page> {
  const page = await pages.open(query);
  await page.keyboard.press('Alt+8');
  await page.getByRole('tab', { name: /^(对账|Bills)$/ }).click();
  await page.locator('.bill-drop').waitFor();
  return page;
}

/** A file as if somebody had dropped it. */
async function drop(page: Page, name: string): Promise<void> {
  await page.evaluate((fileName) => {
    const files = new DataTransfer();
    files.items.add(new File(['x'], fileName));
    document
      .querySelector('.bill-drop')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));
  }, name);
}

describe.skipIf(!hasChromium)('bills in Insight', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('a dropped bill is shown with its columns, confirmed where they are a guess, and reconciled', async () => {
    const page = await openBills(pages, 'fresh');
    await page.getByText('还没有对过账').waitFor();
    await drop(page, '中通 11 月新格式.xlsx');
    await page.getByText('猜的，请核对').waitFor();
    // The carrier is read off the file's name.
    await expect.poll(() => seen(page.locator('.bill-facts'))).toMatch(/中通/);
    await page.getByRole('button', { name: '确认并对账' }).click();
    await page.locator('.bill-strip').waitFor();
    await expect.poll(() => seen(page.locator('.bill-strip'))).toMatch(/账单金额\s*¥[\d,.]+\s*12,476 行/);
    await page.keyboard.press('Escape');
    await rows(page).first().waitFor();
  });

  test('a bill that is here already leads to its result and cannot be taken in again', async () => {
    const page = await openBills(pages);
    await drop(page, '中通 同一份.xlsx');
    await page.getByText('这份账单已经对过账。').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '开始对账' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '打开那次结果' }).click();
    await page.locator('.bill-strip').waitFor();
  });

  test('a bill that cannot be read says why, and another can be chosen', async () => {
    const page = await openBills(pages);
    await drop(page, '中通 坏.xlsx');
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: '换一个文件' }).click();
    await page.locator('.bill-drop').waitFor();
  });

  test('each class is a list, a parcel shows both weights, and its claim moves on', async () => {
    const page = await openBills(pages);
    await rows(page).first().click();
    await chip(page, '可申诉').waitFor();
    await chip(page, '重量不符').first().click();
    await rows(page).first().click();
    await expect.poll(() => seen(pane(page))).toMatch(/重量\s*\d\.\d\d kg\s*0\.\d\d kg/);
    await pane(page).getByRole('button', { name: '已提交' }).click();
    await page.locator('.toast-done', { hasText: '1 条申诉改为“已提交”。' }).waitFor();
    await pane(page).getByRole('button', { name: '对方认可' }).click();
    await pane(page).getByText('已认可').waitFor();
  });

  test('claims are written as a file, and the tolerance is changed within its limits', async () => {
    const page = await openBills(pages);
    await rows(page).first().click();
    await chip(page, '可申诉').waitFor();
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog').getByText('同时把待申诉的标为“已提交”').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: 'claims-ZTO.xlsx' }).waitFor();
    await page.getByRole('button', { name: '允许误差' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('重量和价格误差（%）').fill('101');
    await expect.poll(() => dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await dialog.getByLabel('重量和价格误差（%）').fill('5');
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: '已保存允许误差。' }).waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
