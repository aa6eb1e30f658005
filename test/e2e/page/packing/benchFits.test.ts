import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOrders } from '../../../doubles/page/pageSample.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';

const booked = sampleOrders(600, 0).filter(
  ({ state, printState }) => state === 'booked' && printState === null,
);
const order = booked[1];
const sizes = [
  [1366, 768],
  [1920, 1080],
  // 125 % of the system leaves 1366 × 768 dots a smaller page.
  [1093, 614],
] as const;

/** What is not whole on the bench: a part that overflows, words that are cut, a line of goods without its room. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const name = (part: Element) => part.className;
    const boxes = '.bench, .bench-verdict, .bench-sheet, .bench-lines, .bench-steps, .bench-acts';
    const overflowing = all(boxes)
      .filter(
        (part) =>
          part.scrollHeight > part.clientHeight + 1 ||
          part.scrollWidth > part.clientWidth + 1 ||
          part.getBoundingClientRect().bottom > innerHeight,
      )
      .map((part) => `overflows ${name(part)}`);
    const list = document.querySelector('.bench-lines')?.getBoundingClientRect();
    const cut = all('.bench-line')
      .filter((line) => line.getBoundingClientRect().bottom > (list?.bottom ?? 0) + 1)
      .map(() => 'a line of goods is cut');
    // By a line at least: signs stand out of close lines by a dot or two.
    const names = all('.bench-line-name')
      .filter((name) => name.scrollWidth > name.clientWidth + 1 || name.scrollHeight > name.clientHeight + 8)
      .map(() => 'the name of goods is cut');
    const acts = document.querySelector('.bench-acts')?.getBoundingClientRect().top ?? 0;
    const covered = all('.bench-step')
      .filter((step) => step.getBoundingClientRect().bottom > acts + 1)
      .map((step) => `covers the acts ${name(step)}`);
    const [first, ...rest] = all('.bench-acts .button').map((act) => act.getBoundingClientRect().top);
    const rows = rest.some((top) => Math.abs(top - (first ?? 0)) > 4) ? ['acts in two rows'] : [];
    return [...overflowing, ...cut, ...names, ...covered, ...rows];
  });

describe.skipIf(!hasChromium)('the bench stands whole in its window', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    test.each([
      ['near', 'bench=weighs', ['COFFEE-500']],
      [
        'near, on the scale',
        'bench=weighs,scale',
        ['COFFEE-500', 'COFFEE-500', '6901234567892', 'SHIPDESK-OK'],
      ],
      ['near, at a stop', 'bench=weighs', ['STOP-REFUNDED']],
      ['near, at the stop with the most words', 'bench=weighs', ['COFFEE-500', 'STOP-TAKEN-OVER']],
      ['near, at a barcode that can be taught', 'bench=weighs', ['COFFEE-500', '6901028075780']],
      ['large', 'bench=weighs', ['SHIPDESK-FR', 'COFFEE-500']],
      ['large, fourteen kinds', 'bench=many', ['SHIPDESK-FR', 'GOODS-01']],
      ['large, at a stop', 'bench=weighs', ['SHIPDESK-FR', 'STOP-REFUNDED']],
    ] as const)('%s', async (_, query, codes) => {
      const page = await pages.open(`language=${language}&${query}`);
      await page.keyboard.press('Alt+6');
      await page.locator('.bench-words h2').waitFor();
      await scan(page, order?.orderNo ?? '');
      await page.locator('.bench-sheet').waitFor();
      for (const code of codes) await scan(page, code);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await expect.poll(() => faults(page), { message: `${width} × ${height}` }).toEqual([]);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    });
  });

  test('at 150 %, too, the names of goods are read from two metres', async () => {
    const page = await pages.open('bench=many');
    await page.setViewportSize({ width: 911, height: 512 });
    await page.keyboard.press('Alt+6');
    await page.locator('.bench-words h2').waitFor();
    for (const code of ['SHIPDESK-FR', order?.orderNo ?? '', 'GOODS-01']) await scan(page, code);
    await page.locator('.bench-line-name').first().waitFor();
    await expect
      .poll(async () => (await faults(page)).filter((fault) => fault.includes('goods')))
      .toEqual([]);
  });
});
