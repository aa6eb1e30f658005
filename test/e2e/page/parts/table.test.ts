import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFilter } from '../openFilter.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

interface Edges {
  readonly top: number;
  readonly bottom: number;
}

/** The cursor row, and the part of the scroller where rows are seen: under its head, above its scroll bar. */
function cursorAndSight(page: Page): Promise<{ readonly row: Edges; readonly sight: Edges }> {
  return page.evaluate(() => {
    const scroller = document.querySelector('.table');
    const row = scroller?.querySelector('.row-cursor')?.getBoundingClientRect();
    const head = scroller?.querySelector('.row-head')?.getBoundingClientRect();
    if (scroller === null || row === undefined || head === undefined)
      throw new Error('no table with a cursor');
    const top = scroller.getBoundingClientRect().top + scroller.clientTop;
    return {
      row: { top: row.top, bottom: row.bottom },
      sight: { top: Math.max(top, head.bottom), bottom: top + scroller.clientHeight },
    };
  });
}

async function expectInSight(page: Page): Promise<void> {
  // A row far away is drawn once the scroller has told that it moved.
  await page.locator('.table .row-cursor').waitFor();
  const { row, sight } = await cursorAndSight(page);
  expect(row.top).toBeGreaterThanOrEqual(sight.top - 0.5);
  expect(row.bottom).toBeLessThanOrEqual(sight.bottom + 0.5);
}

