import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleBadge } from '../../../doubles/page/pageOperators.ts';
import { enterPin } from '../enterPin.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { openByDigit, scan } from '../scan/scan.ts';
import { seen, seenNow } from '../seen.ts';

const patience = { timeout: 20_000 };

/** Of everybody in the sample. */
const pin = '258025';

const dialog = (page: Page) => page.locator('dialog[open]');
const bar = (page: Page) => page.locator('.status-bar');

async function signOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await dialog(page).getByRole('button', { name: '退出登录' }).click();
  await dialog(page).getByText('请登录', { exact: true }).waitFor();
}

describe.skipIf(!hasChromium)('operators at the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  test('without operators nobody is asked for a PIN', async () => {
    const page = await pages.open();
    await page.locator('.today-next').waitFor();
    expect(await dialog(page).count()).toBe(0);
    await page.keyboard.press('Control+l');
    await page.waitForTimeout(150);
    expect(await dialog(page).count()).toBe(0);
  });

  test('by keys alone: a digit chooses the name, the PIN signs in, and the bar says who works here', async () => {
    const page = await pages.open('operator=nobody');
    await dialog(page).waitFor();
    await expect.poll(() => seen(bar(page))).toContain('需要登录');
    await page.keyboard.type('2');
    await enterPin(page, pin);
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => seenNow(bar(page)), patience).toContain('王芳 发货员');
    await page.locator('.today-next').waitFor();
  });

  test('nothing of the page is seen before the sign-in, and neither Esc nor a key gets around it', async () => {
    const page = await pages.open('operator=nobody');
    await dialog(page).waitFor();
    for (const key of ['Escape', 'Escape', 'Escape', 'Alt+4', 'Control+k']) {
      await page.keyboard.press(key);
    }
    await dialog(page).getByText('请登录', { exact: true }).waitFor();
    await expect.poll(() => dialog(page).count()).toBe(1);
    const cover = await dialog(page).evaluate((it) => getComputedStyle(it, '::backdrop').backgroundColor);
    expect(cover).toMatch(/^rgb\(/);
    expect(await page.locator('.table-body .row').count()).toBe(0);
  });

  test('a badge signs in with gloves on, and hands over on any screen', async () => {
    const page = await pages.open('operator=nobody');
    await dialog(page).waitFor();
    await scan(page, 'SHIPDESK-402915773860');
    // There, since the sign-in hides what is said on the page.
    await dialog(page).getByText('这张工牌不能用').waitFor();
    await scan(page, sampleBadge);
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => seenNow(bar(page)), patience).toContain('小李 打包员');
    const clerk = await pages.open('operator=clerk');
    await openByDigit(clerk, 5);
    await scan(clerk, sampleBadge);
    await clerk.getByText('小李 已登录。').waitFor();
    await expect.poll(() => seenNow(bar(clerk)), patience).toContain('小李 打包员');
    expect(await clerk.getByText(sampleBadge.slice(-12)).count()).toBe(0);
  });

  test('a wrong PIN is told; after the third a countdown runs, and another operator need not wait', async () => {
    const page = await pages.openAlone('operator=nobody');
    await dialog(page).waitFor();
    // The two seconds of the countdown are not over before it was looked at.
    await page.clock.setFixedTime(Date.now());
    await page.keyboard.type('3');
    for (let round = 0; round < 3; round += 1) {
      await enterPin(page, '258026');
      await dialog(page).getByText('数字密码不对').waitFor();
      await expect.poll(() => dialog(page).locator('.pin-field').inputValue(), patience).toBe('');
    }
    await dialog(page).getByText('秒后可以再试').waitFor();
    await page.keyboard.type(pin);
    await expect.poll(() => dialog(page).getByRole('button', { name: '登录' }).isDisabled()).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await dialog(page).getByText('秒后可以再试').count()).toBe(0);
    await enterPin(page, pin);
    await expect.poll(() => seenNow(bar(page)), patience).toContain('王芳');
  });

  test.each(['zh-CN', 'en'])(
    'on a small screen at 125 % nothing of the sign-in lies below the fold, also once it has refused (%s)',
    async (language) => {
      const page = await pages.open(`operator=nobody&language=${language}&remembered=${language}`);
      await page.setViewportSize({ width: 1093, height: 614 });
      const body = dialog(page).locator('.dialog-body');
      const isWhole = () => body.evaluate((it) => it.scrollHeight <= it.clientHeight);
      await dialog(page).locator('.operator-name').first().waitFor();
      expect(await isWhole()).toBe(true);
      await scan(page, 'SHIPDESK-000000000000');
      await dialog(page).locator('.notice-failed').waitFor();
      expect(await isWhole()).toBe(true);
      await page.keyboard.type('2');
      await enterPin(page, '111111');
      await dialog(page)
        .locator('.notice', { hasText: /数字密码不对|PIN is wrong/ })
        .waitFor();
      expect(await isWhole()).toBe(true);
    },
  );

  test('whoever signs in is told of wrong PINs since the last time, and of a PIN that is too short by now', async () => {
    const page = await pages.open('operator=nobody&wrongPins=3');
    await dialog(page).waitFor();
    await page.keyboard.type('1');
    await enterPin(page, pin);
    const told = page.locator('.toast-unsure');
    await told.filter({ hasText: '你的数字密码输错过 3 次' }).waitFor();
    await told.filter({ hasText: '店长的至少要 6 位' }).waitFor();
    await expect.poll(() => seen(told.first())).toContain('请店长查看“设置 → 操作员 → 记录”');
  });

  test('a finger on the pad signs in as well', async () => {
    const page = await pages.open('operator=nobody');
    await dialog(page).getByRole('button', { name: '小李' }).click();
    for (const digit of `9${pin}`) {
      await dialog(page).locator('.pin-key', { hasText: digit }).click();
      if (digit === '9') await dialog(page).getByRole('button', { name: '删除一位' }).click();
    }
    await dialog(page).getByRole('button', { name: '登录' }).click();
    await expect.poll(() => seenNow(bar(page)), patience).toContain('小李 打包员');
  });

  test('a scan never lands in the PIN and is not acted on; the PIN takes digits only', async () => {
    const page = await pages.open('operator=nobody');
    await dialog(page).waitFor();
    await page.keyboard.type('2');
    await page.keyboard.type('25a');
    await scan(page, 'SF1234567890123');
    await dialog(page).getByText('刚才扫的条码没有处理').waitFor();
    await expect.poll(() => dialog(page).locator('.pin-field').inputValue()).toBe('');
    await enterPin(page, pin);
    await dialog(page).waitFor({ state: 'detached' });
    expect(await page.locator('.toast').count()).toBe(0);
  });

  test('what was typed and where the cursor was are kept over a sign-out; who comes back is preselected', async () => {
    const page = await pages.open('operator=manager');
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+9');
    const address = page.getByLabel('详细地址');
    await address.fill('环城东路 99 号');
    await signOut(page);
    await expect.poll(() => seen(dialog(page).locator('[aria-pressed=true]'))).toContain('陈店长');
    await enterPin(page, pin);
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => address.inputValue()).toBe('环城东路 99 号');
    await expect.poll(() => address.evaluate((it) => it === document.activeElement), patience).toBe(true);
  });

  test('a core that starts again asks who is there; the sign-in says so while it is away', async () => {
    const page = await pages.open('operator=nobody');
    await dialog(page).waitFor();
    await page.evaluate('page.stopCore()');
    await dialog(page).getByText('正在重新连接后台服务').waitFor();
    await page.evaluate('page.startCore()');
    await dialog(page).getByText('正在重新连接后台服务').waitFor({ state: 'detached' });
    await page.keyboard.type('1');
    await enterPin(page, pin);
    await expect.poll(() => seenNow(bar(page)), patience).toContain('陈店长 店长');
  });

  test('whoever works stays signed in; after a while without a key or a scan the sign-in comes by itself', async () => {
    const page = await pages.openAlone('operator=manager');
    await page.keyboard.press('Alt+9');
    const address = page.getByLabel('详细地址');
    await address.fill('环城东路 99 号');
    await page.clock.install();
    for (let minute = 0; minute < 8; minute += 2) {
      await page.clock.fastForward('02:00');
      await page.keyboard.type('x');
      await page.waitForTimeout(150);
    }
    await expect.poll(() => seen(bar(page))).toContain('陈店长');
    await page.clock.fastForward('05:30');
    await dialog(page).getByText('请登录', { exact: true }).waitFor();
    await expect.poll(() => seen(bar(page))).toContain('需要登录');
    await enterPin(page, pin);
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => address.inputValue()).toBe('环城东路 99 号xxxx');
  });

  test('the palette hands over too; no English word stands on the Chinese sign-in', async () => {
    const page = await pages.open('operator=clerk');
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('换人');
    await page.keyboard.press('Enter');
    await page.locator('.pin-field').waitFor();
    const words = (await seen(dialog(page))).match(/[A-Za-z]+/g) ?? [];
    expect(words).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(pages.complaints).toEqual([]);
  });
});
