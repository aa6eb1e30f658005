import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { awayHost } from '../../../doubles/page/workstations/pageWorkstations.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { isInSight, seen, seenNow } from '../seen.ts';
import { openBenches } from './openBenches.ts';

describe.skipIf(!hasChromium)('moving the order book from the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  const body = (page: Page) => page.locator('.settings-body');
  const button = (page: Page, name: string) => page.getByRole('button', { name });

  async function typed(query: string): Promise<Page> {
    const page = await openBenches(pages, query);
    await button(page, '搬到服务器…').click();
    await page.getByLabel('服务器地址').fill('192.168.1.10');
    await page.getByLabel('数据库').fill('shipdesk');
    await page.getByLabel('用户', { exact: true }).fill('shipdesk');
    await page.getByText('系统信任的机构').click();
    return page;
  }

  test('it is checked first; where nobody answers nothing begins and what was typed stays', async () => {
    const page = await typed('');
    await page.getByLabel('服务器地址').fill(awayHost);
    await button(page, '先检查').click();
    await page.getByText('SERVER_AWAY').waitFor();
    await expect.poll(() => page.getByLabel('数据库').inputValue()).toBe('shipdesk');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test('why it was refused pushes nothing away: both stay in sight with the button that tries again', async () => {
    const page = await typed('');
    await page.getByLabel('服务器地址').fill(awayHost);
    await page.getByLabel('服务器地址').press('Enter');
    await page.getByText('SERVER_AWAY').waitFor();
    expect(await isInSight(page.locator('.notice-failed'))).toBe(true);
    expect(await isInSight(button(page, '先检查'))).toBe(true);
  });

  test('then it says what it comes to, shows rows while it runs, and ends on the same page', async () => {
    const page = await typed('');
    await button(page, '先检查').click();
    const asked = page.locator('dialog');
    await expect.poll(() => seen(asked)).toContain('1,204 个订单');
    expect(await seenNow(asked)).toContain('搬的时候不能发货');
    await asked.getByRole('button', { name: '开始搬' }).click();
    const running = page.locator('main.welcome');
    await running.getByText('正在把订单簿搬到 192.168.1.10/shipdesk').waitFor();
    expect(await page.locator('.rail').count()).toBe(0);
    await running.getByText('已核对 24,100 行，共 48,200 行').waitFor();
    await body(page).getByText('逐行核对一样：48,200 行').waitFor();
    expect(await seenNow(body(page))).toContain('现在可以邀请别的电脑');
    await button(page, '知道了').click();
    await body(page).getByText('逐行核对一样').waitFor({ state: 'detached' });
  });

  test('it can be stopped: the book is where it was, and the page says so', async () => {
    const page = await typed('move=stands');
    await button(page, '先检查').click();
    await page.locator('dialog').getByRole('button', { name: '开始搬' }).click();
    await page.getByText('已搬 24,100 行，共 48,200 行').waitFor();
    await button(page, '停下').click();
    await page.locator('.rail').waitFor();
    await body(page).getByText('MOVE_STOPPED').waitFor();
    expect(await seenNow(body(page))).toContain('什么都没有丢');
    await button(page, '搬到服务器…').waitFor();
  });

  test('one that the end of the program cut off is told at the next start, until somebody has seen it', async () => {
    const page = await pages.open('move=cut');
    // Where the day begins, too.
    await page.getByText('没有搬完').waitFor();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('工作台', { exact: true }).click();
    const said = await seen(body(page));
    expect(said).toContain('上次搬到 192.168.1.10/shipdesk，没有搬完');
    expect(said).toContain('再搬到同一个地方就行');
    await button(page, '知道了').click();
    await body(page).getByText('没有搬完').waitFor({ state: 'detached' });
  });

  test('the way back waits until no other computer has the book open', async () => {
    const page = await openBenches(pages, 'benches=there');
    await button(page, '搬回这台电脑…').click();
    await page.getByText('SERVER_BENCHES_AT_WORK').waitFor();
    expect(await seenNow(body(page))).toContain('打包台 2');
  });

  test('back on this computer it says that the book on the server is not used any more', async () => {
    const page = await openBenches(pages, 'benches=alone');
    await button(page, '搬回这台电脑…').click();
    await page.locator('dialog').getByRole('button', { name: '开始搬' }).click();
    await body(page).getByText('订单簿已搬到这台电脑').waitFor();
    expect(await seenNow(body(page))).toContain('服务器上的那份不再使用');
    expect(await seenNow(body(page))).toContain('只有这台电脑使用');
  });

  test('a packer moves nothing', async () => {
    const page = await openBenches(pages, 'operator=packer');
    expect(await button(page, '搬到服务器…').count()).toBe(0);
  });
});
