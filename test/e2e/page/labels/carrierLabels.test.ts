import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

async function openLabels(pages: Pages, query = ''): Promise<Page> {
  const page = await pages.open(query);
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText('面单模板').click();
  await page.getByRole('heading', { name: '面单模板' }).waitFor();
  return page;
}

describe.skipIf(!hasChromium)('the carrier’s own label as a setting', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('says what it does before it is turned on, and there is nothing to look at before one came', async () => {
    const page = await openLabels(pages);
    const panel = page.getByRole('region', { name: '快递公司自带的模板' });
    await expect.poll(() => seen(panel)).toContain('不联网、不运行脚本');
    await expect.poll(() => panel.getByRole('button', { name: '看打印效果' }).isDisabled()).toBe(true);
    await panel.getByText('快递公司的模板', { exact: true }).click();
    await page.locator('.toast', { hasText: '改用快递公司的模板' }).waitFor();
    await panel.getByText('最近一次收到模板').waitFor();
  });

  test('its preview is the very bitmap, or the reason why our layout would be printed', async () => {
    const page = await openLabels(pages);
    const panel = page.getByRole('region', { name: '快递公司自带的模板' });
    await panel.getByText('快递公司的模板', { exact: true }).click();
    await panel.getByRole('button', { name: '看打印效果' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.locator('.notice-note', { hasText: '模板比纸大' }).waitFor();
    expect(await dialog.locator('canvas').count()).toBe(0);
    await dialog.getByText('100 × 150').click();
    await dialog.locator('canvas').waitFor();
    await expect.poll(() => seen(dialog)).toContain('来自运单');
    await page.keyboard.press('Escape');
    await panel.getByText('本程序的版式', { exact: true }).click();
    await page.locator('.toast', { hasText: '改用本程序的版式' }).waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('is not offered where no account has one', async () => {
    const page = await openLabels(pages, 'fresh=1');
    expect(await page.getByRole('region', { name: '快递公司自带的模板' }).count()).toBe(0);
  });
});
