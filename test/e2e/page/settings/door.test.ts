import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the automation door in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openDoor(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.getByRole('button', { name: '自动化接口', exact: true }).click();
    await page.getByRole('heading', { name: '令牌' }).waitFor();
    return page;
  }
  const body = (page: Page) => page.locator('.settings-body');

  test('the search of Settings finds it by what it is for', async () => {
    const page = await pages.open('');
    await page.keyboard.press('Alt+9');
    await page.getByLabel('搜索设置').fill('erp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '自动化接口' }).waitFor();
  });

  test('it says its address and where it is described, and closes at a press', async () => {
    const page = await openDoor();
    await expect.poll(() => seen(body(page))).toContain('http://127.0.0.1:47800/v1');
    expect(await seenNow(body(page))).toContain('http://127.0.0.1:47800/openapi.json');
    await page.getByRole('button', { name: '关闭接口' }).click();
    await page.getByRole('button', { name: '打开接口' }).waitFor();
    await expect.poll(() => seenNow(body(page))).toContain('已关闭');
  });

  test('a port that another program has is told in words; another one opens it', async () => {
    const page = await openDoor('fresh=1&orders=0');
    const port = page.getByLabel('端口');
    await port.fill('80');
    await expect.poll(() => page.getByRole('button', { name: '打开接口' }).isDisabled()).toBe(true);
    await port.fill('47801');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(body(page))).toContain('端口 47801 被另一个程序占用');
    await page.getByRole('button', { name: '换端口' }).click();
    await page.getByLabel('端口').fill('47900');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('http://127.0.0.1:47900/v1');
    expect(await seenNow(body(page))).not.toContain('占用');
  });

  test('a token is shown once, with its rights and its end, and is gone when it is revoked', async () => {
    const page = await openDoor('fresh=1&orders=0');
    await page.getByRole('button', { name: '添加令牌' }).click();
    await page.getByLabel('程序名称').fill('样例 ERP');
    await page.getByLabel('取面单').check();
    await page.keyboard.press('Enter');
    const told = page.locator('dialog');
    await expect.poll(() => seen(told)).toContain('sd_01EXAMPLE_');
    // No way out but its button, and a scan does not press it.
    await page.keyboard.press('Escape');
    await expect.poll(() => told.count()).toBe(1);
    await told.getByRole('button', { name: '已填好' }).click();
    await told.waitFor({ state: 'detached' });
    expect(await seenNow(body(page))).not.toContain('sd_');
    expect(await seenNow(body(page))).toContain('交订单 · 查订单和单号 · 取面单');
    expect(await seenNow(body(page))).toContain('未使用');
    await page.getByRole('button', { name: '吊销' }).click();
    await page.locator('dialog').getByRole('button', { name: '吊销' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('已吊销');
    expect(await page.getByRole('button', { name: '吊销' }).count()).toBe(0);
  });

  test('two programs cannot have one name: said in the form', async () => {
    const page = await openDoor();
    await page.getByRole('button', { name: '添加令牌' }).click();
    await page.getByLabel('程序名称').fill('样例 ERP');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => seenNow(page.locator('form')))
      .toContain('令牌名称要填，并且不能和在用的令牌重名');
  });

  test('a webhook is registered with its events; its key is shown once, a wrong address is said in its form', async () => {
    const page = await openDoor('fresh=1&orders=0');
    await page.getByRole('button', { name: '添加 Webhook' }).click();
    await page.getByLabel('名称', { exact: true }).fill('样例 ERP');
    await page.getByLabel('接收地址').fill('http://erp.example/events');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(page.locator('form').last())).toContain('Webhook 地址要以 https:// 开头');
    await page.getByLabel('接收地址').fill('https://erp.example/events?token=s3cret');
    await page.getByLabel('面单已打印').check();
    await page.getByLabel('接收地址').press('Enter');
    const told = page.locator('dialog');
    await expect.poll(() => seen(told)).toContain('whsec_');
    await told.getByRole('button', { name: '已填好' }).click();
    await told.waitFor({ state: 'detached' });
    expect(await seenNow(body(page))).toContain(
      'erp.example · 取到单号 · 取号失败 · 面单已打印 · 已交接 · 轨迹变化',
    );
    expect(await seenNow(body(page))).not.toMatch(/whsec_|s3cret/);
  });

  test('one that is not arriving says why; what was given up is looked at and replayed', async () => {
    const page = await openDoor();
    await expect.poll(() => seen(body(page))).toContain('erp.example 没有收下（503）');
    expect(await seenNow(body(page))).toContain('12 条在等');
    await page.getByRole('button', { name: '已放弃的事件' }).click();
    await expect.poll(() => seenNow(page.locator('dialog'))).toContain('A12');
    await page.getByRole('button', { name: '重发 2 条' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => seenNow(body(page))).not.toContain('已放弃');
    await page.getByRole('button', { name: '发一条测试' }).click();
    await page.getByText('“样例 ERP”收到了测试').waitFor();
  });

  test('whoever may not is told whom to ask', async () => {
    const page = await pages.open('operator=clerk');
    await page.keyboard.press('Alt+9');
    await page.getByRole('button', { name: '自动化接口', exact: true }).click();
    await expect.poll(() => seenNow(body(page))).toContain('店长');
    expect(await page.getByRole('heading', { name: '令牌' }).count()).toBe(0);
  });
});
