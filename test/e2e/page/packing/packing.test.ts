import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packStops, stopFacts } from '../../../../shared/domain/packing/packStops.ts';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { enterByHand, keyByHand, scan } from '../scan/scan.ts';
import { seen, seenNow } from '../seen.ts';

const orders = sampleOrders(600, 0);
/** The first booked order of the sample was refunded; those that are packed here have no label yet. */
const refunded = orders.find(({ state }) => state === 'booked');
const [booked, other] = orders.filter(
  (one) => one.state === 'booked' && one.printState === null && one !== refunded,
);
const unbooked = orders.find(({ state }) => state === 'ready');
const goods = ['COFFEE-500', 'COFFEE-500', '6901234567892'];
const isDefined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the sample lacks an order');
  return value;
};
const order = isDefined(booked);

const big = (page: Page) => page.locator('.bench-words h2');
const said = (page: Page) => seenNow(big(page));
const count = (page: Page, name: string) =>
  seenNow(page.locator('.bench-line', { hasText: name }).locator('.bench-count'));

/** What was spoken since the page was opened. */
const spoken = (page: Page): Promise<readonly string[]> => page.evaluate('window.spoken');

describe.skipIf(!hasChromium)('the packing bench', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openBench(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.evaluate(`
      window.spoken = [];
      window.speechSynthesis.speak = ({ text }) => window.spoken.push(text);
    `);
    await page.keyboard.press('Alt+6');
    await big(page).waitFor();
    return page;
  }
  async function scanAll(page: Page, codes: readonly string[]): Promise<void> {
    for (const code of codes) await scan(page, code);
  }

  test('a gun alone packs a parcel: opened, each piece, by eye, label out, label scanned, packed', async () => {
    const page = await openBench();
    expect(await said(page)).toBe('扫码开始');
    await scan(page, order.orderNo);
    await expect.poll(() => said(page)).toBe('扫商品，还差 4 件');
    await scan(page, 'COFFEE-500');
    await expect.poll(() => count(page, '咖啡')).toBe('1/2');
    await scanAll(page, ['COFFEE-500', '6901234567892']);
    await expect.poll(() => said(page)).toBe('清点 1 件');
    await scan(page, 'SHIPDESK-CONFIRM');
    await expect.poll(() => said(page)).toBe('贴好面单，扫它');
    await scan(page, order.waybillNo);
    await expect.poll(() => said(page)).toBe('已打包');
    await expect.poll(() => seen(page.locator('.bench-words'))).toContain(order.orderNo);
    await expect.poll(() => seenNow(page.locator('.bench-last'))).toContain(order.orderNo);
  });

  test('a gun that is quicker than the core loses nothing and counts nothing twice', async () => {
    const page = await openBench();
    await Promise.all([order.orderNo, ...goods].map((code) => scan(page, code)));
    await expect.poll(() => said(page)).toBe('清点 1 件');
    expect(await seen(page.locator('.bench-step-now .bench-step-figure'))).toBe('3 / 4 件');
  });

  test('a scan before the bench has been read lies on it, and leads nowhere else', async () => {
    const page = await pages.open();
    await page.evaluate('window.page.stopCore()');
    await page.keyboard.press('Alt+6');
    await page.locator('.packing').waitFor();
    await scan(page, order.orderNo);
    await page.evaluate('window.page.startCore()');
    await page.locator('.bench-sheet', { hasText: order.orderNo }).waitFor();
  });

  test('every stop has its word, its sentence, what to do and its code, and is spoken', async () => {
    const page = await openBench();
    await scan(page, order.orderNo);
    await page.locator('.bench-sheet').waitFor();
    const words = new Set<string>();
    for (const kind of packStops) {
      await scan(page, `STOP-${kind}`.toUpperCase());
      await page.locator('.bench-code', { hasText: new RegExp(`^${stopFacts(kind).code}$`) }).waitFor();
      const word = await said(page);
      const sentences = await seen(page.locator('.bench-words p'));
      words.add(word);
      expect(sentences, kind).toMatch(/。.*。$/);
      expect(sentences, kind).not.toMatch(/…|\{|undefined|\d{13}$|ZTO|out-of-stock|\d{4}-\d{2}-\d{2}/);
      expect((await spoken(page)).at(-1), kind).toContain(word);
    }
    expect(words.size).toBe(packStops.length);
    // Nothing of the parcel was lost by all that.
    expect(await count(page, '咖啡')).toBe('0/2');
  });

  test('a parcel that another bench takes over is said at once, by word, voice and sound; the next scan means nothing, then work goes on', async () => {
    const page = await openBench('bench=taken');
    await scan(page, order.orderNo);
    await expect.poll(() => said(page)).toBe('别的台接走了');
    expect(await page.locator('.bench-sheet').count()).toBe(0);
    expect((await spoken(page)).at(-1)).toContain('别的台接走了');
    await expect.poll(() => seen(page.locator('.bench-words'))).toContain('2 号台');
    await scan(page, 'COFFEE-500');
    await expect
      .poll(async () => (await spoken(page)).filter((one) => one.includes('接走了')).length)
      .toBe(2);
    await scan(page, order.orderNo);
    await expect.poll(() => said(page)).toBe('扫商品，还差 4 件');
  });

  test('what was refunded does not open, what has no number is packed aside with a slip', async () => {
    const page = await openBench();
    await scan(page, isDefined(refunded).orderNo);
    await expect.poll(() => said(page)).toBe('已退款，别发');
    expect(await page.locator('.bench-sheet').count()).toBe(0);
    await scan(page, isDefined(unbooked).orderNo);
    await expect.poll(() => said(page)).toBe('还没有单号');
    await page.locator('.bench-tag', { hasText: '临时单' }).waitFor();
    await scanAll(page, [...goods, 'SHIPDESK-CONFIRM']);
    await expect.poll(() => said(page)).toBe('贴临时单，放一边');
    await page.getByRole('tab', { name: '等单号 1' }).click();
    await page.locator('.table-body .row', { hasText: isDefined(unbooked).orderNo }).waitFor();
  });

  test('the slip comes out by itself where a printer for slips is chosen', async () => {
    const page = await openBench('bench=slips');
    await scanAll(page, [isDefined(unbooked).orderNo, ...goods, 'SHIPDESK-CONFIRM']);
    await expect.poll(() => said(page)).toBe('贴临时单，放一边');
    await page.getByRole('tab', { name: '等单号 1' }).click();
    await page.locator('.table-body .row', { hasText: isDefined(unbooked).orderNo }).click();
    await page.getByRole('button', { name: '再打临时单' }).waitFor();
  });

  test('a packer chooses the printers of the bench among those that are set up', async () => {
    const page = await openBench('operator=packer');
    await page.getByRole('button', { name: '打印机', exact: true }).click();
    await page.getByLabel('临时单打印机', { exact: true }).click();
    const option = page.locator('.ant-select-item-option').nth(1);
    const name = await seen(option);
    await option.click();
    await page.locator('.toast', { hasText: '设置已保存' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '打印机', exact: true }).click();
    await expect.poll(() => seenNow(page.locator('.dialog'))).toContain(name);
  });

  test('a parcel that is not finished is never left for another one, and another label never closes it', async () => {
    const page = await openBench();
    await scanAll(page, [order.orderNo, 'COFFEE-500', isDefined(other).orderNo]);
    await expect.poll(() => said(page)).toBe('这单没打完');
    await scanAll(page, ['COFFEE-500', '6901234567892', 'SHIPDESK-CONFIRM']);
    await expect.poll(() => said(page)).toBe('贴好面单，扫它');
    await scan(page, isDefined(other).waybillNo);
    await expect.poll(() => said(page)).toBe('贴错面单了');
    expect(await seen(page.locator('.bench-order'))).toBe(order.orderNo);
  });

  test('remarks are large and spoken when the parcel opens; a piece more is a tone only', async () => {
    const page = await openBench();
    await scan(page, order.orderNo);
    await expect.poll(() => seenNow(page.locator('.bench-remarks'))).toMatch(/卖\s+易碎，多垫一层/);
    await expect.poll(async () => (await spoken(page)).join()).toContain('买家留言：送朋友的');
    const before = (await spoken(page)).length;
    await scan(page, 'COFFEE-500');
    await expect.poll(() => count(page, '咖啡')).toBe('1/2');
    expect((await spoken(page)).length).toBe(before);
    await page.getByRole('button', { name: '朗读' }).click();
    await scan(page, 'ABC12345678');
    await expect.poll(() => said(page)).toBe('不认识这个码');
    expect((await spoken(page)).length).toBe(before);
  });

  test('the letter of an act stays where Enter does the same: Y counts, W weighs', async () => {
    const page = await openBench('bench=weighs');
    await scanAll(page, [order.orderNo, ...goods]);
    await expect.poll(() => said(page)).toBe('清点 1 件');
    await keyByHand(page, 'y');
    await expect.poll(() => said(page)).toBe('放上秤');
    await keyByHand(page, 'w');
    await page.getByLabel('重量（公斤）').waitFor();
  });

  test('a label that did not print is tried again with Enter', async () => {
    const page = await openBench('bench=lost');
    await scanAll(page, [order.orderNo, ...goods, 'SHIPDESK-CONFIRM']);
    await expect.poll(() => said(page)).toBe('面单没打出来');
    await enterByHand(page);
    await expect.poll(() => said(page)).toBe('正在补打');
  });

  test('the label of a parcel that has left is printed again only with a tick, by keys alone', async () => {
    const page = await openBench('left=1');
    await scanAll(page, [order.orderNo, ...goods, 'SHIPDESK-CONFIRM']);
    await expect.poll(() => said(page)).toBe('贴好面单，扫它');
    await page.keyboard.press('p');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await seen(dialog)).not.toContain('包裹已交出，仍要打印');
    await page.keyboard.press('1');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => seenNow(page.locator('.bench-words'))).toContain('已经交给快递，没有打印');
    await enterByHand(page);
    await dialog.waitFor();
    const tick = dialog.getByLabel('包裹已交出，仍要打印');
    await keyByHand(page, '1');
    await expect.poll(() => tick.isChecked()).toBe(false);
    await keyByHand(page, ' ');
    await expect.poll(() => tick.isChecked()).toBe(true);
    await enterByHand(page);
    await expect.poll(() => said(page)).toBe('正在补打');
  });

  test('a weight is typed where no scale is connected; one that is off needs somebody to let it pass', async () => {
    const page = await openBench('bench=weighs');
    await scanAll(page, [order.orderNo, ...goods, 'SHIPDESK-CONFIRM']);
    await expect.poll(() => said(page)).toBe('放上秤');
    await enterByHand(page);
    const field = page.getByLabel('重量（公斤）');
    await field.fill('1480');
    await page.keyboard.press('Enter');
    await page.locator('dialog', { hasText: '填 0.01 到 100 之间的公斤数' }).waitFor();
    await field.fill('1.48');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page)).toBe('重量不对');
    await expect.poll(() => seen(page.locator('.bench-steps'))).toContain('1.48 kg 没有采用');
    await page.keyboard.press('Enter');
    await page.locator('dialog', { hasText: '放行，为什么？' }).waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => said(page)).toBe('贴好面单，扫它');
  });

  test('a scale weighs by itself once it is at rest, each time something is put on it once; one that falls silent is a stop', async () => {
    const page = await openBench('bench=weighs,scale');
    await page.evaluate("window.page.setScale('zero', 0)");
    await scanAll(page, [order.orderNo, ...goods, 'SHIPDESK-CONFIRM']);
    await expect.poll(() => said(page)).toBe('放上秤');
    const weight = page.locator('.bench-step-now .bench-step-figure');
    await page.evaluate("window.page.setScale('moving', 700)");
    await expect.poll(() => seenNow(weight)).toMatch(/0\.70 kg/);
    expect(await said(page)).toBe('放上秤');
    await page.evaluate("window.page.setScale('silent', null)");
    await expect.poll(() => said(page)).toBe('秤没有读数');
    await page.evaluate("window.page.setScale('stable', 1480)");
    await expect.poll(() => said(page)).toBe('重量不对');
    await page.evaluate("window.page.setScale('zero', 0)");
    await page.evaluate("window.page.setScale('stable', 1120)");
    await expect.poll(() => said(page)).toBe('贴好面单，扫它');
    await expect.poll(() => seen(page.locator('.bench-steps'))).toContain('1.12 kg');
  });

  test('the gun speaks over a question that stands open, and the field under it keeps what was typed', async () => {
    const page = await openBench();
    await scan(page, order.orderNo);
    await page.locator('.bench-sheet').waitFor();
    const question = page.locator('dialog', { hasText: '拦下这一单，为什么？' });
    // A hand is never as quick behind a gun as a test is: its first letter may still be taken for the gun's.
    await expect
      .poll(
        async () => {
          const isOpen = (await question.count()) === 1;
          if (!isOpen) await page.keyboard.press('h');
          return isOpen;
        },
        { interval: 300, timeout: 10_000 },
      )
      .toBe(true);
    await scan(page, 'COFFEE-500');
    await expect.poll(() => count(page, '咖啡')).toBe('1/2');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    const typed = page.getByLabel('手工输入号码');
    await typed.fill('69012345');
    await scan(page, 'COFFEE-500');
    await expect.poll(() => count(page, '咖啡')).toBe('2');
    await expect.poll(() => typed.inputValue()).toBe('69012345');
    await typed.fill('6901234567892');
    await enterByHand(page);
    await expect.poll(() => said(page)).toBe('清点 1 件');
    await expect.poll(() => typed.inputValue()).toBe('');
  });

  test('a core that goes away under a scan loses nothing: the scan is kept, said, and counts once', async () => {
    const page = await openBench();
    await scanAll(page, [order.orderNo, 'COFFEE-500']);
    await expect.poll(() => count(page, '咖啡')).toBe('1/2');
    await page.evaluate('window.page.stopCore()');
    await scan(page, 'COFFEE-500');
    await scan(page, '6901234567892');
    await page.evaluate('window.page.startCore()');
    await expect.poll(() => said(page)).toBe('清点 1 件');
    expect(await seen(page.locator('.bench-step-now .bench-step-figure'))).toBe('3 / 4 件');
  });

  test('what was packed can be opened again with a reason, and lies on the bench then', async () => {
    const page = await openBench();
    await page.getByRole('tab', { name: '今天已打包' }).click();
    const row = page.locator('.table-body .row').nth(1);
    await row.waitFor();
    const orderNo = (await seen(row.locator('[data-column=orderNo]'))).trim();
    await row.click();
    await page.keyboard.press('b');
    const dialog = page.locator('dialog[open]');
    await expect.poll(() => dialog.getByRole('button', { name: '重新打开' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '漏装了' }).click();
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(page.locator('.bench-order'))).toBe(orderNo);
    await expect.poll(() => seen(page.locator('.bench-sheet-head'))).toContain('重新打开过 1 次');
  });

  test.each([
    ['1366x768', 1366, 768],
    ['125 %', 1093, 614],
  ])(
    'nothing scrolls and nothing is cut, also with fourteen kinds of goods (%s)',
    async (_, width, height) => {
      const page = await openBench('bench=many,weighs');
      await page.setViewportSize({ width, height });
      await scanAll(page, [order.orderNo, 'GOODS-03']);
      await expect.poll(() => said(page)).toMatch(/扫商品，还差 26 件/);
      const overflowing = await page.evaluate(() =>
        ['.bench', '.bench-sheet', '.bench-lines', '.bench-steps', '.bench-acts', '.packing-body']
          .flatMap((selector) =>
            [...document.querySelectorAll(selector)].map((found) => ({ selector, found })),
          )
          .filter(
            ({ found }) =>
              found.scrollHeight > found.clientHeight + 1 ||
              found.scrollWidth > found.clientWidth + 1 ||
              found.getBoundingClientRect().bottom > innerHeight,
          )
          .map(({ selector }) => selector),
      );
      await page.setViewportSize({ width: 1366, height: 768 });
      expect(overflowing).toEqual([]);
      await expect.poll(() => seen(page.locator('.bench-sheet'))).toContain('没显示，扫到就出来');
    },
  );

  test('Today says when numbers have come of parcels that were put aside, and leads to them', async () => {
    const page = await pages.open('bench=numbered');
    const item = page.locator('.today-row', { hasText: '等单号的包裹，单号来了' });
    await item.getByRole('button', { name: '去打包台' }).click();
    await page.getByRole('tab', { name: '等单号', selected: true }).waitFor();
  });

  test('a packer may pack; before the first parcel the bench says how to begin; one that cannot be read says so', async () => {
    const packer = await openBench('operator=packer');
    await scan(packer, order.orderNo);
    await packer.locator('.bench-sheet').waitFor();
    const fresh = await openBench('fresh=1');
    await fresh.getByText('今天还没有打包').waitFor();
    const broken = await pages.open('fails=packing');
    await broken.keyboard.press('Alt+6');
    await broken.locator('.notice-failed').getByText('INTERNAL').waitFor();
  });
});
