import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the packing rules in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openSection(page: Page): Promise<void> {
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^打包规则$|^Packing rules$/ }).click();
  }
  async function openRules(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await openSection(page);
    await page.locator('.packing-steps').waitFor();
    return page;
  }
  const body = (page: Page) => page.locator('.settings-body');
  const saved = (page: Page) => page.locator('.toast', { hasText: '设置已保存' }).first().waitFor();
  /** antd keeps its list outside of the section. */
  async function choose(page: Page, field: string, option: RegExp): Promise<void> {
    await page.getByLabel(field, { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: option }).click();
  }

  test('what is changed is kept: when the label prints, and that parcels are weighed', async () => {
    const page = await openRules();
    await expect.poll(() => page.getByLabel('验完货打').isChecked()).toBe(true);
    await page.getByLabel('称完重打').click();
    await expect.poll(() => seenNow(body(page))).toContain('没有勾选称重，所以验完货就打');
    await page.getByLabel('每个包裹都称重').click();
    await saved(page);
    await expect.poll(() => seenNow(body(page))).toContain('重量称稳以后');
    await page.keyboard.press('Alt+4');
    await openSection(page);
    await expect.poll(() => page.getByLabel('称完重打').isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('每个包裹都称重').isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('逐件扫码验货').isChecked()).toBe(true);
  });

  test('its name stands on the bench', async () => {
    const page = await openRules();
    await page.getByLabel('打包台名称').fill('2 号台');
    await page.keyboard.press('Enter');
    await saved(page);
    await page.keyboard.press('Alt+6');
    await expect.poll(() => seenNow(page.locator('.screen-head'))).toContain('2 号台');
  });

  test('without a limit every shop is packed; one that is added can be taken out again', async () => {
    const page = await openRules();
    const shops = page.getByRole('group', { name: '只打这些店铺' });
    await expect.poll(() => seen(shops)).toContain('全部店铺');
    await choose(page, '添加店铺', /^专营店$/);
    await expect.poll(() => seenNow(shops)).not.toContain('全部店铺');
    await page.getByRole('button', { name: '去掉 专营店' }).click();
    await expect.poll(() => seenNow(shops)).toContain('全部店铺');
    await choose(page, '添加快递', /顺丰/);
    await page.getByRole('button', { name: /^去掉 顺丰/ }).waitFor();
  });

  test('labels go by the rules or to one printer, slips to none or to one', async () => {
    const page = await openRules();
    await expect.poll(() => seen(body(page))).toContain('按规则自动选择');
    await expect.poll(() => seen(body(page))).toContain('不打临时单');
    await page.getByLabel('临时单打印机', { exact: true }).click();
    const options = page.locator('.ant-select-item-option');
    const [, printer = ''] = await options.allInnerTexts();
    expect(printer).not.toBe('');
    await options.nth(1).click();
    await saved(page);
    await expect.poll(() => seenNow(body(page))).not.toContain('不打临时单');
    await expect.poll(() => seen(body(page))).toContain(printer);
  });

  test('a packer sees it closed, and who may change it', async () => {
    const page = await pages.open('operator=packer');
    await openSection(page);
    await expect.poll(() => seen(page.locator('.right-needed'))).toContain('权限');
    expect(await page.locator('.packing-steps').count()).toBe(0);
  });

  test.each([
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ] as const)('nothing is cut (%s, %s)', async (language, theme) => {
    const page = await openRules(`language=${language}&theme=${theme}`);
    const wider = await body(page).evaluate((element) => element.scrollWidth > element.clientWidth + 1);
    expect(wider).toBe(false);
  });
});
