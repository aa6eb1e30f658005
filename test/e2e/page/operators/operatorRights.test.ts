import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScreenId, screenDigits, screenIds } from '../../../../renderer/parts/place.ts';
import { enterPin } from '../enterPin.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { openByDigit, scan } from '../scan/scan.ts';
import { seen, seenNow } from '../seen.ts';

const patience = { timeout: 20_000 };

/** Of everybody in the sample. */
const pin = '258025';

/** The one on top. */
const dialog = (page: Page) => page.locator('dialog[open]').last();
const facts = (page: Page) => page.locator('.detail .facts').first();
const refused = (page: Page): Promise<string[]> => page.evaluate('page.refused');

async function openFirstOrder(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await page.locator('.table-body .row').first().click();
  await facts(page).waitFor();
}

async function openReprint(page: Page): Promise<void> {
  await page.keyboard.press('Alt+5');
  await page.locator('.filter-chip', { hasText: '已打印' }).click();
  await page.locator('.table-body .row').first().click();
  await page.locator('.detail').waitFor();
  await page.keyboard.press('p');
  await dialog(page).waitFor();
}

async function reprint(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: '卡纸', exact: true }).click();
  await dialog(page).getByRole('button', { name: '补打', exact: true }).click();
}

const reprinted = (page: Page, no: number) => page.locator('.toast', { hasText: `第 ${no} 次补打已排队` });

