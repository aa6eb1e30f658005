import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('alarms in the status bar, on Today, in Insight and in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const bar = (page: Page) => page.locator('.status-bar');
  const sheet = (page: Page) => page.locator('.alarm-sheet');

  test('nothing is said of alarms while there is none, and the list says what would be there', async () => {
    const page = await pages.open();
    expect(await seen(bar(page))).not.toContain('报警');
    await page.keyboard.press('Alt+8');
    await page.getByRole('tab', { name: '报警' }).click();
    await expect.poll(() => seen(page.locator('.alarms-none'))).toContain('现在没有报警');
  });

  test('an alarm leads from the bar to its sheet, to the backup and back', async () => {
    const page = await pages.open('alarms=1');
    await expect.poll(() => seenNow(bar(page))).toContain('平台连不上');
    await expect.poll(() => seenNow(page.locator('.today .notice').first())).toContain('37 单在等');
    await bar(page).getByRole('button', { name: /报警/ }).click();
    await expect.poll(() => seenNow(sheet(page))).toContain('138 0013 8000');
    const words = await seen(sheet(page));
    expect(words).toContain('用手机打开平台网站');
    expect(words).toContain('37 单在等');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(sheet(page))).toContain('现在由“快递100 备用”取号');
    await expect.poll(() => seenNow(page.locator('.alarm-events'))).toContain('转走 37 单，留下 2 单');
    await sheet(page).getByRole('button', { name: '切回' }).click();
    await expect.poll(() => seen(page.getByRole('dialog'))).toContain('还没确认');
    await page.keyboard.press('Escape');
    await sheet(page).getByRole('button', { name: '检查一下' }).click();
    await expect.poll(() => seenNow(sheet(page))).toContain('最近 10 分钟调用正常');
    await sheet(page).getByRole('button', { name: '切回' }).click();
    await expect.poll(() => seenNow(page.locator('.alarm-events'))).toContain('切回');
    await page.keyboard.press('a');
    await expect.poll(() => seenNow(sheet(page))).toContain('已知悉');
  });

  test('the arrows walk through the list, also to what is over', async () => {
    const page = await pages.open('alarms=1&language=en');
    await bar(page)
      .getByRole('button', { name: /Alarms/ })
      .click();
    await sheet(page).waitFor();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => seenNow(sheet(page))).toContain('Printer stopped');
    await expect.poll(() => seen(sheet(page))).toContain('Over');
  });

  test('a channel is added with its address hidden, tested, and named where it does not work', async () => {
    const page = await pages.open('alarms=1');
    await page.keyboard.press('Alt+9');
    await page.getByRole('button', { name: '报警和应急' }).click();
    const body = page.locator('.settings-body');
    await expect.poll(() => seenNow(body)).toContain('不认这个用户名或密码');
    await body.getByRole('button', { name: '添加渠道' }).click();
    await body.getByLabel('名称').nth(2).fill('夜班群');
    const address = body.getByLabel('Webhook 地址');
    expect(await address.getAttribute('type')).toBe('password');
    await address.fill('https://oapi.dingtalk.com/robot/send?access_token=t');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(body)).toContain('夜班群');
    await body.getByRole('button', { name: '发测试消息' }).nth(1).click();
    await expect.poll(() => seenNow(body)).not.toContain('不认这个用户名或密码');
    expect(pages.complaints).toEqual([]);
  });
});
