import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenDigits } from '../../../renderer/parts/place.ts';
import { openFilter } from './openFilter.ts';
import { hasChromium, openPages, type Pages } from './openPages.ts';
import { scan } from './scan/scan.ts';
import { seen } from './seen.ts';

async function firstOrder(page: Page): Promise<{ orderNo: string; row: string }> {
  const row = page.locator('.table-body .row').first();
  await row.waitFor();
  return { orderNo: (await seen(row.locator('[data-column=orderNo]'))).trim(), row: await seen(row) };
}

describe.skipIf(!hasChromium)('the page in a browser', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  for (const look of ['language=zh-CN&theme=light', 'language=en&theme=dark']) {
    test(`every screen opens without a complaint of the browser or its content policy (${look})`, async () => {
      const before = pages.complaints.length;
      const page = await pages.open(look);
      for (const place of Object.values(screenDigits)) {
        await page.keyboard.press(`Alt+${place}`);
        await page.locator('.screen').waitFor();
        await page.waitForFunction(() => document.querySelectorAll('.screen .soft').length >= 0);
        expect(await seen(page.locator('.screen'))).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z.][a-z]/);
      }
      expect(pages.complaints.slice(before)).toEqual([]);
    });
  }

  test('no English word stands on a Chinese screen', async () => {
    const page = await pages.open();
    const allowed =
      /^([A-Z]|Alt|Ctrl|Tab|Esc|Excel|WPS|TXT|xlsx|xls|CSV|UTF-8|Del|TEST\d+|SD\d+|kg|g|ml|ms|dpi|SHIPMENT_UNSURE)$/;
    const found = new Set<string>();
    for (const place of Object.values(screenDigits)) {
      await page.keyboard.press(`Alt+${place}`);
      await page.locator('.screen').waitFor();
      await page.locator('.screen button').first().waitFor();
      const words = (await seen(page.locator('body'))).match(/[A-Za-z][A-Za-z0-9_-]*/g) ?? [];
      for (const word of words) if (!allowed.test(word)) found.add(word);
    }
    expect([...found]).toEqual([]);
  });

  for (const way of ['fails', 'silent'])
    test(`the places are there where what there is to do cannot be read (${way}=status.get)`, async () => {
      const page = await pages.open(`${way}=status.get`);
      await page.keyboard.press('Alt+4');
      await page.locator('.table-body .row').first().waitFor();
    });

  test('a scan opens its parcel and leaves the field it fell into as it was', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const { orderNo } = await firstOrder(page);
    const search = page.locator('input[type=search]');
    await search.fill('云南');
    await search.fill('138');
    await search.focus();
    await scan(page, orderNo);
    await page.locator('.detail strong', { hasText: orderNo }).waitFor();
    await expect.poll(() => search.inputValue()).toBe('138');
  });

  test('a scan presses no button', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const { orderNo } = await firstOrder(page);
    await page.locator('.desk .button-primary').focus();
    await scan(page, orderNo);
    await page.locator('.detail strong', { hasText: orderNo }).waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
  });

  test('while the core restarts the page says so, keeps what is typed, and shows data again', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    const detail = page.getByLabel('详细地址');
    await detail.fill('环城东路 99 号');
    await page.evaluate('window.page.stopCore()');
    await page.locator('.connection-down').waitFor();
    await expect.poll(() => detail.inputValue()).toBe('环城东路 99 号');
    await page.evaluate('window.page.startCore()');
    await page.locator('.connection-banner').waitFor({ state: 'detached' });
    await expect.poll(() => detail.inputValue()).toBe('环城东路 99 号');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.toast-done').waitFor();
  });

  test('Esc leaves the field first, then the screen, and the typed text waits there', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.getByLabel('详细地址').fill('新的地址');
    await page.keyboard.press('Escape');
    await page.locator('.settings-nav').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+9');
    await expect.poll(() => page.getByLabel('详细地址').inputValue()).toBe('新的地址');
  });

  test('booking says what it will do, then shows the states as they change', async () => {
    const page = await pages.open('orders=40');
    await page.keyboard.press('Alt+4');
    await page.locator('.desk-preview').waitFor();
    const chip = page.locator('.filter-chip', { hasText: '待取号' }).locator('.filter-count');
    const ready = Number(await seen(chip));
    await expect.poll(() => seen(page.locator('.desk-preview'))).toContain(`${ready} 单`);
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict', { hasText: `${ready} 单` }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.panel.run').waitFor();
    await expect
      .poll(() => seen(page.locator('.filter-chip', { hasText: '待取号' })))
      .toMatch(/^待取号\s*0?$/);
  });

  test('the orders of a filter are exported: masked unless ticked, said before, and the file is one press away', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const chip = page.locator('.filter-chip', { hasText: '已挂起' });
    await openFilter(page, '已挂起');
    await expect.poll(() => seen(chip.locator('.filter-count'))).not.toBe('');
    const held = await seen(chip.locator('.filter-count'));
    // It exports what is shown, once that is known.
    await expect.poll(() => page.getByRole('button', { name: '导出' }).first().isEnabled()).toBe(true);
    await page.keyboard.press('Control+e');
    const dialog = page.locator('dialog');
    await dialog.getByText(`导出 ${held} 单`).waitFor();
    await dialog.getByText('会打码', { exact: false }).waitFor();
    await page.keyboard.press('Space');
    await dialog.getByText('会留下记录', { exact: false }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: `已导出 ${held} 单` }).waitFor();
    await page.getByRole('button', { name: '打开所在文件夹' }).click();
    expect(await page.evaluate('window.page.shown')).toEqual(['orders-revealed']);
  });

  test('an unsure label asks a plain question and believes the answer', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+5');
    const question = page.locator('.asking-unsure');
    await question.waitFor();
    const asked = await seen(question.locator('.asking-title'));
    await page.getByRole('button', { name: '没有打出来' }).click();
    await page.waitForFunction((was) => document.querySelector('.asking-title')?.textContent !== was, asked);
  });

  test('a hundred thousand orders scroll with a few dozen rows in the page and none left blank', async () => {
    const page = await pages.open('orders=100000');
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await firstOrder(page);
    await expect.poll(() => seen(page.locator('.filter-chip').first())).toContain('100,000');
    await page.locator('.table').focus();
    await page.keyboard.press('End');
    await page.locator('[aria-rowindex="100001"] .cell-number').first().waitFor();
    expect(await page.locator('.table-body .row').count()).toBeLessThan(80);
    for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, -1200);
    await page.waitForFunction(() => document.querySelectorAll('.cell-blank').length === 0);
  });

  test('a first run chooses its language, and a wrong passphrase is told in words', async () => {
    const fresh = await pages.open('session=new&fresh=1');
    await fresh.getByText('English').click();
    await fresh.getByRole('button', { name: 'Start practising' }).click();
    await fresh.locator('.first-steps:not(.first-day)').waitFor();
    await expect.poll(() => seen(fresh.locator('.today-next'))).toContain('Fill in the sender');
    const locked = await pages.open('session=locked');
    await locked.getByLabel('口令').fill('wrong');
    await locked.keyboard.press('Enter');
    await locked.locator('.notice-failed').waitFor();
    await expect.poll(() => seen(locked.locator('.notice-failed'))).toContain('WORKSPACE_LOCKED');
  });
});