describe.skipIf(!hasChromium)('the table part', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  for (const [screen, key, steps] of [
    ['Track', 'Alt+7', 40],
    ['Ship', 'Alt+4', 24],
    ['Print', 'Alt+5', 24],
  ] as const)
    test(`the row the arrows lead to stays in sight, all the way down and up again (${screen})`, async () => {
      const page = await pages.open();
      await page.keyboard.press(key);
      await page.locator('.table-body .row .cell').first().waitFor();
      await page.locator('.table').focus();
      for (let step = 0; step < steps; step += 1) {
        await page.keyboard.press('ArrowDown');
        if (step >= 10 && step % 3 === 0) await expectInSight(page);
      }
      for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowUp');
      await expectInSight(page);
      await page.keyboard.press('End');
      await expectInSight(page);
    });

  test('with the detail open at 1366, carrier, waybill and label are seen without scrolling sideways', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await page.locator('.table-body .row').nth(3).click();
    await page.locator('.detail').waitFor();
    const heads = page.locator('.row-head [role=columnheader]');
    const seenHeads = await heads.allInnerTexts();
    for (const title of ['订单号', '快递公司', '运单号', '面单']) expect(seenHeads).toContain(title);
    const { scrollWidth, clientWidth } = await page
      .locator('.table')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(scrollWidth).toBe(clientWidth);
  });

  test('orders without a number yet have no columns for it: their address has the room', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip[aria-pressed="true"]', { hasText: '待取号' }).waitFor();
    const heads = await page.locator('.row-head [role=columnheader]').allInnerTexts();
    expect(heads).toContain('地址');
    expect(heads).not.toContain('运单号');
    expect(heads).not.toContain('面单');
  });

  test('where a table must scroll sideways the order number stays in sight', async () => {
    const page = await pages.open();
    await page.setViewportSize({ width: 940, height: 768 });
    try {
      await page.keyboard.press('Alt+4');
      await page.locator('.table-body .row').nth(3).click();
      await page.locator('.detail').waitFor();
      await page.locator('.table').evaluate((scroller) => {
        scroller.scrollLeft = 200;
      });
      const [scroller, number] = await Promise.all([
        page.locator('.table').boundingBox(),
        page.locator('.table-body .row').nth(3).locator('.cell-first').boundingBox(),
      ]);
      expect(number?.x).toBeCloseTo((scroller?.x ?? 0) + 36, 0);
    } finally {
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('rows are as large as was chosen in Settings, and the arrows still keep their row in sight', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '外观' }).click();
    await page.getByText('远看', { exact: true }).click();
    await page.keyboard.press('Alt+4');
    const row = page.locator('.table-body .row').first();
    await row.locator('.cell').first().waitFor();
    expect((await row.boundingBox())?.height).toBe(48);
    await page.locator('.table').focus();
    for (let step = 0; step < 24; step += 1) await page.keyboard.press('ArrowDown');
    await expectInSight(page);
  });

  test('at 125 % in English Ship keeps its rows beside a run, and its bar is one line', async () => {
    const page = await pages.open('language=en');
    await page.setViewportSize({ width: 1093, height: 614 });
    try {
      await page.keyboard.press('Alt+4');
      await page.locator('.run').waitFor();
      await page.locator('.desk .button-primary:not(:disabled)').waitFor();
      const [sight, row, desk, main] = await Promise.all(
        ['.table', '.table-body .row', '.desk', '.desk .button-primary'].map((selector) =>
          page.locator(selector).first().boundingBox(),
        ),
      );
      expect(((sight?.height ?? 0) - 32) / (row?.height ?? 1)).toBeGreaterThanOrEqual(7.5);
      expect(desk?.height).toBeLessThanOrEqual((main?.height ?? 0) + 12);
      await page.getByRole('button', { name: /^Unconfirmed/ }).click();
      const state = page.locator('.table-body .state-unsure > span').first();
      await state.waitFor();
      expect(await state.evaluate((words) => words.scrollWidth <= words.clientWidth)).toBe(true);
    } finally {
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('another list in the same table is drawn once, for the size the table has', async () => {
    const page = await pages.open();
    const listOf = async (name: string): Promise<void> => {
      await openFilter(page, name);
      await page.locator('.filter-chip[aria-pressed=true]', { hasText: name }).waitFor();
      await page.locator('.table-body .row .cell-tick').first().waitFor();
    };
    try {
      // So narrow that columns leave.
      await page.setViewportSize({ width: 1093, height: 614 });
      await page.keyboard.press('Alt+4');
      await listOf('待取号');
      await listOf('已取号');
      await page.evaluate(() => {
        const drawn = { again: 0 };
        Object.assign(window, { drawn });
        // A row of the new list may take over an element of the one before, once.
        const once = new Set<Node>();
        new MutationObserver((changes) => {
          const changed = new Set(changes.map(({ target }) => target));
          for (const target of changed) {
            if ((target as Element).className !== 'row') continue;
            if (once.has(target)) drawn.again += 1;
            once.add(target);
          }
        }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['style'] });
      });
      await listOf('待取号');
      await page.locator('.table-body .row', { hasText: '待取号' }).first().waitFor();
      expect(await page.evaluate('window.drawn.again')).toBe(0);
    } finally {
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('the arrow down leads from the search into the list, but not while it scrolls an order beside it', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row .cell-tick').first().waitFor();
    const isOnList = (): Promise<boolean> =>
      page.locator('.table').evaluate((table) => table === document.activeElement);
    await page.locator('.search-field input').focus();
    await page.keyboard.press('ArrowDown');
    expect(await isOnList()).toBe(true);
    await page.keyboard.press('ArrowDown');
    const cancel = page.locator('.detail').getByRole('button', { name: '取消订单' });
    await cancel.focus();
    await page.keyboard.press('ArrowDown');
    expect(await isOnList()).toBe(false);
  });

  test('Enter opens the row that the way into the list led to', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row .cell-tick').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const row = page.locator('.table .row-cursor');
    await row.waitFor();
    const orderNo = await seen(row.locator('[data-column=orderNo]'));
    await page.keyboard.press('Enter');
    await page.locator('.detail', { hasText: orderNo }).waitFor();
  });

  test('another list begins at its top with its first row under the keys, and the head that was pressed keeps the focus', async () => {
    const page = await pages.open('orders=100000');
    await page.keyboard.press('Alt+4');
    await openFilter(page, '全部');
    await page.locator('.table-body .row .cell-tick').first().waitFor();
    await page.locator('.table').focus();
    await page.keyboard.press('End');
    await expectInSight(page);
    const head = page.locator('.head-sort', { hasText: '订单号' });
    await head.click();
    await page.locator('[aria-sort=ascending]').waitFor();
    await page.locator('.table-body .row-cursor[aria-rowindex="2"]').waitFor();
    await expectInSight(page);
    expect(await page.locator('.table').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    expect(await head.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('the orders of a filter are asked for as its button goes down, once, and shown when it is let go', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip[aria-pressed="true"]', { hasText: '待取号' }).waitFor();
    await page.locator('.table-body .row .cell-tick').first().waitFor();
    const asked = (): Promise<number> =>
      page.evaluate(
        () =>
          (window as unknown as { page: { answered: string[] } }).page.answered.filter(
            (call) => call === 'orders.window 0',
          ).length,
      );
    const before = await asked();
    const chip = page.locator('.filter-chip', { hasText: '已取号' });
    await chip.hover();
    await page.mouse.down();
    await expect.poll(asked).toBe(before + 1);
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
    await page.mouse.up();
    await page.locator('.table-body .row', { hasText: '已取号' }).first().waitFor();
    expect(await asked()).toBe(before + 1);
  });

  test('rows on their way keep their room, and no figure stands for what is not read', async () => {
    const page = await pages.open('silent=orders.window,orders.counts');
    await page.keyboard.press('Alt+4');
    const skeleton = page.locator('.table-skeleton');
    await skeleton.waitFor();
    await expect.poll(() => skeleton.locator('.skeleton-row').count()).toBe(6);
    await expect.poll(() => skeleton.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    const figures = await page.locator('.filter-count, .desk-chosen strong').allInnerTexts();
    expect(new Set(figures)).toEqual(new Set(['–']));
  });

  test('a cell that changes lights up, the others of its row do not', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await page.getByRole('searchbox', { name: '搜单号' }).fill('');
    const row = page.locator('.table-body .row').first();
    await page.locator('.filter-chip', { hasText: '待取号' }).click();
    const orderNo = await seen(row.locator('.cell-first'));
    await page.keyboard.press('/');
    await page.keyboard.insertText(orderNo);
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await expect.poll(() => page.locator('.table-body .row').count()).toBe(1);
    await row.click();
    await page.getByRole('button', { name: /^挂起/ }).click();
    await page.locator('dialog[open]').getByText('等付款').click();
    await page.keyboard.press('Enter');
    await page.locator('.row .cell-changed[data-column=state]').waitFor();
    await expect.poll(() => page.locator('.row .cell-changed').count()).toBe(1);
  });

  test('a list that can be read no more stays, says since when it is old, and is read again by hand', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row .cell').first().waitFor();
    await page.evaluate(`window.page.break('orders.window'); window.page.tell('orders');`);
    const notice = page.locator('.notice-failed', { hasText: '读到的内容' });
    await notice.waitFor();
    await expect.poll(() => page.locator('.table-body .row .cell').count()).toBeGreaterThan(20);
    await page.evaluate('window.page.mend()');
    await notice.getByRole('button', { name: '重试' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  test('Ctrl+A says when it takes only the first of more than one act can do', async () => {
    const page = await pages.open('orders=12000');
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await page.locator('.table-body .row').first().click();
    await page.locator('.table').focus();
    await page.keyboard.press('Control+a');
    await page.locator('.toast', { hasText: '只勾选了前 10,000 条，共 12,000 条' }).waitFor();
  });

  test('the line under the table counts what is there and what is chosen', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    const foot = page.locator('.table-foot');
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await expect.poll(() => seenNow(foot)).toBe('600 单');
    await page.locator('.table-body .cell-tick').first().click();
    await expect.poll(() => seenNow(foot)).toContain('选 1');
    // A tick is a box and no ground: it never looks like the row that is open.
    expect(await page.locator('.row-active').count()).toBe(0);
  });

  test('a fast wheel meets rows and no blank ones: what is beside those in sight is read already', async () => {
    const page = await pages.open('orders=100000');
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: '全部' }).click();
    await page.locator('.table [role=gridcell]').first().waitFor();
    await page.evaluate(() => {
      const drawn = { blank: 0 };
      Object.assign(window, { drawn });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof Element && node.querySelector('.cell-blank') !== null) drawn.blank += 1;
      }).observe(document.querySelector('.table') as Element, { childList: true, subtree: true });
    });
    for (const row of [150, 300, 450, 600, 450, 300, 150, 0]) {
      // No clock: it goes on once the windows on both sides of what is seen have been answered.
      await page.waitForFunction((next) => {
        const { answered } = (window as unknown as { page: { answered: string[] } }).page;
        return answered.includes(`orders.window ${Math.ceil(next / 100) * 100}`);
      }, row);
      // What was answered is heard a task later, and known to the table in the frame after.
      await page.evaluate(
        () =>
          new Promise((heard) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(heard)))),
      );
      await page.evaluate((next) => {
        const scroller = document.querySelector('.table');
        const height = document.querySelector('.table-body .row')?.getBoundingClientRect().height ?? 0;
        if (scroller !== null) scroller.scrollTop = next * height;
      }, row);
      await page.locator(`.table-body [aria-rowindex="${row + 5}"]`).waitFor();
    }
    expect(await page.evaluate('window.drawn.blank')).toBe(0);
  });

  test('a search shows the orders of before until its own are there, and says that it reads', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+4');
    await page.locator('.table-body .row').nth(2).waitFor();
    const orderNo = await seen(page.locator('.table-body .row [data-column=orderNo]').nth(2));
    await page.evaluate(() => {
      const states: { rows: number; isBusy: boolean; says: string }[] = [];
      const look = (): void => {
        const frame = document.querySelector('.table-frame');
        states.push({
          rows: frame?.querySelectorAll('.table-body .row').length ?? 0,
          isBusy: frame?.querySelector('[role=grid]')?.getAttribute('aria-busy') === 'true',
          says: frame?.querySelector('[role=status]')?.textContent ?? '',
        });
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(window, { states });
    });
    const rows = page.locator('.table-body .row');
    await page.locator('.screen-head input').fill(orderNo);
    await expect.poll(() => rows.count()).toBe(1);
    await page.locator('.screen-head input').fill('');
    await rows.nth(2).waitFor();
    const states = await page.evaluate(
      () => (window as unknown as { states: { rows: number; isBusy: boolean; says: string }[] }).states,
    );
    expect(Math.min(...states.map((state) => state.rows))).toBe(1);
    const reading = states.filter(({ isBusy }) => isBusy);
    expect(reading).not.toEqual([]);
    for (const state of reading) expect(state.says).toBe('正在读取…');
  });
});
