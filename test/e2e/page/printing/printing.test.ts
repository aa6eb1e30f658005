import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFilter } from '../openFilter.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { enterByHand, scan } from '../scan/scan.ts';
import { seen, seenNow } from '../seen.ts';

/** The machine of a test may be busy: a second is not enough for every read. */
const patience = { timeout: 20_000 };

const chip = (page: Page, word: string) =>
  page.locator('.filter-chip', { hasText: word }).locator('.filter-count');
const count = async (page: Page, word: string): Promise<number> => Number(await seenNow(chip(page, word)));

/** Waybill numbers of the labels in a state, newest first as the table shows them. */
async function waybills(page: Page, word: string): Promise<string[]> {
  const rowCount = () => page.locator('.table').getAttribute('aria-rowcount');
  const before = await rowCount();
  await openFilter(page, word);
  // Until the rows of this filter stand there, those of the last one do.
  await expect.poll(rowCount).not.toBe(before);
  const cells = await page.locator('.table-body .row [data-column=waybillNo]').allInnerTexts();
  await openFilter(page, '全部');
  return cells.map((text) => text.trim());
}

describe.skipIf(!hasChromium)('the print ledger', () => {
  let pages: Pages;
  let page: Page;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  const openPrint = async (): Promise<void> => {
    page = await pages.open();
    await page.keyboard.press('Alt+5');
    await page.locator('.table-body .row').first().waitFor();
    await chip(page, '待确认').waitFor();
  };

  test('labels stand under the batch they were wanted in, and what is left of it is held, goes on or is cancelled', async () => {
    await openPrint();
    const head = page.locator('.row-group').first();
    await expect.poll(() => seen(head)).toMatch(/小周 的一批[\s\S]*已打 \d+\/50 张[\s\S]*失败 2/);
    await head.getByRole('button', { name: '重打失败的 2 张' }).click();
    await page.locator('.toast', { hasText: '2 张面单重新排队。' }).waitFor();
    await head.getByRole('button', { name: '挂起这批' }).click();
    await page.locator('.toast', { hasText: '已挂起 2 张' }).waitFor();
    await head.getByRole('button', { name: /^其余 \d+ 张不打了$/ }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('已经打出来的不变').waitFor();
    await dialog.getByRole('button', { name: /张不打了$/ }).click();
    await page.locator('.toast', { hasText: '张面单不打了，没有出纸。' }).waitFor();
    await page.keyboard.press('g');
    await page.locator('.row-group').first().waitFor({ state: 'detached' });
  });

  test('no address of a printer stands in for its name while the names are still read', async () => {
    page = await pages.open('silent=print.printers,printerSetup.kinds');
    await page.keyboard.press('Alt+5');
    await page.locator('.table-body .row').first().waitFor();
    expect(await seen(page.locator('body'))).not.toMatch(/lang=|tcp:|virtual:/);
  });

  test('after a restored backup a label asks whether its parcel has one, and one answer does for all', async () => {
    page = await pages.open('restored');
    await page.keyboard.press('Alt+5');
    await page.locator('.table-body .row').first().waitFor();
    const before = await count(page, '待确认');
    expect(before).toBeGreaterThan(2);
    const question = page.locator('.asking-unsure');
    expect(await seen(question)).toContain('可能已经贴在包裹上');
    await page.keyboard.press('1');
    await expect.poll(() => count(page, '待确认'), patience).toBe(before - 1);
    await question.getByRole('button', { name: `全部 ${before - 1} 张…` }).click();
    await page.getByRole('button', { name: `${before - 1} 张都有，不打` }).click();
    await question.waitFor({ state: 'detached' });
    expect(await count(page, '待确认')).toBe(0);
  });

  test('an unsure label is one question, and a key answers it', async () => {
    await openPrint();
    const before = await count(page, '待确认');
    const question = page.locator('.asking-unsure');
    await expect.poll(() => seen(question)).toContain('打出来了吗？');
    const first = await seen(question.locator('.asking-title'));
    await page.keyboard.press('1');
    await expect.poll(() => count(page, '待确认'), patience).toBe(before - 1);
    await expect.poll(() => seenNow(question.locator('.asking-title')), patience).not.toBe(first);
  });

  test('scanning the last good label says what is confirmed, what is asked and what prints again, before it does', async () => {
    await openPrint();
    const unsure = await waybills(page, '待确认');
    const oldest = unsure.at(-1) ?? '';
    await scan(page, oldest);
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('最后一张完好的面单').waitFor();
    await expect.poll(() => seen(dialog)).toMatch(/它之后的 \d+ 张没有完好打出/);
    await expect.poll(() => seen(dialog)).toContain('把这些面单的废纸撕掉');
    expect(await count(page, '待确认')).toBe(unsure.length);
    await dialog.getByRole('button', { name: '逐张确认' }).click();
    await page.locator('.toast', { hasText: '张等你逐张确认' }).waitFor();
    await expect.poll(() => count(page, '待确认'), patience).toBeGreaterThanOrEqual(unsure.length - 1);
  });

  test('after the scan Enter prints the spoiled ones again', async () => {
    await openPrint();
    const unsure = await waybills(page, '待确认');
    await scan(page, unsure.at(-1) ?? '');
    const again = page.getByRole('button', { name: /重打后面 \d+ 张/ });
    await again.waitFor();
    await enterByHand(page);
    await page.locator('.toast', { hasText: '张重新打印' }).waitFor();
    await expect.poll(() => count(page, '待确认'), patience).toBe(0);
    expect(await count(page, '等待')).toBeGreaterThan(0);
  });

  test('scanning a label that tells of no other one says that it exists, and a strange code opens no question', async () => {
    await openPrint();
    for (let left = await count(page, '待确认'); left > 0; left -= 1) {
      const title = page.locator('.asking-unsure .asking-title');
      const asked = await seen(title);
      // A hand is slower than a gun: keys that follow each other within a scan gap never act.
      await page.keyboard.press('1');
      await expect.poll(() => seenNow(title), patience).not.toBe(asked);
    }
    const before = await count(page, '已扫描');
    const [printed = ''] = await waybills(page, '已打印');
    await scan(page, printed);
    await page.locator('.toast', { hasText: `已扫描确认：${printed}` }).waitFor();
    await expect.poll(() => count(page, '已扫描'), patience).toBe(before + 1);
    expect(await seen(page.locator('.detail strong').first())).toBe(printed);
    await scan(page, 'NOBODY12345678');
    await page.locator('.toast', { hasText: 'NOBODY12345678' }).waitFor();
  });

  test('held labels say why they wait; one key releases one, and all at once says how many first', async () => {
    await openPrint();
    const before = await count(page, '已挂起');
    const title = page.getByRole('note', { name: '等你确认的面单' }).locator('.asking-title');
    for (const [key, left] of [
      ['a', before - 1],
      ['Delete', before - 2],
    ] as const) {
      const asked = await seen(title);
      expect(asked).toContain('还要打吗？');
      await page.keyboard.press(key);
      await expect.poll(() => seenNow(title), patience).not.toBe(asked);
      await expect.poll(() => count(page, '已挂起'), patience).toBe(left);
    }
    await page.getByRole('button', { name: `全部 ${before - 2} 张…` }).click();
    await page.locator('dialog[open]', { hasText: '张等得太久' }).waitFor();
    await page.getByRole('button', { name: `打印 ${before - 2} 张` }).click();
    await expect.poll(() => count(page, '已挂起'), patience).toBe(0);
  });

  test('a label is found by the end of its number, and Esc shows all again', async () => {
    await openPrint();
    const [printed = ''] = await waybills(page, '已打印');
    await page.keyboard.press('/');
    await page.locator('input[type=search]:focus').waitFor();
    // As a hand types: six digits at once are a scan.
    await page.keyboard.type(printed.slice(-6), { delay: 90 });
    await expect.poll(() => page.locator('.table-body .row').count(), patience).toBe(1);
    await expect.poll(() => seen(page.locator('.table-body .row'))).toContain(printed);
    await page.locator('input[type=search]').fill('nothing at all');
    await page.locator('[data-kind=filtered]').waitFor();
    await page.locator('.table').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.table-body .row').count(), patience).toBeGreaterThan(1);
  });

  test('each printer says how it is and on whose word; pausing is shown, its labels can be seen alone', async () => {
    await openPrint();
    const card = page.locator('.printer-card', { hasText: '打包台 1' });
    await expect.poll(() => seen(card)).toContain('缺纸');
    await expect.poll(() => seen(card)).toContain('打印机自己这样回答');
    await card.getByRole('button', { name: '暂停' }).click();
    await card.getByText('已暂停').waitFor();
    await expect.poll(() => seen(card)).toContain('任务都留着');
    await card.getByRole('button', { name: '继续' }).click();
    await card.getByText('缺纸').waitFor();
    const rows = page.locator('.table');
    const all = Number(await rows.getAttribute('aria-rowcount'));
    await card.getByRole('button', { name: '打包台 1', exact: true }).click();
    await expect.poll(async () => Number(await rows.getAttribute('aria-rowcount'))).toBeLessThan(all);
  });

  test('a reprint needs a reason and says that a new number is something else', async () => {
    await openPrint();
    const [printed = ''] = await waybills(page, '已打印');
    await page.locator('.table-body .row', { hasText: printed }).first().click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('p');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await expect.poll(() => seen(dialog)).toContain('那不是补打');
    await expect.poll(() => seen(dialog)).toContain('最多补打 5 次');
    const go = dialog.getByRole('button', { name: '补打', exact: true });
    await expect.poll(() => go.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '卡纸', exact: true }).click();
    await go.click();
    await page.locator('.toast', { hasText: '已排队' }).waitFor();
  });

  test('a label of a parcel that has left is printed again only when somebody says that it has', async () => {
    page = await pages.open('left');
    await page.keyboard.press('Alt+5');
    await page.locator('.table-body .row').first().waitFor();
    const [printed = ''] = await waybills(page, '已打印');
    await page.locator('.table-body .row', { hasText: printed }).first().click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('p');
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('button', { name: '卡纸', exact: true }).click();
    const go = dialog.getByRole('button', { name: '补打', exact: true });
    await go.click();
    await dialog.getByText('的包裹已经交给快递，没有打印').waitFor();
    await expect.poll(() => go.isDisabled()).toBe(true);
    await dialog.getByText('包裹已交出，仍要打印', { exact: true }).click();
    await go.click();
    await page.locator('.toast', { hasText: '已排队' }).waitFor();
  });

  test('Enter in the reason of a reprint prints it', async () => {
    await openPrint();
    const [printed = ''] = await waybills(page, '已打印');
    await page.locator('.table-body .row', { hasText: printed }).first().click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('p');
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('textbox').first().fill('面单淋湿了');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '已排队' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  test('a printer that is out of paper has no counted rest; a roll that was put in is counted down', async () => {
    await openPrint();
    const out = page.locator('.printer-card', { hasText: '打包台 1' });
    await out.getByText('缺纸', { exact: true }).waitFor();
    await out.getByRole('button', { name: '换了新卷' }).click();
    expect(await out.getByText('约剩').count()).toBe(0);
    await page.getByLabel('这一卷有多少张').fill('1000');
    await page.keyboard.press('Enter');
    await out.locator('.state-rest', { hasText: '约剩 1000 张纸' }).waitFor();
  });

  test('a picking list, slips and a handover list are shown before they are printed', async () => {
    await openPrint();
    await page.keyboard.press('l');
    const dialog = page.locator('dialog[open]');
    await dialog.locator('pre').waitFor();
    await dialog.getByText('交接单', { exact: true }).click();
    await dialog.getByText('下面列表里的').click();
    await dialog.getByRole('button', { name: /^打印（\d+ 单）$/ }).click();
    await page.locator('.toast', { hasText: '已打印 1 张单据' }).waitFor();
  });

  test('what came out in our layout instead of the carrier’s is said until somebody has read it, and stays in the ledger', async () => {
    await openPrint();
    const note = page.locator('.asking-note');
    await expect.poll(() => seen(note)).toMatch(/\d+ 张面单没有按快递公司的模板打印，用了本程序的版式/);
    await expect.poll(() => seen(note)).toContain('模板比纸大');
    await page.keyboard.press('k');
    await note.waitFor({ state: 'detached' });
    const row = page.locator('.table-body .row', { hasText: '没用快递模板' }).first();
    await row.click();
    await page.locator('.detail .own-layout', { hasText: '换“模板尺寸”' }).waitFor();
  });

  test('keys alone: a failed label is printed again, a jam is told of, the order is opened; ? names them all', async () => {
    await openPrint();
    const failed = await count(page, '失败');
    await page.locator('.filter-chip', { hasText: '失败' }).click();
    await page.locator('.table-body .row').first().click();
    await page.locator('.detail').waitFor();
    await page.keyboard.press('?');
    const keys = await seen(page.locator('dialog[open]'));
    for (const word of ['重新打印', '看订单', '卡纸恢复', '重打失败的', '拣货单/发货单'])
      expect(keys).toContain(word);
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await expect.poll(() => count(page, '失败'), patience).toBe(failed - 1);
    await page.keyboard.press('j');
    await page.locator('dialog[open]', { hasText: '请扫最后一张完好的面单' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    await page.locator('h1', { hasText: '发货' }).waitFor();
  });

  test('a batch is printed as usual by Ctrl+Enter and Enter, whether or not its list of printers is drawn', async () => {
    await openPrint();
    await page.getByRole('button', { name: /打印 \d+ 张未打印的/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: /^打印 \d+ 张$/, disabled: false })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '进入打印队列' }).waitFor();
  });

  test('a batch asks where and in which order before the first label', async () => {
    await openPrint();
    await page.getByRole('button', { name: /打印 \d+ 张未打印的/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('按货号').click();
    await dialog.getByText('倒序').click();
    await dialog.getByRole('button', { name: /^打印 \d+ 张$/ }).click();
    await page.locator('.toast', { hasText: '进入打印队列' }).waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
