import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seen } from '../seen.ts';
import { rowsOf } from './orderRows.ts';

const chip = (page: Page, name: string) => page.locator('.filter-chip', { hasText: name });

const orderNoOf = async (page: Page, at: number) =>
  (await seen(page.locator('.table-body .row').nth(at).locator('[data-column=orderNo]'))).trim();

async function openSection(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText(name, { exact: true }).click();
}

describe.skipIf(!hasChromium)('booking in the window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('nothing is booked before it is known which printer its labels go to', async () => {
    const page = await pages.open('silent=settings.printers');
    await rowsOf(page, '待取号');
    await expect.poll(() => page.locator('.desk .button-primary').isDisabled()).toBe(true);
    const known = await pages.open();
    await rowsOf(known, '待取号');
    await expect.poll(() => known.locator('.desk .button-primary').isEnabled()).toBe(true);
  });

  test('while it is still counted, the bar does not say that nothing is ready', async () => {
    const page = await pages.open('silent=orders.window,orders.counts');
    await page.keyboard.press('Alt+4');
    await page.locator('.skeleton-row').first().waitFor();
    expect(await seen(page.locator('.desk'))).not.toContain('没有待取号的订单');
  });

  test('while an account is stopped, no time left is promised, in the bar or below', async () => {
    const page = await pages.open('keyRefused=1');
    await rowsOf(page, '待取号');
    await page.locator('.status-item', { hasText: '平台拒绝了账号' }).waitFor();
    await page.getByText('暂时算不出完成时间').waitFor();
    expect(await page.getByText('每分钟').count()).toBe(0);
  });

  test('the bar says that orders which ask for a carrier go with it, until a person chooses one for all', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '待取号');
    await rows.first().waitFor();
    await page.locator('.desk').getByRole('combobox', { name: '账号' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const words = page.locator('.desk-preview');
    await words.filter({ hasText: '没有指定的用中通快递' }).waitFor();
    await page.locator('.desk').getByRole('combobox', { name: '快递公司' }).click();
    await page.keyboard.type('中通');
    await page.keyboard.press('Enter');
    await words.filter({ hasText: /取中通快递运单号/ }).waitFor();
  });

  test('a batch shows its bar from the click on, before the core has said anything of it', async () => {
    const page = await pages.open('orders=40&silent=ship.book,run.progress');
    await page.keyboard.press('Alt+4');
    await page.locator('.desk .button-primary:not(:disabled)').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-go, .preflight-body').waitFor();
    expect(await page.locator('.run').count()).toBe(0);
    await page.locator('.button-primary:not(:disabled)').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.run', { hasText: /正在排队 \d+ 单/ }).waitFor();
    await page.locator('.run .progress-open').waitFor();
  });

  test('the rows are there before pairs for one parcel are looked for', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const answered = (): Promise<string[]> => page.evaluate('window.page.answered');
    await expect.poll(answered).toContain('merging.hints 0');
    const calls = await answered();
    expect(calls.indexOf('orders.window 0')).toBeGreaterThanOrEqual(0);
    expect(calls.indexOf('orders.window 0')).toBeLessThan(calls.indexOf('merging.hints 0'));
  });

  test('an unsure booking says what is known, what is not and what comes next, counted down, and is asked about with one key', async () => {
    const page = await pages.open();
    await (await rowsOf(page, '待确认')).first().click();
    const card = page.locator('.situation-unsure');
    await card.getByText('取号结果待确认').waitFor();
    for (const row of ['已知', '还不清楚', '接下来']) await card.getByText(row, { exact: true }).waitFor();
    const before = await seen(card.locator('dd').last());
    expect(before).toMatch(/后用同一订单码再查一次，第 2 次，最多 5 次/);
    await expect.poll(() => seen(card.locator('dd').last())).not.toBe(before);
    await page.keyboard.press('q');
    await page.locator('.toast-done', { hasText: '同一订单码' }).waitFor();
  });

  test('when asking is at its end, a plain question takes the number a person found', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '待确认');
    const question = page.locator('.situation', { hasText: '取号结果要由你来确认' });
    for (let at = 0; (await question.count()) === 0; at += 1) {
      await rows.nth(at).click();
      await page.locator('.situation').waitFor();
    }
    await page.getByRole('button', { name: '有，填写单号' }).click();
    await page.getByLabel('运单号', { exact: true }).fill('73610555582883');
    await page.keyboard.press('Enter');
    await page.locator('.toast-done', { hasText: '73610555582883' }).waitFor();
    await page.locator('.situation').waitFor({ state: 'detached' });
  });

  test('a waybill whose account is gone asks a person whether it is cancelled, and takes the answer with its reason', async () => {
    const page = await pages.open('accountGone=1&operator=manager');
    await (await rowsOf(page, '已取号')).filter({ hasText: '待确认' }).first().click();
    const card = page.locator('.situation-unsure', { hasText: '账号已删除，作废要由你来确认' });
    await card.getByText('VOID_ACCOUNT_REMOVED').waitFor();
    await expect.poll(() => seen(card)).toContain('去年的账号');
    for (const answer of ['平台上已作废', '没有作废，继续用', '去添加账号'])
      await card.getByRole('button', { name: answer }).waitFor();
    await expect.poll(() => seen(page.locator('.timeline'))).toContain('王芳');
    await card.getByRole('button', { name: '没有作废，继续用' }).click();
    const dialog = page.locator('dialog[open]');
    await expect.poll(() => dialog.getByRole('button', { name: '继续使用' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('平台后台显示有效');
    await dialog.getByRole('button', { name: '继续使用' }).click();
    await page.locator('.toast-done', { hasText: '继续使用原来的运单' }).waitFor();
    await expect.poll(() => card.count()).toBe(0);
  });

  test('a batch is looked at first; its run is followed and what was not sent can be taken back', async () => {
    const page = await pages.open('orders=3000');
    await rowsOf(page, '待取号');
    await page.locator('.desk-preview').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-look').waitFor();
    const finding = page.locator('.preflight-finding', { hasText: '重复订单' });
    await finding.locator('summary').click();
    await expect.poll(() => finding.locator('.link').count()).toBe(2);
    // Enter is for a batch with nothing to read.
    await page.keyboard.press('Enter');
    await page.locator('.verdict-look').waitFor();
    await page.keyboard.press('Control+Enter');
    const run = page.locator('.run');
    await run.getByText(/还需/).waitFor();
    await run.getByRole('button', { name: /停下未发出的/ }).click();
    await page.locator('dialog').getByRole('button', { name: '停下' }).click();
    await page.locator('.toast-done', { hasText: '已回到待取号' }).waitFor();
  });

  test('labels go where the rules for printers say, in the main bar and for the watched folder', async () => {
    const page = await pages.open('routes');
    await rowsOf(page, '待取号');
    await page.locator('.desk').getByTitle('按规则自动选择').first().waitFor();
    await page.locator('.desk-preview', { hasText: '按规则自动选择' }).waitFor();
    await openSection(page, '自动导入');
    await page.getByText('导入并取号', { exact: true }).click();
    const printer = page.getByRole('combobox', { name: '打印机' });
    await printer.fill('按规则');
    await page.keyboard.press('Enter');
    await page.locator('.field', { hasText: '打印机' }).getByTitle('按规则自动选择').first().waitFor();
  });

  test('orders that a newer file changes are decided on first, or left out of the batch', async () => {
    const page = await pages.open();
    await rowsOf(page, '待取号');
    const ready = Number(await seen(chip(page, '待取号').locator('.filter-count')));
    await page.locator('.desk-preview').waitFor();
    await page.keyboard.press('Control+Enter');
    const finding = page.locator('.preflight-finding', { hasText: '有改动的订单' });
    await finding.getByRole('button', { name: '核对这 2 单' }).waitFor();
    await finding.getByRole('button', { name: '这次先不含这 2 单' }).click();
    await page.locator('.verdict', { hasText: `${ready - 2} 单` }).waitFor();
    expect(await finding.getByRole('button').count()).toBe(0);
  });

  test('the list begins with what is to be done, and whoever searches looks among all', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip[aria-pressed=true]', { hasText: '待取号' }).waitFor();
    await page.locator('input[type=search]').fill('138');
    await page.locator('.filter-chip[aria-pressed=true]', { hasText: '全部' }).waitFor();
  });

  test('where a filter hides all rows, it is named', async () => {
    const page = await pages.open();
    await rowsOf(page, '待取号');
    await page.locator('input[type=search]').fill('没有这样的订单');
    const empty = page.locator('.empty-state', { hasText: '没有符合条件的订单' });
    await expect.poll(() => seen(empty)).toContain('待取号 · 搜索“没有这样的订单”');
  });

  test('the beginning of nearly all numbers lists the last of them, and says that more of it is to be typed', async () => {
    const page = await pages.open('orders=7000');
    await rowsOf(page, '全部');
    const orderNo = await orderNoOf(page, 0);
    const foot = page.locator('.table-foot', { hasText: '只列出最后 5,000 个' });
    await page.locator('input[type=search]').fill(orderNo.slice(0, 2));
    await foot.waitFor();
    await page.locator('input[type=search]').fill(orderNo);
    await foot.waitFor({ state: 'detached' });
  });

  test('a batch with nothing to read stays in the bar under its list, and goes with one more key', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '待取号');
    await rows.first().locator('.cell-tick').click();
    await page.locator('.desk-preview', { hasText: '1 单' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-go', { hasText: '检查通过 · 1 单' }).waitFor();
    await expect.poll(() => page.locator('.table-body .row').count()).toBeGreaterThan(1);
    await page.keyboard.press('i');
    await page.locator('.preflight-fine', { hasText: '项正常' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict-go').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.panel.run').waitFor();
  });

  test('Esc leads back from the check without booking', async () => {
    const page = await pages.open();
    await rowsOf(page, '待取号');
    const before = await seen(chip(page, '待取号').locator('.filter-count'));
    await page.locator('.desk-preview').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.desk').waitFor();
    expect(await seen(chip(page, '待取号').locator('.filter-count'))).toBe(before);
  });

  test('orders of the same goods stand under one head, and one tick takes all of them', async () => {
    const page = await pages.open();
    await rowsOf(page, '待取号');
    await page.keyboard.press('y');
    const head = page.locator('.row-group').first();
    await head.waitFor();
    const count = Number(/(\d+) 单/.exec(await seen(head))?.[1]);
    expect(count).toBeGreaterThan(1);
    await head.getByRole('checkbox').click();
    await page.getByText(`选 ${count}`, { exact: false }).first().waitFor();
    const first = await seen(page.locator('.table-body .row:not(.row-group)').first());
    for (let at = 1; at < Math.min(count, 5); at += 1)
      expect(
        await page.locator('.table-body .row:not(.row-group)').nth(at).getAttribute('aria-selected'),
      ).toBe('true');
    expect(first).not.toBe('');
    await page.keyboard.press('y');
    await head.waitFor({ state: 'detached' });
  });

  test('numbers are bound by scan, one after the other, and an order scanned as a number is never taken for one', async () => {
    const page = await pages.open();
    await rowsOf(page, '待取号');
    const [first, second] = [await orderNoOf(page, 0), await orderNoOf(page, 1)];
    await page.keyboard.press('n');
    await page.getByText('扫订单条码').waitFor();
    await scan(page, first);
    await page.locator('.manual-order', { hasText: first }).waitFor();
    await scan(page, second);
    await page.locator('.manual-order', { hasText: second }).waitFor();
    await page.getByText('换成了这一单，请扫它的运单条码').waitFor();
    await scan(page, '73610555582883');
    await page.locator('.bound-line', { hasText: '73610555582883' }).waitFor();
    await scan(page, first);
    await page.locator('.manual-order', { hasText: first }).waitFor();
    await scan(page, '73610555582883');
    await page.locator('.notice-failed', { hasText: second }).waitFor();
    await expect.poll(() => page.locator('.bound-line').count()).toBe(1);
    await page.keyboard.press('Alt+u');
    await page.getByText('单号已撤下', { exact: false }).waitFor();
    await page.locator('.manual-order', { hasText: second }).waitFor();
    expect(await page.locator('.bound-line').count()).toBe(0);
    await scan(page, '73610555582883');
    await page.locator('.bound-line', { hasText: second }).waitFor();
  });

  test('numbers that have not gone show their refund window and are given back together', async () => {
    const page = await pages.open();
    await rowsOf(page, '已取号');
    await page.keyboard.press('u');
    const rows = page.locator('.unshipped .table-body .row');
    await rows.first().waitFor();
    await expect.poll(() => seen(rows.first())).toContain('还剩 3 天');
    for (const at of [0, 1]) await rows.nth(at).locator('.cell-tick').click();
    await page.getByRole('button', { name: '作废所选 2 个单号' }).click();
    await page.locator('dialog').getByRole('button', { name: '作废', exact: true }).click();
    await page.getByText('已作废 2 个，0 个没有成功。').waitFor();
  });

  test('an account goes live by its small order, and is told what it does when it cannot book', async () => {
    const page = await pages.open();
    await openSection(page, '账号');
    const account = page.locator('.account-row', { hasText: '快递鸟主账号' });
    await account.getByRole('button', { name: '详情' }).click();
    await expect.poll(() => account.locator('.golive-step').count()).toBe(6);
    await account.getByText('未上线', { exact: false }).waitFor();
    await account.getByLabel('测试密钥（必填）').fill('test-key');
    await account.getByLabel('测试地址（必填）').fill('https://sandbox.example.com/');
    await account.getByRole('button', { name: '开始小单测试' }).click();
    await account.getByText('已上线', { exact: true }).waitFor();
    await expect.poll(() => account.getByLabel('测试密钥（必填）').inputValue()).toBe('');
    await account.getByText('改用备用账号').click();
    await expect.poll(() => account.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await account.getByText('改为手工填单号').click();
    await account.getByRole('button', { name: '保存' }).click();
    await page.locator('.toast-done', { hasText: '已保存' }).waitFor();
  });

  test('the call log leads from a call to its order, and its text for support is copied', async () => {
    const page = await pages.open();
    await openSection(page, '接口日志');
    await page.locator('.table-body .row .cell').first().waitFor();
    await page.locator('.table-body .row').nth(1).click();
    await page.getByText('同一订单码的全部调用').waitFor();
    await page.keyboard.press('c');
    await page.locator('.toast-done', { hasText: '不含密钥和个人信息' }).waitFor();
    expect(await page.evaluate('window.page.copied.length')).toBe(1);
    await page.getByRole('button', { name: '打开订单' }).click();
    await page.locator('.detail .steps').waitFor();
  });

  test('the list stands in the order of a title that was pressed, and remembers it', async () => {
    const page = await pages.open();
    await rowsOf(page, '待取号');
    const newest = await orderNoOf(page, 0);
    await page.locator('.head-sort', { hasText: '订单号' }).click();
    await expect.poll(() => orderNoOf(page, 0)).not.toBe(newest);
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+4');
    await page.locator('[aria-sort=ascending]', { hasText: '订单号' }).waitFor();
  });

  test('nothing of this draws a complaint of the browser or its content policy', () => {
    expect(pages.complaints).toEqual([]);
  });

  test('an order that has not left is changed by what is filled in, and nothing else', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '待取号');
    await rows.first().click();
    const detail = page.getByRole('complementary', { name: '订单详情' });
    const before = await seen(detail.locator('dl').first());
    await detail.getByRole('button', { name: '改订单' }).click();
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: '保存' });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog.getByLabel('姓名').fill('改名人');
    await save.click();
    const facts = detail.locator('dl').first();
    await expect.poll(() => seen(facts)).toContain('改名人');
    const former = before.split('\n');
    const changed = (await seen(facts)).split('\n').filter((line, at) => line !== former[at]);
    expect(changed).toEqual(['改名人']);
  });

  test('where a platform tells prices, one press asks what an order would cost and when it arrives', async () => {
    const page = await pages.open();
    const rows = await rowsOf(page, '待取号');
    await rows.first().click();
    const why = page.getByRole('region', { name: '为什么用这家' });
    const ask = why.getByRole('button', { name: '问平台价' });
    const price = why.locator('.fact', { hasText: '问平台价' });
    expect(await seen(price)).not.toContain('约');
    await ask.click();
    await expect.poll(() => seen(price)).toContain('约 ¥');
    await expect.poll(() => seen(price)).toContain('后天下午可达');
  });
});
