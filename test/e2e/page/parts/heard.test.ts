import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

/** As the system would. */
const dropOrders = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], '订单.xlsx'));
    const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    document.querySelector('.import-files')?.dispatchEvent(dropped);
  });

describe.skipIf(!hasChromium)('who cannot see the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('hears what went wrong over an open dialog, and can press what is offered there', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row .cell').first().waitFor();
    await page.keyboard.press('g');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await page.evaluate("window.page.break('merging.merge')");
    await page.keyboard.press('Enter');
    const toast = dialog.locator('.toast-failed');
    await toast.waitFor();
    await expect.poll(() => page.locator('.toast').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.shell > .toast-region .toast-failed').waitFor();
    await page.locator('.toast').getByRole('button', { name: '关闭' }).click();
    await page.locator('.toast').waitFor({ state: 'detached' });
  });

  test('hears one word at a time, not once more what stands beside it', async () => {
    const page = await pages.open();
    const region = page.locator('.toast-region');
    expect(await region.getAttribute('aria-atomic')).toBe('false');
  });

  test('hears which screen a key led to, and how a run of bookings and an import ended, wherever the focus is', async () => {
    const page = await pages.open('orders=12');
    const heard = page.locator('.shell > p[role=status]');
    await expect.poll(() => heard.textContent()).toBe('今日');
    await page.keyboard.press('Alt+4');
    await expect.poll(() => heard.textContent()).toBe('发货');
    await page.locator('.table-body .row .cell-tick').first().click();
    await page.locator('.desk .button-primary:not(:disabled)').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-go, .preflight-foot').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => heard.textContent()).toMatch(/^本轮取号完成 已取到 \d 单 /);
    await page.keyboard.press('Alt+2');
    await expect.poll(() => heard.textContent()).toBe('导入');
    await page.locator('.import-files').waitFor();
    await dropOrders(page);
    await page.locator('.shell-main .button-primary:not(:disabled)').waitFor();
    await page.locator('.map-header').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => heard.textContent()).toMatch(/^订单\.xlsx 已导入 .*校正 48 单/);
  });

  test('hears of each button of Today what it is about', async () => {
    const page = await pages.open();
    const rows = page.locator('.today-row');
    await rows.nth(3).waitFor();
    const heard = await rows
      .nth(3)
      .locator('button')
      .evaluate((button) => {
        const about = document.getElementById(button.getAttribute('aria-describedby') ?? '');
        return [button.textContent, about?.querySelector('strong')?.textContent];
      });
    expect(heard).toEqual(['回答', '取号结果要你来答']);
  });

  test('is told with the focus which order comes next in Correct, and what is wrong with it', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+3');
    const heard = () =>
      page.evaluate(() => {
        const focused = document.activeElement;
        const words = (attribute: string) =>
          document.getElementById(focused?.getAttribute(attribute) ?? '')?.textContent ?? '';
        return { name: words('aria-labelledby'), says: words('aria-describedby') };
      });
    await expect.poll(async () => (await heard()).name).not.toBe('');
    const first = await heard();
    expect(first.says).toContain('有一段文字不知道属于哪里');
    await page.keyboard.press('Enter');
    const shown = page.locator('.correction header strong');
    await expect.poll(() => seen(shown)).not.toBe(first.name);
    await expect.poll(async () => (await heard()).name).toBe(await seen(shown));
    expect((await heard()).says).not.toBe('');
  });
});

describe.skipIf(!hasChromium)('who has the system at high contrast', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('sees which filter, place and row are chosen, and what is ticked', async () => {
    const page = await pages.openAlone();
    await page.emulateMedia({ forcedColors: 'active' });
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row .cell').first().waitFor();
    await page.locator('.table-body .row .cell').nth(1).click();
    await page.locator('.row-active').waitFor();
    await page.locator('.cell-tick input').first().click();
    await page.mouse.move(0, 0);
    for (const chosen of [
      '.filter-chip[aria-pressed=true]',
      '.rail-item[aria-current=page]',
      '.row-active',
    ]) {
      const outline = await page
        .locator(chosen)
        .first()
        .evaluate((it) => getComputedStyle(it).outlineWidth);
      expect(outline, chosen).toBe('2px');
    }
    const [ground, sign] = await page
      .locator('input:checked')
      .first()
      .evaluate((box) => [
        getComputedStyle(box).backgroundColor,
        getComputedStyle(box, '::before').backgroundColor,
      ]);
    expect(sign).not.toBe(ground);
  });
});
