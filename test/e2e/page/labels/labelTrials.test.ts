import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

/** A saved template of 76 × 130, back in the list. */
async function openWithTemplate(pages: Pages): Promise<Page> {
  const page = await pages.open();
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText('面单模板').click();
  await page.getByRole('button', { name: '新建模板' }).first().click();
  await page.locator('.label-stage').waitFor();
  await page.locator('.label-editor .editor-head .small').first().click();
  await page.keyboard.press('t');
  await page.getByPlaceholder('模板名称').fill('大促');
  await page.keyboard.press('Control+s');
  await page.locator('.editor-head', { hasText: '第 1 版' }).waitFor();
  await page.getByRole('button', { name: '返回模板列表' }).click();
  return page;
}

describe.skipIf(!hasChromium)('a template on trial', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('gets a share and a time, is compared, goes to 100 % in one press and back, and ends as the default', async () => {
    const page = await openWithTemplate(pages);
    await page.locator('.settings-row', { hasText: '大促' }).getByRole('button', { name: '试用' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('比例（%）').fill('0');
    await expect
      .poll(() => dialog.getByRole('button', { name: '试用', exact: true }).isDisabled())
      .toBe(true);
    await dialog.getByLabel('比例（%）').fill('20');
    await dialog.getByText('1 周').click();
    await dialog.getByRole('button', { name: '试用', exact: true }).click();
    const line = page.locator('.trial-line');
    await line.getByText('试用中').waitFor();
    await expect.poll(() => seen(line)).toContain('20% 的新面单试用');
    await line.getByRole('button', { name: '比较新旧模板' }).click();
    await line.locator('.share-figures', { hasText: '新模板更好' }).waitFor();
    await expect.poll(() => seen(line.locator('.share-figures'))).toContain('412 张里 1 张');
    await line.getByRole('button', { name: '全部改用新模板（100%）' }).click();
    await line.getByText('都用新模板', { exact: true }).waitFor();
    await page.getByRole('button', { name: '恢复到 20%' }).click();
    await line.getByText('试用中').waitFor();
    await line.getByRole('button', { name: '停止试用（0%）' }).click();
    await line.getByRole('button', { name: '结束，留下原模板' }).click();
    await line.waitFor({ state: 'detached' });
    expect(pages.complaints).toEqual([]);
  });
});