describe.skipIf(!hasChromium)('what an operator may do at the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  test('a packer who looks around is refused nothing: closed places say which right it takes and who has it', async () => {
    const page = await pages.open('operator=packer');
    const open: readonly ScreenId[] = ['today', 'ship', 'print', 'pack', 'track', 'insight', 'settings'];
    for (const screen of screenIds) {
      await openByDigit(page, screenDigits[screen]);
      if (screen === 'ship' || screen === 'print') {
        await page.locator('.table-body .row:not(.row-group)').first().click();
        await page.locator('.detail').waitFor();
      }
      await page.locator('.answer-wait').first().waitFor({ state: 'detached' });
      const closed = () => page.locator('.right-needed').count();
      await expect.poll(closed, { message: screen }).toBe(open.includes(screen) ? 0 : 1);
    }
    const sections = page.locator('.settings-nav button');
    for (let at = 0; at < (await sections.count()); at += 1) {
      await sections.nth(at).click();
      await page.waitForTimeout(150);
    }
    expect(await refused(page)).toEqual([]);
    await page.keyboard.press('Alt+3');
    await expect.poll(() => seen(page.locator('.right-needed'))).toContain('这里需要“校正地址”的权限');
    await expect.poll(() => seen(page.locator('.right-needed'))).toContain('陈店长、王芳');
    await page.locator('.right-needed').getByRole('button', { name: '换人登录' }).click();
    await dialog(page).locator('.operator-name', { hasText: '王芳' }).click();
    await enterPin(page, pin);
    await page.locator('.right-needed').waitFor({ state: 'detached' });
  });

  test('what is not allowed is told in words, with a way to somebody who may', async () => {
    const page = await pages.open('operator=packer');
    await openFirstOrder(page);
    await page.locator('.detail').getByRole('button', { name: '取消订单' }).click();
    await dialog(page).locator('.button-danger').click();
    const toast = page.locator('.toast', { hasText: '你没有“更改订单”的权限，什么也没有改动。' });
    await toast.getByRole('button', { name: '换人登录' }).click();
    await dialog(page).getByText('换人登录', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.desk .button-primary').click();
    const notice = page.locator('.notice', { hasText: '你没有“取号发货”的权限' });
    await notice.getByRole('button', { name: '换人登录' }).click();
    await dialog(page).locator('.operator-name', { hasText: '王芳' }).click();
    await enterPin(page, pin);
    await notice.waitFor({ state: 'detached' });
    await page.locator('.preflight-body').waitFor();
  });

  test('by keys alone a clerk sees one receiver in full with a reason, and a key hides it again', async () => {
    const page = await pages.open('operator=clerk');
    await openFirstOrder(page);
    const masked = await seen(facts(page));
    expect(masked).toContain('****');
    await page.keyboard.type('i');
    await dialog(page).waitFor();
    await expect.poll(() => seen(dialog(page))).toContain('都会留下记录');
    await page.keyboard.insertText('买家来电核对');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(facts(page)), patience).toContain('139 1234 5678');
    await page.keyboard.type('i');
    await expect.poll(() => seenNow(facts(page)), patience).not.toContain('139 1234 5678');
  });

  test('the look ends by itself after a minute, with the order, and when somebody else sits down', async () => {
    const page = await pages.openAlone('operator=clerk');
    await openFirstOrder(page);
    await page.clock.install();
    const look = async (): Promise<void> => {
      await page.locator('.detail').getByRole('button', { name: '显示完整信息' }).click();
      await dialog(page).getByRole('button', { name: '买家来电' }).click();
      await page.keyboard.press('Enter');
      await expect.poll(() => seenNow(facts(page)), patience).toContain('林小满');
    };
    await look();
    await page.clock.fastForward('01:01');
    await expect.poll(() => seenNow(facts(page)), patience).not.toContain('林小满');
    await look();
    await page.locator('.table-body .row').nth(1).click();
    await expect.poll(() => seenNow(facts(page)), patience).not.toContain('林小满');
    await look();
    await page.keyboard.press('Control+l');
    await dialog(page).locator('.operator-name', { hasText: '陈店长' }).click();
    await enterPin(page, pin);
    await expect.poll(() => seenNow(page.locator('.status-bar')), patience).toContain('陈店长');
    await expect.poll(() => seenNow(facts(page)), patience).not.toContain('林小满');
  });

  test('a packer learns who may, and one PIN of theirs shows this one receiver only', async () => {
    const page = await pages.open('operator=packer');
    await openFirstOrder(page);
    await page.keyboard.type('i');
    await dialog(page).waitFor();
    await expect.poll(() => seen(dialog(page))).toContain('要请有权限的人（陈店长、王芳）');
    await dialog(page).getByRole('button', { name: '核对地址' }).click();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('需要批准：查看完整的个人信息').waitFor();
    expect(await seen(dialog(page))).not.toContain('小李');
    expect((await seen(dialog(page))).match(/[A-Za-z]+/g) ?? []).toEqual([]);
    await page.keyboard.type('2');
    await scan(page, 'SF1234567890123');
    await enterPin(page, pin);
    await expect.poll(() => seenNow(facts(page)), patience).toContain('林小满');
    await expect.poll(() => seen(page.locator('.status-bar'))).toContain('小李');
    await page.locator('.table-body .row').nth(1).click();
    await page.keyboard.type('i');
    await dialog(page).getByRole('button', { name: '核对地址' }).click();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('需要批准').waitFor();
  });

  test('the first reprint is a packer’s own; the second asks for a PIN, and without one nothing is printed', async () => {
    const page = await pages.open('operator=packer');
    await openReprint(page);
    await reprint(page);
    await reprinted(page, 1).waitFor();
    await page.keyboard.press('p');
    await reprint(page);
    await dialog(page).getByText('需要批准：补打面单').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).getByText('什么也没有做').waitFor();
    expect(await reprinted(page, 2).count()).toBe(0);
    await dialog(page).getByRole('button', { name: '补打', exact: true }).click();
    await dialog(page).getByText('需要批准：补打面单').waitFor();
    await page.keyboard.type('1');
    await enterPin(page, pin);
    await reprinted(page, 2).waitFor();
  });

  test('a label in full takes its own reason and a manager; two rights are asked for one after the other', async () => {
    const page = await pages.open('operator=packer');
    await openReprint(page);
    await reprint(page);
    await reprinted(page, 1).waitFor();
    await page.keyboard.press('p');
    await dialog(page).getByLabel('打印完整面单').check();
    await expect.poll(() => seen(dialog(page))).toMatch(/[。\n]你没有此权限，要请有权限的人（陈店长）/);
    await dialog(page).getByRole('button', { name: '快递公司要求实名面单' }).click();
    await dialog(page).getByRole('button', { name: '补打', exact: true }).click();
    await dialog(page).getByText('需要批准：打印不打码的面单').waitFor();
    await enterPin(page, pin);
    await dialog(page).getByText('需要批准：补打面单').waitFor();
    await page.keyboard.type('1');
    await enterPin(page, pin);
    await reprinted(page, 2).waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('a manager prints a first label in full with a reason; the button is gone once it is out', async () => {
    const page = await pages.open('operator=manager');
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '未打印' }).click();
    await page.locator('.table-body .row').first().click();
    await page.locator('.detail').getByRole('button', { name: '打印完整面单…' }).click();
    expect(await seen(dialog(page))).not.toContain('你没有此权限');
    await expect
      .poll(() => dialog(page).getByRole('button', { name: '打印', exact: true }).isDisabled())
      .toBe(true);
    await dialog(page).getByRole('button', { name: '平台要求完整面单' }).click();
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '完整面单已排队' }).waitFor();
    await expect
      .poll(() => page.locator('.detail').getByRole('button', { name: '打印完整面单…' }).count())
      .toBe(0);
  });

  test('English and dark: the sign-in, a closed place and the receiver in full open without a complaint', async () => {
    const page = await pages.open('operator=packer&language=en&theme=dark');
    await page.keyboard.press('Alt+3');
    await page.locator('.right-needed', { hasText: 'You need the right to correct addresses' }).waitFor();
    await page.keyboard.press('Control+l');
    await dialog(page).getByText('Switch operator', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    expect(pages.complaints).toEqual([]);
  });
});
