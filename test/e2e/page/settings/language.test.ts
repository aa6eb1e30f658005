import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

describe.skipIf(!hasChromium)('the language of the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('is another one at once, and nothing is left that is said in the former', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '外观与语言' }).click();
    await page.getByText('English', { exact: true }).click();
    await page.locator('.settings-nav button', { hasText: 'Appearance & language' }).waitFor();
    const said = await page.locator('.toast').allInnerTexts();
    expect(said.join()).not.toMatch(/[\u4e00-\u9fff]/);
    expect(pages.complaints).toEqual([]);
  });
});
